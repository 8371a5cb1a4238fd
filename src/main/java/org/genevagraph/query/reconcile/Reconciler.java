package org.genevagraph.query.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.names.NameMatcher;
import org.genevagraph.query.names.NameMatcher.Likeness;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.vocabulary.Iris;

/** Finds what a name in somebody's table means: by the one resolver of names, then by likeness; properties confirm or contradict. */
public final class Reconciler {
    /** A name that several things bear may mean any of them. */
    private static final double SHARED = 85;

    private static final double EXACT = 100;
    private static final double CLEAR = 85;
    private static final double MARGIN = 8;
    private static final double PLACED = 96;
    private static final double QUALIFIED = 70;
    private static final double SIMILAR = 50;
    private static final double AGREES = 5;
    private static final double CONTRADICTS = 30;
    private static final int COMPARED = 25;
    private static final Pattern QUALIFIER =
            Pattern.compile("(.*\\S)\\s*(?:[(\\[]\\s*([^()\\[\\]]+?)\\s*[)\\]]|,\\s*([^,]+))");

    private final ThingIndex things;
    private final NameMatcher matcher;
    private final EntityProperties properties;
    private final List<EntityType> types;

    private record Found(Node thing, String name, double likeness, boolean clear) {}

    /** With the names of a graph's things. */
    public Reconciler(Graph graph, ThingIndex things) {
        this.things = things;
        this.matcher = NameMatcher.of(things);
        this.properties = new EntityProperties(graph);
        this.types = EntityType.all(graph);
    }

    /** What can be said and looked up of things. */
    public EntityProperties properties() {
        return properties;
    }

    /** The classes of things that names can be matched with. */
    public List<EntityType> types() {
        return types;
    }

    /** The class of a thing; empty if its kind is none that names are matched with. */
    public Optional<EntityType> typeOf(Node thing) {
        String kind = Iris.kind(thing.getURI());
        return types.stream().filter(type -> type.kind().equals(kind)).findFirst();
    }

    /** The things that may be meant, best first; at most one of them is a match. */
    public List<Candidate> candidates(ReconcileQuery query) {
        List<String> kinds = query.types().isEmpty()
                ? ParameterType.THING.kinds()
                : query.types().stream().map(EntityType::kind).toList();
        Map<Node, Found> found = new LinkedHashMap<>();
        if (!query.text().isBlank()) {
            exactly(query.text(), kinds, found);
            if (found.isEmpty()) {
                qualified(query.text(), kinds, found);
            }
            for (Likeness like : matcher.like(NameMatcher.inFull(query.text()), kinds, COMPARED)) {
                found.putIfAbsent(like.thing(), new Found(like.thing(), like.name(), like.score(), like.slipsOnly()));
            }
        }
        for (ReconcileQuery.Condition condition : query.conditions()) {
            if (condition.property().register().isPresent()) {
                condition.values().stream()
                        .flatMap(value -> identified(condition.property(), value, kinds).stream())
                        .forEach(thing -> found.put(thing, identified(thing, query.text(), found.get(thing))));
            }
        }
        List<Candidate> judged = found.values().stream()
                .map(one -> judged(one, query))
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(candidate -> candidate.thing().getURI()))
                .toList();
        List<Candidate> decided = new ArrayList<>();
        for (int i = 0; i < Math.min(judged.size(), query.limit()); i++) {
            Candidate one = judged.get(i);
            boolean alone = i == 0
                    && (judged.size() == 1
                            || judged.get(1).score() <= one.score() - MARGIN
                            || isNamedSo(one, judged.get(1)));
            decided.add(new Candidate(
                    one.thing(),
                    one.name(),
                    one.score(),
                    one.match() && alone,
                    one.likeness(),
                    one.agreeing(),
                    one.contradicting()));
        }
        return decided;
    }

    /** Whether the first bears the very name, and the second only one that is like it. */
    private static boolean isNamedSo(Candidate first, Candidate second) {
        return first.likeness() == EXACT && second.likeness() < EXACT;
    }

    private void exactly(String text, List<String> kinds, Map<Node, Found> found) {
        for (String written : List.of(text, NameMatcher.inFull(text))) {
            Optional<Node> meant = things.meant(written, kinds);
            meant.ifPresent(thing -> found.putIfAbsent(thing, new Found(thing, written, EXACT, true)));
            for (Node thing : things.resolve(written, kinds)) {
                found.putIfAbsent(thing, new Found(thing, written, SHARED, false));
            }
            if (!found.isEmpty()) {
                return;
            }
        }
    }

    /** "Name, Place" and "Name (something)": the name, if that is where the thing is; else it may be a branch or a namesake. */
    private void qualified(String text, List<String> kinds, Map<Node, Found> found) {
        Matcher parts = QUALIFIER.matcher(text.strip());
        if (!parts.matches()) {
            return;
        }
        String qualifier = parts.group(2) == null ? parts.group(3) : parts.group(2);
        List<Node> places = things.resolve(qualifier, List.of("place"));
        Map<Node, Found> bare = new LinkedHashMap<>();
        exactly(parts.group(1), kinds, bare);
        bare.values().forEach(one -> {
            boolean there = one.clear() && places.stream().anyMatch(place -> isIn(one.thing(), place));
            found.put(one.thing(), new Found(one.thing(), one.name(), there ? PLACED : QUALIFIED, there));
        });
        // A slip in the name, with the acronym right behind it.
        List<Node> named = things.resolve(qualifier, kinds);
        matcher.like(NameMatcher.inFull(parts.group(1)), kinds, COMPARED).stream()
                .filter(like -> like.slipsOnly() && named.contains(like.thing()))
                .forEach(like -> found.put(like.thing(), new Found(like.thing(), like.name(), PLACED, true)));
    }

    private boolean isIn(Node thing, Node place) {
        return properties.all().stream()
                .filter(property ->
                        property.id().equals("basedIn") || property.id().equals("within"))
                .flatMap(property -> properties.values(property, thing).stream())
                .anyMatch(value -> properties.around(value.node()).contains(place));
    }

    /** An identifier decides, unless the name is quite another: then one of the two is wrong. */
    private static Found identified(Node thing, String text, Found byName) {
        boolean agreed = text.isBlank() || (byName != null && byName.likeness() >= SIMILAR);
        return new Found(thing, byName == null ? "" : byName.name(), agreed ? EXACT : QUALIFIED, agreed);
    }

    private List<Node> identified(EntityProperty property, String value, List<String> kinds) {
        return things.resolve(property.register().orElseThrow().namespace() + value.strip(), kinds)
                        .isEmpty()
                ? things.resolve(value, kinds).stream()
                        .filter(thing -> agrees(properties.values(property, thing), value))
                        .toList()
                : things.resolve(property.register().orElseThrow().namespace() + value.strip(), kinds);
    }

    private Candidate judged(Found one, ReconcileQuery query) {
        int agreeing = 0;
        int contradicting = 0;
        for (ReconcileQuery.Condition condition : query.conditions()) {
            List<PropertyValue> known = properties.values(condition.property(), one.thing());
            List<String> given = condition.values().stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (known.isEmpty() || given.isEmpty()) {
                continue;
            }
            if (given.stream().anyMatch(value -> agrees(known, value))) {
                agreeing++;
            } else {
                contradicting++;
            }
        }
        double score = Math.max(0, Math.min(EXACT, one.likeness() + AGREES * agreeing - CONTRADICTS * contradicting));
        boolean match = one.clear() && contradicting == 0 && score >= CLEAR;
        return new Candidate(one.thing(), one.name(), score, match, one.likeness(), agreeing, contradicting);
    }

    /** Whether one of the values of a property means what a table has there. */
    private boolean agrees(List<PropertyValue> known, String given) {
        for (PropertyValue value : known) {
            if (value.node().isURI() && Iris.parse(value.node().getURI()).isPresent()) {
                String kind = Iris.parse(value.node().getURI()).get().kind();
                List<Node> meant = things.resolve(given, List.of(kind));
                Set<Node> wider = properties.around(value.node());
                if (meant.stream().anyMatch(wider::contains)
                        || ThingIndex.isTheSame(
                                Iris.parse(value.node().getURI()).get().slug().replaceFirst(".*/", ""), given)) {
                    return true;
                }
            } else if (ThingIndex.isTheSame(value.text(), given)
                    || value.text().equals(given.strip())
                    || (value.node().isURI()
                            && ThingIndex.isTheSame(value.node().getURI(), given))) {
                return true;
            }
        }
        return false;
    }
}
