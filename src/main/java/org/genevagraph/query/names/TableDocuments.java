package org.genevagraph.query.names;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** The documents that are tables: they have more rows than paragraphs, and what stands in a numbered line of theirs is a row. */
public final class TableDocuments {
    private static final String KIND = "passage-kind";

    private TableDocuments() {}

    /** Those of a graph. */
    public static Set<Node> of(Graph graph) {
        Map<Node, Integer> rows = count(graph, "row");
        Map<Node, Integer> paragraphs = count(graph, "paragraph");
        return rows.entrySet().stream()
                .filter(document -> document.getValue() > paragraphs.getOrDefault(document.getKey(), 0))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<Node, Integer> count(Graph graph, String kind) {
        Map<Node, Integer> counts = new HashMap<>();
        graph.stream(Node.ANY, GG.kind, Iris.concept(KIND, kind))
                .flatMap(passage -> graph.stream(passage.getSubject(), GG.inDocument, Node.ANY))
                .forEach(document -> counts.merge(document.getObject(), 1, Integer::sum));
        return counts;
    }
}
