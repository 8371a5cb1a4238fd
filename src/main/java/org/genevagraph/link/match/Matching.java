package org.genevagraph.link.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.genevagraph.link.register.Entry;

/**
 * Looks for things among entries that come one after the other. It keeps only entries that share a name, acronym, symbol or website with
 * one of the things, so that memory depends on the things and not on the register.
 */
public final class Matching {
    /** The score from which an entry is proposed, unless another one is asked for. */
    public static final double LEAST = 0.70;

    /** How far the best must be ahead of the second. */
    private static final double MARGIN = 0.08;

    /** Of more than these, some bear a name so common that nobody could choose. */
    private static final int MOST_PER_THING = 200;

    /** How many that are not it are named in the reasons. */
    private static final int MOST_NAMED = 3;

    private final List<OwnThing> things;
    private final double least;
    private final Map<String, Set<OwnThing>> byKey = new HashMap<>();
    private final Map<String, Map<String, Entry>> hits = new HashMap<>();
    private final Map<String, Entry> successors = new HashMap<>();

    /**
     * Of some things.
     *
     * @param least the score from which an entry is proposed
     */
    public Matching(Collection<OwnThing> things, double least) {
        this.things = List.copyOf(things);
        this.least = least;
        for (OwnThing thing : things) {
            keys(thing.names(), thing.acronyms(), thing.symbols(), thing.websites())
                    .forEach(key -> byKey.computeIfAbsent(key, any -> new LinkedHashSet<>())
                            .add(thing));
        }
    }

    private static Set<String> keys(
            Collection<Entry.Name> names, Set<String> acronyms, Set<String> symbols, Set<String> websites) {
        Set<String> keys = new HashSet<>();
        for (Entry.Name name : names) {
            keys.add("name " + NameForm.of(name.text()).words());
            keys.add("name " + NameForm.loosely(name.text()).words());
        }
        acronyms.forEach(acronym -> keys.add("name " + NameForm.of(acronym).words()));
        symbols.forEach(symbol -> keys.add("symbol " + symbol.toLowerCase(Locale.ROOT)));
        websites.forEach(
                address -> Website.of(address).ifPresent(site -> keys.add("website " + site.host() + site.path())));
        keys.remove("name ");
        return keys;
    }

    /** Takes an entry: keeps it if it could be one of the things. */
    public void take(Entry entry) {
        if (successors.containsKey(entry.iri())) {
            successors.put(entry.iri(), entry);
        }
        for (String key : keys(entry.names(), entry.acronyms(), entry.symbols(), entry.websites())) {
            for (OwnThing thing : byKey.getOrDefault(key, Set.of())) {
                Map<String, Entry> kept = hits.computeIfAbsent(thing.iri(), any -> new LinkedHashMap<>());
                if (kept.size() < MOST_PER_THING || kept.containsKey(entry.iri())) {
                    kept.merge(entry.iri(), entry, (before, now) -> before.equals(now) ? before : before.with(now));
                }
            }
        }
    }

    /** The successors of withdrawn entries that were kept, which the register must be read for once more; empty if it need not. */
    public Set<String> missing() {
        Set<String> missing = new HashSet<>();
        Set<Entry> withdrawn = new HashSet<>();
        hits.values().forEach(kept -> withdrawn.addAll(kept.values()));
        successors.values().stream().filter(entry -> entry != null).forEach(withdrawn::add);
        for (Entry entry : withdrawn) {
            if (entry.isWithdrawn() && entry.successors().size() == 1) {
                String successor = entry.successors().get(0);
                if (!successors.containsKey(successor)) {
                    successors.put(successor, null);
                    missing.add(successor);
                }
            }
        }
        return missing;
    }

    /**
     * What came of it for each thing.
     *
     * @param isRejected whether somebody has said of a thing and an entry, both by IRI, that they are not the same
     */
    public List<Decision> decide(BiPredicate<String, String> isRejected) {
        List<Decision> decisions = new ArrayList<>();
        for (OwnThing thing : things) {
            decisions.add(decide(thing, isRejected));
        }
        return withoutRivals(decisions);
    }

    private Decision decide(OwnThing thing, BiPredicate<String, String> isRejected) {
        List<String> passedOver = new ArrayList<>();
        Map<String, Candidate> candidates = new TreeMap<>();
        for (Entry hit : hits.getOrDefault(thing.iri(), Map.of()).values()) {
            Optional<Candidate> compared = Comparison.of(thing, hit);
            if (compared.isEmpty() && passedOver.size() < MOST_NAMED) {
                passedOver.add(named(hit) + " has an acronym or address in common, and nothing else");
            }
            compared.flatMap(found -> current(found, passedOver)).ifPresent(candidate -> {
                Entry entry = candidate.entry();
                Optional<String> veto = Comparison.veto(thing, entry);
                if (isRejected.test(thing.iri(), entry.iri())) {
                    passedOver.add(named(entry) + " was rejected before");
                } else if (veto.isPresent()) {
                    passedOver.add(named(entry) + " " + veto.get());
                } else {
                    candidates.merge(entry.iri(), candidate, (a, b) -> a.score() >= b.score() ? a : b);
                }
            });
        }
        List<Candidate> ranked = candidates.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(candidate -> candidate.entry().iri()))
                .toList();
        if (ranked.isEmpty() || ranked.get(0).score() < least - 1e-9) {
            ranked.stream()
                    .limit(MOST_NAMED)
                    .forEach(candidate -> passedOver.add(named(candidate.entry()) + " has too little in common ("
                            + String.join(", ", candidate.reasons()) + ")"));
            return new Decision(thing, Decision.Outcome.NONE, List.of(), passedOver);
        }
        double best = ranked.get(0).score();
        List<Candidate> close = ranked.stream()
                .filter(candidate -> candidate.score() > best - MARGIN + 1e-9)
                .toList();
        return new Decision(
                thing, close.size() == 1 ? Decision.Outcome.FOUND : Decision.Outcome.UNDECIDED, close, passedOver);
    }

    /** The entry as it stands today: of one that was withdrawn its successor, or nothing. */
    private Optional<Candidate> current(Candidate found, List<String> passedOver) {
        Candidate at = found;
        Set<String> seen = new HashSet<>();
        while (at.entry().isWithdrawn()) {
            Entry old = at.entry();
            Entry successor = old.successors().size() == 1
                    ? successors.get(old.successors().get(0))
                    : null;
            if (successor == null || !seen.add(old.iri())) {
                passedOver.add(named(old) + " was withdrawn"
                        + (old.successors().isEmpty() ? "" : " for " + String.join(" and ", old.successors())));
                return Optional.empty();
            }
            at = at.replacedBy(successor, "successor of " + named(old) + ", which was withdrawn");
        }
        return Optional.of(at);
    }

    /** Of several things that one entry is proposed for, only one can be it: that which is clearly ahead, if any is. */
    private static List<Decision> withoutRivals(List<Decision> decisions) {
        Map<String, List<Decision>> byEntry = new HashMap<>();
        decisions.stream()
                .filter(decision -> decision.outcome() == Decision.Outcome.FOUND)
                .forEach(decision -> byEntry.computeIfAbsent(
                                decision.best().entry().iri(), any -> new ArrayList<>())
                        .add(decision));
        List<Decision> settled = new ArrayList<>();
        for (Decision decision : decisions) {
            boolean isBeaten = decision.outcome() == Decision.Outcome.FOUND
                    && byEntry.get(decision.best().entry().iri()).stream()
                            .anyMatch(rival ->
                                    !rival.thing().iri().equals(decision.thing().iri())
                                            && rival.best().score()
                                                    > decision.best().score() - MARGIN + 1e-9);
            settled.add(isBeaten ? decision.undecided() : decision);
        }
        return settled;
    }

    private static String named(Entry entry) {
        return entry.label() + " <" + entry.iri() + ">";
    }
}
