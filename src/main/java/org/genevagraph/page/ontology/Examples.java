package org.genevagraph.page.ontology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        return graph.stream(Node.ANY, RDF.predicate.asNode(), relation)
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .min(Comparator.comparing((Node statement) -> !graph.contains(statement, GG.standing, STATED))
                        .thenComparing(statement -> facts.one(statement, RDF.subject.asNode())
                                .filter(subject -> graph.contains(subject, GG.profiledIn, Node.ANY))
                                .isEmpty())
                        .thenComparing(statement -> facts.one(statement, RDF.subject.asNode())
                                .map(node -> node.toString())
                                .orElse(""))
                        .thenComparing(statement -> facts.one(statement, RDF.object.asNode())
                                .map(node -> node.toString())
                                .orElse(""))
                        .thenComparing(Node::getURI));
    }

    /** A thing of a class, the one that most leads to. */
    Optional<Node> thing(Node type) {
        Comparator<Node> byTies = Comparator.comparingLong(
                thing -> graph.stream(Node.ANY, Node.ANY, thing).count());
        return graph.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .min(byTies.reversed().thenComparing(Node::getURI));
    }

    /** A triple of a property: of things rather than of terms. */
    private Optional<Triple> triple(Node property) {
        return graph.stream(Node.ANY, property, Node.ANY)
                .filter(triple ->
                        triple.getSubject().isURI() && !triple.getObject().isBlank())
                .min(Comparator.comparing(
                                (Triple triple) -> !graph.contains(triple.getSubject(), GG.profiledIn, Node.ANY))
                        .thenComparing(triple -> triple.getSubject().getURI())
                        .thenComparing(triple -> triple.getObject().toString()));
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
