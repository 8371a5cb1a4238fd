package org.genevagraph.page.ontology;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Link;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** One use of each term, always the same for the same graph: rather a stated fact about a profiled organisation than any other. */
public final class Examples {
    private static final Node STATED = Iris.concept("standing", "stated");

    private final Graph graph;
    private final FactGraph facts;

    /** What was found, for it is asked again for the page in the other language. */
    private final Map<Node, Optional<Node>> statements = new ConcurrentHashMap<>();

    private final Map<Node, Optional<Node>> things = new ConcurrentHashMap<>();
    private final Map<Node, Optional<Triple>> triples = new ConcurrentHashMap<>();

    private Examples(Graph graph) {
        this.graph = graph;
        this.facts = new FactGraph(graph);
    }

    /** Examples out of a snapshot. */
    public static Examples of(Snapshot snapshot) {
        return new Examples(snapshot.facts().graph());
    }

    /** A statement of a relation; empty if there is none. */
    public Optional<Node> statement(Node relation) {
        return statements.computeIfAbsent(
                relation,
                any -> graph.stream(Node.ANY, RDF.predicate.asNode(), relation)
                        .map(Triple::getSubject)
                        .filter(Node::isURI)
                        .map(this::said)
                        .min(Comparator.comparing(Said::isUnsure)
                                .thenComparing(Said::isOfNoProfile)
                                .thenComparing(Said::subject)
                                .thenComparing(Said::object)
                                .thenComparing(said -> said.statement().getURI()))
                        .map(Said::statement));
    }

    /** What statements are compared by, looked up once for each. */
    private record Said(Node statement, boolean isUnsure, boolean isOfNoProfile, String subject, String object) {}

    private Said said(Node statement) {
        Optional<Node> subject = facts.one(statement, RDF.subject.asNode());
        return new Said(
                statement,
                !graph.contains(statement, GG.standing, STATED),
                subject.filter(this::isProfiled).isEmpty(),
                subject.map(Node::toString).orElse(""),
                facts.one(statement, RDF.object.asNode()).map(Node::toString).orElse(""));
    }

    private boolean isProfiled(Node thing) {
        return graph.contains(thing, GG.profiledIn, Node.ANY);
    }

    /** A thing of a class, the one that most leads to. */
    Optional<Node> thing(Node type) {
        return things.computeIfAbsent(
                type,
                any -> graph.stream(Node.ANY, RDF.type.asNode(), type)
                        .map(Triple::getSubject)
                        .filter(Node::isURI)
                        .map(thing -> new Led(
                                thing, graph.stream(Node.ANY, Node.ANY, thing).count()))
                        .min(Comparator.comparingLong(Led::times)
                                .reversed()
                                .thenComparing(led -> led.thing().getURI()))
                        .map(Led::thing));
    }

    /** A thing, and how often something leads to it. */
    private record Led(Node thing, long times) {}

    /** A triple of a property: of things rather than of terms. */
    private Optional<Triple> triple(Node property) {
        return triples.computeIfAbsent(
                property,
                any -> graph.stream(Node.ANY, property, Node.ANY)
                        .filter(triple -> triple.getSubject().isURI()
                                && !triple.getObject().isBlank())
                        .min(Comparator.comparing((Triple triple) -> !isProfiled(triple.getSubject()))
                                .thenComparing(triple -> triple.getSubject().getURI())
                                .thenComparing(triple -> triple.getObject().toString())));
    }

    /** How the graph uses a class. */
    Usage ofClass(Node type, Names names) {
        long count = graph.stream(Node.ANY, RDF.type.asNode(), type).count();
        return new Usage(
                count, 0, thing(type).map(thing -> List.of(names.thing(thing))).orElse(List.of()), List.of());
    }

    /** How the graph uses a property. */
    Usage ofProperty(Node property, Names names) {
        long count = graph.stream(Node.ANY, property, Node.ANY).count();
        long statements =
                graph.stream(Node.ANY, RDF.predicate.asNode(), property).count();
        Optional<Node> statement = statement(property);
        if (statement.isPresent()) {
            List<Link> evidence = facts.all(statement.get(), GG.evidence).stream()
                    .sorted(Comparator.comparing(Node::getURI))
                    .map(names::passage)
                    .toList();
            List<Link> said = Stream.of(RDF.subject, RDF.predicate, RDF.object)
                    .flatMap(part -> facts.one(statement.get(), part.asNode()).stream())
                    .map(names::thing)
                    .toList();
            return new Usage(count, statements, said, evidence);
        }
        List<Link> said = triple(property)
                .map(triple -> Stream.of(triple.getSubject(), property, triple.getObject())
                        .map(names::thing)
                        .toList())
                .orElse(List.of());
        return new Usage(count, 0, said, List.of());
    }
}
