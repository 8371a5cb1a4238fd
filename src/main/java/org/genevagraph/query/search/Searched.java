package org.genevagraph.query.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.query.search.SearchHit.Thing;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/**
 * A thing with all that it is found by.
 *
 * @param order its place among equals
 * @param texts what it says in each field
 * @param keys its names as they are compared whole
 * @param languages the languages of its names, by their tags; what is no name of any language is not there
 * @param revises whether it is a changed version of something else
 */
record Searched(
        Thing thing,
        String order,
        Map<SearchField, List<String>> texts,
        Map<SearchField, Set<String>> keys,
        Map<String, Set<String>> languages,
        boolean revises) {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    List<String> in(SearchField field) {
        return texts.getOrDefault(field, List.of());
    }

    /** Whether a text is a name in a language, or the one that it has there for want of another; what has no tag counts as English. */
    boolean isIn(String language, String text) {
        return text.equals(thing.label(language))
                || languages.getOrDefault(text, Set.of()).contains(language);
    }

    /** All things of a graph that can be found, in the order in which equal hits stand. */
    static List<Searched> all(Graph graph) {
        Map<Node, Set<String>> retired = new HashMap<>();
        graph.stream(Node.ANY, DCTerms.isReplacedBy.asNode(), Node.ANY)
                .forEach(triple -> id(triple.getSubject())
                        .ifPresent(old -> retired.computeIfAbsent(triple.getObject(), key -> new TreeSet<>())
                                .add(old.slug())));
        Map<String, List<Node>> wordings = wordings(graph);
        return graph.stream(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .filter(node -> id(node).filter(id -> SearchIndex.KINDS.contains(id.kind()))
                        .isPresent())
                .map(node -> found(graph, node, retired.getOrDefault(node, Set.of()), wordings))
                // Of two that are found alike, what revises another stands behind it, and what a source text is about
                // before the rest.
                .sorted(Comparator.comparing(Searched::revises)
                        .thenComparing(found -> !graph.contains(
                                NodeFactory.createURI(found.thing().iri()), GG.profiledIn, Node.ANY))
                        .thenComparing(Searched::order)
                        .thenComparing(found -> found.thing().iri()))
                .toList();
    }

    private static Optional<Iris.Id> id(Node node) {
        return node.isURI() ? Iris.parse(node.getURI()) : Optional.empty();
    }

    /** What English words of the tables are in other languages. */
    private static Map<String, List<Node>> wordings(Graph graph) {
        Map<String, List<Node>> wordings = new HashMap<>();
        graph.stream(Node.ANY, GG.wording, Node.ANY)
                .filter(triple -> Literals.isEnglish(triple.getObject()))
                .forEach(english -> wordings.put(
                        SearchWords.normal(english.getObject().getLiteralLexicalForm()),
                        graph.stream(english.getSubject(), GG.wording, Node.ANY)
                                .map(Triple::getObject)
                                .filter(other -> !Literals.isEnglish(other))
                                .toList()));
        return wordings;
    }

    /** Texts with the same in other languages. */
    private static List<String> inAll(List<String> texts, Map<String, List<Node>> wordings) {
        return texts.stream()
                .flatMap(text -> Stream.concat(
                        Stream.of(text),
                        wordings.getOrDefault(text, List.of()).stream()
                                .map(other -> SearchWords.normal(other.getLiteralLexicalForm()))))
                .distinct()
                .toList();
    }

    private static Searched found(Graph graph, Node node, Set<String> retired, Map<String, List<Node>> wordings) {
        Iris.Id id = id(node).orElseThrow();
        boolean passage = id.kind().equals(SearchIndex.PASSAGE);
        List<String> names = texts(graph, node, SKOS.prefLabel.asNode());
        List<String> labels = texts(graph, node, SKOS.prefLabel.asNode(), Literals::isEnglish);
        List<String> acronyms = texts(graph, node, GG.acronym);
        String shownId = passage ? id.slug().replaceFirst("/", "#") : id.slug();
        Map<SearchField, List<String>> texts = new EnumMap<>(SearchField.class);
        // Hundreds of passages are called like their document, which is meant rather than all of them.
        texts.put(SearchField.NAME, passage ? List.of() : labels);
        texts.put(SearchField.ACRONYM, acronyms);
        texts.put(
                SearchField.ALIAS,
                Stream.concat(texts(graph, node, SKOS.altLabel.asNode()).stream(), names.stream())
                        .filter(name -> !acronyms.contains(name) && !labels.contains(name))
                        .distinct()
                        .toList());
        texts.put(SearchField.SYMBOL, texts(graph, node, GG.symbol));
        texts.put(SearchField.ID, List.of(shownId));
        texts.put(
                SearchField.IDENTIFIER,
                ThingIndex.identifiers(graph, node).map(Node::getURI).sorted().toList());
        texts.put(SearchField.SUMMARY, inAll(texts(graph, node, GG.summary), wordings));
        texts.put(SearchField.DEFINITION, inAll(texts(graph, node, SKOS.definition.asNode()), wordings));
        // A passage of an amended document treats what its original does; one hit for the two is enough.
        boolean revises = graph.contains(node, GG.revises, Node.ANY);
        texts.put(SearchField.TOPIC, revises && passage ? List.of() : inAll(texts(graph, node, GG.topic), wordings));
        texts.put(SearchField.TEXT, texts(graph, node, GG.text));
        Map<SearchField, Set<String>> keys = new EnumMap<>(SearchField.class);
        SearchTier.EXACT.fields().forEach(field -> keys.put(field, keys(texts.get(field))));
        keys.get(SearchField.ID).addAll(keys(List.of(id.kind() + "/" + id.slug())));
        keys.get(SearchField.ID).addAll(keys(retired));
        Map<String, String> descriptions = new TreeMap<>();
        for (Node property : List.of(GG.summary, SKOS.definition.asNode(), GG.topic)) {
            byLanguage(graph, node, property).forEach(descriptions::putIfAbsent);
        }
        wordings.getOrDefault(descriptions.getOrDefault(Literals.ENGLISH, ""), List.of())
                .forEach(other -> descriptions.putIfAbsent(
                        other.getLiteralLanguage(), SearchWords.normal(other.getLiteralLexicalForm())));
        Thing thing = new Thing(
                node.getURI(),
                id.kind(),
                shownId,
                byLanguage(graph, node, SKOS.prefLabel.asNode()),
                acronyms,
                descriptions);
        Map<String, Set<String>> languages = new HashMap<>();
        Stream.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), GG.acronym)
                .flatMap(property -> graph.stream(node, property, Node.ANY))
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .forEach(name -> languages
                        .computeIfAbsent(SearchWords.normal(name.getLiteralLexicalForm()), any -> new TreeSet<>())
                        .add(Literals.isEnglish(name) ? Literals.ENGLISH : name.getLiteralLanguage()));
        return new Searched(thing, order(labels.get(0)), texts, keys, languages, revises);
    }

    /** What a thing says in each language, by its tag; what has none counts as English. */
    private static Map<String, String> byLanguage(Graph graph, Node node, Node property) {
        Map<String, String> texts = new TreeMap<>();
        graph.stream(node, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .forEach(text -> texts.merge(
                        Literals.isEnglish(text) ? Literals.ENGLISH : text.getLiteralLanguage(),
                        SearchWords.normal(text.getLiteralLexicalForm()),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return texts;
    }

    private static Set<String> keys(Collection<String> names) {
        return names.stream()
                .flatMap(name -> SearchWords.of(name).keys().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** In one order, whatever that of the graph is: the same graph must give the same answers. */
    private static List<String> texts(Graph graph, Node node, Node property) {
        return texts(graph, node, property, Node::isLiteral);
    }

    private static List<String> texts(Graph graph, Node node, Node property, Predicate<Node> wanted) {
        return graph.stream(node, property, Node.ANY)
                .map(Triple::getObject)
                .filter(wanted)
                .map(text -> SearchWords.normal(text.getLiteralLexicalForm()))
                .sorted()
                .distinct()
                .toList();
    }

    /** Numbers in names count as numbers: paragraph 9 stands before paragraph 10. */
    private static String order(String label) {
        return DIGITS.matcher(SearchWords.of(label).joined())
                .replaceAll(number -> String.format("%09d", Integer.parseInt(number.group())));
    }
}
