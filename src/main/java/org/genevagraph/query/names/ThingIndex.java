package org.genevagraph.query.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/** Finds things by what people call them: slug, acronym, name or other name in any case and language, or IRI. */
public final class ThingIndex {
    /** From the most exact way of naming a thing to the least; the first that fits decides. */
    private enum How {
        SLUG,
        ACRONYM,
        NAME,
        OTHER_NAME
    }

    private final Map<Node, String> labels = new HashMap<>();
    private final Map<String, Map<How, Map<String, List<Node>>>> byKind = new LinkedHashMap<>();
    private final Map<Node, Node> successors = new HashMap<>();

    /** What is longer is refused before it is compared with anything; some titles are longer than names should be. */
    private int longestName = Nearest.MOST_CHARACTERS;

    private ThingIndex() {}

    /** Reads the names from a graph. */
    public static ThingIndex of(Graph graph) {
        ThingIndex index = new ThingIndex();
        graph.stream(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY).forEach(triple -> {
            kindAndSlug(triple.getSubject())
                    .ifPresent(id -> index.put(id.kind(), How.SLUG, id.slug(), triple.getSubject()));
            if (Literals.isEnglish(triple.getObject())) {
                index.labels.put(triple.getSubject(), triple.getObject().getLiteralLexicalForm());
                index.put(How.NAME, triple);
            } else {
                index.put(How.OTHER_NAME, triple);
            }
        });
        graph.stream(Node.ANY, GG.acronym, Node.ANY).forEach(triple -> index.put(How.ACRONYM, triple));
        graph.stream(Node.ANY, SKOS.altLabel.asNode(), Node.ANY).forEach(triple -> index.put(How.OTHER_NAME, triple));
        graph.stream(Node.ANY, GG.number, Node.ANY).forEach(triple -> index.put(How.OTHER_NAME, triple));
        graph.stream(Node.ANY, DCTerms.isReplacedBy.asNode(), Node.ANY).forEach(triple -> {
            index.successors.put(triple.getSubject(), triple.getObject());
            kindAndSlug(triple.getSubject())
                    .ifPresent(id -> index.put(id.kind(), How.SLUG, id.slug(), triple.getObject()));
        });
        return index;
    }

    private static Optional<Iris.Id> kindAndSlug(Node node) {
        return node.isURI() ? Iris.parse(node.getURI()) : Optional.empty();
    }

    private void put(How how, Triple triple) {
        kindAndSlug(triple.getSubject())
                .ifPresent(id -> put(id.kind(), how, triple.getObject().getLiteralLexicalForm(), triple.getSubject()));
    }

    private void put(String kind, How how, String name, Node thing) {
        longestName = Math.max(longestName, name.length());
        List<Node> things = byKind.computeIfAbsent(kind, key -> new LinkedHashMap<>())
                .computeIfAbsent(how, key -> new HashMap<>())
                .computeIfAbsent(folded(name), key -> new ArrayList<>());
        if (!things.contains(thing)) {
            things.add(thing);
        }
    }

    /** The name of a thing; its IRI if it has none. */
    public String label(Node thing) {
        return labels.getOrDefault(thing, thing.toString());
    }

    /**
     * The thing that is meant.
     *
     * @param given slug, acronym, name, other name, IRI, or {@code kind:slug}
     * @param kinds the kinds that it can be of; an earlier one is preferred
     * @throws Refusal if nothing is called so, with the nearest names, if several things are, or if it is too long to be a name
     */
    public Node find(String given, List<String> kinds) throws Refusal {
        if (given.length() > longestName) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    "the name has " + given.length() + " characters",
                    "use at most " + longestName,
                    new Refusal.Fault("", Refusal.Wrong.MALFORMED, List.of()));
        }
        Optional<Node> byIri = byIri(given, kinds);
        if (byIri.isPresent()) {
            return byIri.get();
        }
        for (How how : How.values()) {
            for (String kind : kinds) {
                List<Node> found = byKind.getOrDefault(kind, Map.of())
                        .getOrDefault(how, Map.of())
                        .getOrDefault(folded(given), List.of());
                if (found.size() == 1) {
                    return found.get(0);
                }
                if (found.size() > 1) {
                    List<String> slugs =
                            found.stream().map(ThingIndex::slug).sorted().toList();
                    throw new Refusal(
                            Refusal.Reason.BAD_REQUEST,
                            "'" + given + "' can be " + String.join(" or ", slugs),
                            "write one of these",
                            new Refusal.Fault("", Refusal.Wrong.AMBIGUOUS, slugs));
                }
            }
        }
        List<String> nearest = nearest(given, kinds);
        throw new Refusal(
                Refusal.Reason.NOT_FOUND,
                "no " + String.join(" or ", kinds) + " is called '" + given + "'",
                nearest.isEmpty() ? "look it up by its name" : "did you mean " + String.join(", ", nearest) + "?",
                new Refusal.Fault("", Refusal.Wrong.UNKNOWN, nearest));
    }

    private Optional<Node> byIri(String given, List<String> kinds) {
        Optional<Iris.Id> id = given.startsWith(Iris.BASE)
                ? Iris.parse(given)
                : kinds.stream()
                        .filter(kind -> given.startsWith(kind + ":"))
                        .map(kind -> new Iris.Id(kind, given.substring(kind.length() + 1)))
                        .findFirst();
        return id.filter(known -> kinds.contains(known.kind()))
                .flatMap(known -> byKind
                        .getOrDefault(known.kind(), Map.of())
                        .getOrDefault(How.SLUG, Map.of())
                        .getOrDefault(folded(known.slug()), List.of())
                        .stream()
                        .findFirst());
    }

    private List<String> nearest(String given, List<String> kinds) {
        Map<String, Node> known = new HashMap<>();
        for (String kind : kinds) {
            byKind.getOrDefault(kind, Map.of())
                    .values()
                    .forEach(names -> names.forEach((name, things) -> known.putIfAbsent(name, things.get(0))));
        }
        return Nearest.of(folded(given), known.keySet()).stream()
                .map(known::get)
                .map(ThingIndex::slug)
                .distinct()
                .toList();
    }

    private static String slug(Node thing) {
        return kindAndSlug(thing).map(Iris.Id::slug).orElse(thing.toString());
    }

    /** Case, accents, width of blanks and form of apostrophes and ligatures make no difference. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\s\\u00A0\\u202F]+", " ")
                .replace('’', '\'')
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe");
    }
}
