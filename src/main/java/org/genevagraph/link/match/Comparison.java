package org.genevagraph.link.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.link.register.Entry;
import org.genevagraph.link.register.Kinds;

/**
 * One thing held against one entry. What a name is worth depends on how it is borne; place, website and kind add to it or forbid the match.
 * The numbers are set so that a whole main name suffices alone, a single word or another name needs support, and an acronym needs a place or
 * a website that is the same.
 */
final class Comparison {
    private static final double SYMBOL = 0.95;
    private static final double MAIN_NAME = 0.80;
    private static final double OTHER_NAME = 0.75;
    private static final double OTHER_NAMES = 0.70;
    private static final double ACRONYM_ALONE = 0.56;
    private static final double WEBSITE_ALONE = 0.62;
    private static final double LOOSELY = -0.06;
    private static final double ONE_WORD = -0.15;
    private static final double OTHER_LANGUAGE = -0.05;
    private static final double ACRONYM = 0.06;
    private static final double COUNTRY = 0.06;
    private static final double PLACE = 0.08;
    private static final double WEBSITE = 0.14;
    private static final double KIND = 0.08;
    private static final double OTHER_WEBSITE = -0.05;
    private static final double INACTIVE = -0.10;
    private static final double A_COUNTRYS = -0.20;
    private static final double MOST = 0.99;
    /** Two names that share fewer of their words name two things, even if their acronyms are the same. */
    private static final double ALIKE = 0.5;
    /** The same address, and names that share as many of their words. */
    private static final double RATHER_ALIKE = 0.6;

    private final OwnThing thing;
    private final Entry entry;
    private final List<String> reasons = new ArrayList<>();

    private Comparison(OwnThing thing, Entry entry) {
        this.thing = thing;
        this.entry = entry;
    }

    /** What forbids that an entry is a thing, in words; empty if nothing does. */
    static Optional<String> veto(OwnThing thing, Entry entry) {
        if (Where.countries(thing.countries()).with(Where.countries(entry.countries())) == Where.Agreement.DIFFERENT) {
            return Optional.of("is in another country (" + sorted(entry.countries()) + ")");
        }
        Set<String> fits = fits(entry);
        if (!fits.isEmpty() && !isOfKind(thing, fits)) {
            return Optional.of("is of another kind (" + sorted(entry.kinds()) + ")");
        }
        return Optional.empty();
    }

    /** What speaks for it; empty if too little does, whatever else is the same. */
    static Optional<Candidate> of(OwnThing thing, Entry entry) {
        return new Comparison(thing, entry).candidate();
    }

    private Optional<Candidate> candidate() {
        boolean sameWebsite = sameWebsite();
        Where.Agreement place = Where.places(thing.places()).with(Where.places(entry.places()));
        Optional<String> acronym = acronym();
        Named named = named();
        double score;
        String matched;
        Optional<String> symbol = thing.symbols().stream()
                .filter(sign -> entry.symbols().stream().anyMatch(other -> other.equalsIgnoreCase(sign)))
                .findFirst();
        boolean alone = true;
        if (symbol.isPresent()) {
            score = SYMBOL;
            matched = symbol.get();
            reasons.add("same symbol " + matched);
            alone = false;
        } else if (named.score > 0) {
            score = named.score;
            matched = named.name;
            reasons.add(named.reason);
            if (acronym.isPresent()) {
                score += ACRONYM;
                reasons.add("same acronym " + acronym.get());
                alone = false;
            }
        } else if (acronym.isPresent() && acronymHolds(place, sameWebsite)) {
            score = ACRONYM_ALONE;
            matched = acronym.get();
            reasons.add("same acronym " + matched);
            alone = false;
        } else if (sameWebsite && likeness() >= RATHER_ALIKE) {
            score = WEBSITE_ALONE;
            matched = "";
            reasons.add("a name that is much alike");
            alone = false;
        } else {
            return Optional.empty();
        }
        double support = support(place, sameWebsite);
        return Optional.of(
                new Candidate(entry, Math.min(MOST, score + support), matched, alone && support <= 0, reasons));
    }

    /** An acronym is many bodies': it holds where the website is the same, or the place and, as far as they are known, the names. */
    private boolean acronymHolds(Where.Agreement place, boolean sameWebsite) {
        boolean namesDiffer = !thing.names().isEmpty() && !entry.names().isEmpty() && likeness() < ALIKE;
        return sameWebsite || (place == Where.Agreement.SAME && !namesDiffer);
    }

    private double support(Where.Agreement place, boolean sameWebsite) {
        double support = 0;
        if (Where.countries(thing.countries()).with(Where.countries(entry.countries())) == Where.Agreement.SAME) {
            support += COUNTRY;
            reasons.add("same country");
        }
        if (place == Where.Agreement.SAME) {
            support += PLACE;
            reasons.add("same place");
        }
        if (sameWebsite) {
            support += WEBSITE;
            reasons.add("same website");
        } else if (!websites(thing.websites()).isEmpty()
                && !websites(entry.websites()).isEmpty()) {
            support += OTHER_WEBSITE;
            reasons.add("another website");
        }
        if (thing.countries().isEmpty() && !sameWebsite && acronym().isEmpty() && isACountrys()) {
            support += A_COUNTRYS;
            reasons.add("named after a country there, ours is not");
        }
        Set<String> fits = fits(entry);
        if (!fits.isEmpty() && isOfKind(thing, fits)) {
            support += KIND;
            reasons.add("kind fits");
        }
        if (entry.isInactive()) {
            support += INACTIVE;
            reasons.add("no longer active there");
        }
        return support;
    }

    private Optional<String> acronym() {
        return thing.acronyms().stream()
                .filter(own -> Stream.concat(
                                entry.acronyms().stream(),
                                entry.names().stream().map(Entry.Name::text))
                        .anyMatch(other -> NameForm.of(own).equals(NameForm.of(other))))
                .sorted()
                .findFirst();
    }

    /** The best pair of names that are the same. */
    private record Named(double score, String name, String reason) {}

    private Named named() {
        Named best = new Named(0, "", "");
        for (Entry.Name own : thing.names()) {
            for (Entry.Name other : entry.names()) {
                Named one = same(own, other);
                if (one.score > best.score) {
                    best = one;
                }
            }
        }
        return best;
    }

    private static Named same(Entry.Name own, Entry.Name other) {
        boolean exactly = NameForm.of(own.text()).equals(NameForm.of(other.text()));
        if (!exactly && !NameForm.loosely(own.text()).equals(NameForm.loosely(other.text()))) {
            return new Named(0, "", "");
        }
        double score =
                own.isMain() && other.isMain() ? MAIN_NAME : own.isMain() || other.isMain() ? OTHER_NAME : OTHER_NAMES;
        String reason = own.isMain() && other.isMain()
                ? "same name"
                : other.isMain()
                        ? "our other name is its name"
                        : own.isMain() ? "our name is another name there" : "same other name";
        if (!exactly) {
            score += LOOSELY;
            reason += " but for what follows it";
        }
        if (NameForm.loosely(own.text()).isOneWord()) {
            score += ONE_WORD;
            reason += " (one word)";
        }
        if (!own.language().isEmpty()
                && !other.language().isEmpty()
                && !own.language().equals(other.language())
                && !other.language().equals("mul")) {
            score += OTHER_LANGUAGE;
            reason += " in another language";
        }
        return new Named(score, other.text(), reason);
    }

    /** Whether the entry bears one of our names with a country behind it, such as "Social Council of Spain" or "Alpha (Spain)". */
    private boolean isACountrys() {
        return entry.names().stream()
                .map(name -> NameForm.of(name.text()))
                .anyMatch(other -> thing.names().stream()
                        .map(own -> NameForm.of(own.text()))
                        .anyMatch(
                                own -> other.after(own).filter(Where::isCountry).isPresent()));
    }

    private double likeness() {
        return thing.names().stream()
                .flatMap(own -> entry.names().stream()
                        .map(other -> NameForm.loosely(own.text()).likeness(NameForm.loosely(other.text()))))
                .max(Double::compare)
                .orElse(0.0);
    }

    private boolean sameWebsite() {
        Set<Website> own = websites(thing.websites());
        return websites(entry.websites()).stream().anyMatch(own::contains);
    }

    private static Set<Website> websites(Set<String> addresses) {
        return addresses.stream()
                .flatMap(address -> Website.of(address).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> fits(Entry entry) {
        Set<String> fits = new HashSet<>();
        entry.kinds().forEach(kind -> fits.addAll(Kinds.fits(kind)));
        return fits;
    }

    private static boolean isOfKind(OwnThing thing, Set<String> fits) {
        return fits.contains(thing.kind()) || fits.contains(thing.type());
    }

    private static String sorted(Set<String> values) {
        return values.stream().sorted().collect(Collectors.joining(", "));
    }
}
