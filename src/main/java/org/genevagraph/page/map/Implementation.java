package org.genevagraph.page.map;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.compact.Compact;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * Who can carry out the Compact, line by line; what the query implementation-map answers, with the issues in between.
 *
 * @param compact the Compact
 * @param lines its Action Lines in their order
 */
public record Implementation(Compact compact, Map<Node, Line> lines) {
    private static final Node EXISTING = Iris.concept("status", "existing");
    private static final Node COMMITTEE = Iris.concept("organisation-kind", "committee");

    /** Reads it from a snapshot. */
    public static Implementation of(Snapshot snapshot, Labels labels) {
        Graph graph = snapshot.dataset().getDefaultGraph();
        Compact compact = Compact.of(snapshot);
        Comparator<Node> byName = Comparator.comparing((Node thing) -> labels.of(thing, Language.EN))
                .thenComparing(Node::getURI);
        Map<Node, Line> lines = new LinkedHashMap<>();
        for (Node line : compact.lines()) {
            List<Bridge> bridges = graph.stream(Node.ANY, GG.bridgesTo, line)
                    .map(Triple::getSubject)
                    .sorted(byName)
                    .map(issue -> new Bridge(
                            issue,
                            reason(graph, issue, line),
                            new FactGraph(graph)
                                    .narrowed(issue).stream()
                                            .flatMap(topic -> graph.stream(Node.ANY, GG.addresses, topic))
                                            .map(Triple::getSubject)
                                            .filter(actor -> graph.contains(actor, RDF.type.asNode(), GG.Organisation))
                                            .flatMap(actor -> acting(actor, graph))
                                            .distinct()
                                            .sorted(byName)
                                            .toList()))
                    .toList();
            lines.put(
                    line,
                    new Line(
                            line,
                            graph.stream(Node.ANY, GG.facilitates, line)
                                    .map(Triple::getSubject)
                                    .sorted(byName)
                                    .toList(),
                            bridges,
                            bridges.stream()
                                    .flatMap(bridge -> bridge.organisations().stream())
                                    .distinct()
                                    .sorted(byName)
                                    .toList()));
        }
        return new Implementation(compact, lines);
    }

    /**
     * Who acts where an organisation is said to: nobody where it is only planned or proposed, or over; the body that it belongs to where it
     * is a committee.
     */
    private static Stream<Node> acting(Node actor, Graph graph) {
        if (graph.stream(actor, GG.status, Node.ANY)
                .anyMatch(triple -> !triple.getObject().equals(EXISTING))) {
            return Stream.empty();
        }
        List<Node> wholes = isCommittee(actor, graph)
                ? wholes(actor, graph)
                        .filter(whole -> !isCommittee(whole, graph))
                        .toList()
                : List.of();
        return wholes.isEmpty() ? Stream.of(actor) : wholes.stream();
    }

    private static boolean isCommittee(Node organisation, Graph graph) {
        return graph.contains(organisation, GG.kind, COMMITTEE);
    }

    private static Stream<Node> wholes(Node part, Graph graph) {
        return graph.stream(part, GG.partOf, Node.ANY)
                .map(Triple::getObject)
                .flatMap(whole -> Stream.concat(Stream.of(whole), wholes(whole, graph)));
    }

    private static String reason(Graph graph, Node issue, Node line) {
        return graph.stream(Node.ANY, RDF.subject.asNode(), issue)
                .map(Triple::getSubject)
                .filter(statement -> graph.contains(statement, RDF.predicate.asNode(), GG.bridgesTo)
                        && graph.contains(statement, RDF.object.asNode(), line))
                .flatMap(statement -> graph.stream(statement, GG.reason, Node.ANY))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .findFirst()
                .orElse("");
    }
}
