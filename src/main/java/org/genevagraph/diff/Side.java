package org.genevagraph.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** One of the two snapshots that are compared: what it holds, sorted by area, and how to say it in words. */
final class Side {
    private static final Node DERIVED = Iris.graph("derived");
    /** Graphs that say nothing of their own, or no fact. */
    private static final Set<Node> LEFT_OUT = Set.of(DERIVED, Iris.graph("ontology"), Iris.graph("standard"));

    private static final String STATED = "stated";
    /** Names of vocabularies that the ontology uses and does not describe, by what the fixed texts call them. */
    private static final Map<Node, String> NAMES = Map.of(
            RDF.type.asNode(),
            "diff.is-a",
            SKOS.prefLabel.asNode(),
            "diff.name",
            SKOS.altLabel.asNode(),
            "diff.other-name",
            SKOS.hiddenLabel.asNode(),
            "diff.spelling",
            GG.via,
            "diff.through");

    private final ResourceBundle words;
    private final String language;
    private final FactGraph facts;
    /** What is neither derived nor vocabulary: a direct triple of a statement would repeat what the statement says. */
    private final FactGraph asserted;

    private final FactGraph derived;
    private final Map<Change.Area, Map<String, Node>> nodes = new EnumMap<>(Change.Area.class);
    private final Map<Node, Node> classes =
            new TreeMap<>((one, other) -> one.getURI().compareTo(other.getURI()));

    /** With what it holds, to be told in a language. */
    Side(Snapshot snapshot, String language) {
        this.language = language;
        words = ResourceBundle.getBundle(
                "messages/diff",
                language.equals("en") ? Locale.ROOT : Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        DatasetGraph dataset = snapshot.dataset();
        facts = snapshot.facts();
        derived = new FactGraph(dataset.getGraph(DERIVED));
        Graph tables = new GraphMem2Fast();
        dataset.listGraphNodes().forEachRemaining(name -> {
            if (!LEFT_OUT.contains(name)) {
                GraphUtil.addInto(tables, dataset.getGraph(name));
            }
        });
        asserted = new FactGraph(tables);
        for (Change.Area area : Change.Area.values()) {
            nodes.put(area, new TreeMap<>());
        }
        sort(asserted, type -> true);
        // Of what is derived only the rules themselves and their statements are things of their own.
        sort(derived, type -> type.equals(GG.Statement) || type.equals(GG.Rule));
    }

    private void sort(FactGraph graph, Predicate<Node> wanted) {
        graph.graph().stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filter(triple -> triple.getSubject().isURI()
                        && triple.getObject().isURI()
                        && triple.getObject().getURI().startsWith(GG.NS)
                        && wanted.test(triple.getObject())
                        // What is said from the other end, too, changes with the statement itself.
                        && facts.one(triple.getSubject(), GG.reverseOf).isEmpty())
                .forEach(triple -> {
                    Node node = triple.getSubject();
                    classes.put(node, triple.getObject());
                    nodes.get(area(node, triple.getObject())).put(node.getURI(), node);
                });
    }

    private Change.Area area(Node node, Node type) {
        if (type.equals(GG.Statement)) {
            return facts.one(node, GG.derivedBy).isPresent() ? Change.Area.DERIVED : Change.Area.STATEMENT;
        }
        return type.equals(GG.Figure)
                ? Change.Area.FIGURE
                : type.equals(GG.Passage) ? Change.Area.PASSAGE : Change.Area.THING;
    }

    /** Everything of an area, by IRI. */
    Map<String, Node> nodes(Change.Area area) {
        return nodes.get(area);
    }

    /** What is said of a node where it is described, each property with its values. */
    Map<Node, Set<Node>> description(Node node) {
        Graph graph = derived.one(node, RDF.type.asNode()).isPresent()
                        && asserted.one(node, RDF.type.asNode()).isEmpty()
                ? derived.graph()
                : asserted.graph();
        return graph.stream(node, Node.ANY, Node.ANY)
                .collect(Collectors.groupingBy(
                        Triple::getPredicate, Collectors.mapping(Triple::getObject, Collectors.toSet())));
    }

    /** What makes two nodes of an area versions of one, when their IRIs are hashes of what they say. */
    String identity(Change.Area area, Node node) {
        List<Node> properties = switch (area) {
            case STATEMENT -> List.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode());
            case DERIVED -> List.of(GG.derivedBy, RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode());
            case FIGURE -> List.of(GG.ofSubject, GG.measure);
            default -> List.of();
        };
        return properties.isEmpty()
                ? node.getURI()
                : properties.stream()
                        .map(property -> values(node, property).toString())
                        .collect(Collectors.joining(" "));
    }

    private Set<String> values(Node node, Node property) {
        return facts.all(node, property).stream().map(Node::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The class of a node, or the rule that derived it. */
    String group(Node node) {
        return facts.one(node, GG.derivedBy)
                .map(rule -> Iris.parse(rule.getURI()).map(Iris.Id::slug).orElse(rule.getURI()))
                .orElseGet(() -> name(classes.get(node)));
    }

    /** A node of an area in words. */
    Phrase words(Change.Area area, Node node) {
        return switch (area) {
            case STATEMENT, DERIVED -> statement(node);
            case FIGURE -> end(node, GG.ofSubject).and(": " + facts.label(node)).and(evidence(node));
            case PASSAGE ->
                withMore(Phrase.naming(FactGraph.cited(node), node.getURI()), Phrase.of(facts.text(node, GG.topic)));
            default -> thing(node);
        };
    }

    private Phrase thing(Node node) {
        Optional<Iris.Id> id = Iris.parse(node.getURI());
        if (facts.one(node, RDFS.label.asNode()).isPresent()) {
            return Phrase.naming(label(node), node.getURI())
                    .and(id.map(known -> " (" + known.slug() + ")").orElse(""));
        }
        // A note has no name: it is what it says.
        return Phrase.joined(
                description(node).entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(RDF.type.asNode()))
                        .flatMap(entry -> entry.getValue().stream()
                                .map(value ->
                                        Phrase.of(name(entry.getKey()) + " ").and(word(value))))
                        .sorted()
                        .toList(),
                ", ");
    }

    private Phrase statement(Node node) {
        List<Phrase> more = new ArrayList<>();
        facts.all(node, GG.via).stream()
                .map(this::word)
                .sorted()
                .forEach(via -> more.add(
                        Phrase.of(words.getString("diff.through") + " ").and(via)));
        addText(more, "", node, GG.role);
        addText(more, words.getString("diff.since") + " ", node, GG.from);
        addText(more, words.getString("diff.until") + " ", node, GG.until);
        facts.one(node, GG.standing)
                .filter(standing -> !facts.label(standing).equals(STATED)
                        // A derived statement stands below its rule.
                        && facts.one(node, GG.derivedBy).isEmpty())
                .map(this::label)
                .map(Phrase::of)
                .ifPresent(more::add);
        Phrase relation = facts.one(node, RDF.predicate.asNode())
                .map(known -> Phrase.of(" ")
                        .and(Phrase.naming(name(known), known.getURI()))
                        .and(" "))
                .orElse(Phrase.of(" ? "));
        Phrase claim = end(node, RDF.subject.asNode()).and(relation).and(end(node, RDF.object.asNode()));
        return withMore(claim, Phrase.joined(more, ", ")).and(evidence(node));
    }

    private Phrase end(Node statement, Node property) {
        return facts.one(statement, property).map(this::word).orElse(Phrase.of("?"));
    }

    private void addText(List<Phrase> to, String before, Node node, Node property) {
        String text = facts.text(node, property);
        if (!text.isEmpty()) {
            to.add(Phrase.of(before + text));
        }
    }

    private Phrase evidence(Node node) {
        List<Phrase> passages =
                facts.all(node, GG.evidence).stream().map(this::word).sorted().toList();
        return passages.isEmpty()
                ? Phrase.of("")
                : Phrase.of(" [").and(Phrase.joined(passages, " ")).and("]");
    }

    private static Phrase withMore(Phrase words, Phrase more) {
        return more.isEmpty() ? words : words.and(", ").and(more);
    }

    /** A property or class in words. */
    String name(Node term) {
        String known = NAMES.get(term);
        if (known != null) {
            return words.getString(known);
        }
        return facts.one(term, RDFS.label.asNode())
                .map(any -> label(term))
                .orElseGet(() -> term.getURI()
                        .replaceFirst("^.*[/#]", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT));
    }

    /** What a thing is called in the language; in English if it has no name there. */
    private String label(Node node) {
        return facts.all(node, SKOS.prefLabel.asNode()).stream()
                .filter(name -> name.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .filter(name -> !language.equals("en"))
                .orElseGet(() -> facts.label(node));
    }

    /** A value in words. */
    Phrase word(Node value) {
        if (value.isLiteral()) {
            return Phrase.of(value.getLiteralLexicalForm());
        }
        Optional<Iris.Id> id = Iris.parse(value.getURI());
        if (id.filter(known -> known.kind().equals("passage")).isPresent()) {
            return Phrase.naming(FactGraph.cited(value), value.getURI());
        }
        return classes.getOrDefault(value, value).equals(GG.Statement)
                ? statement(value)
                : Phrase.naming(
                        id.isPresent() || value.getURI().startsWith(GG.NS) ? label(value) : value.getURI(),
                        value.getURI());
    }
}
