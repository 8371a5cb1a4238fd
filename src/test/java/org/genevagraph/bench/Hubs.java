package org.genevagraph.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** The things of each kind by how many statements name them, most first, and what queries are asked about them. */
final class Hubs {
    private final Map<String, List<Node>> byKind = new TreeMap<>();

    Hubs(Graph graph) {
        Map<Node, Integer> counts = new HashMap<>();
        for (Node end : List.of(RDF.subject.asNode(), RDF.object.asNode(), GG.via)) {
            graph.stream(Node.ANY, end, Node.ANY)
                    .filter(triple -> triple.getObject().isURI())
                    .forEach(triple -> counts.merge(triple.getObject(), 1, Integer::sum));
        }
        counts.forEach((node, count) -> Iris.parse(node.getURI())
                .ifPresent(id -> byKind.computeIfAbsent(id.kind(), kind -> new ArrayList<>())
                        .add(node)));
        byKind.values()
                .forEach(things -> things.sort(
                        Comparator.comparing((Node thing) -> -counts.get(thing)).thenComparing(Node::getURI)));
    }

    /**
     * What a query is asked.
     *
     * @param part how far down: 0 the most named thing of each kind, 0.5 the middle one
     */
    Map<String, String> asked(QueryFile query, double part) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Integer> taken = new HashMap<>();
        for (Parameter parameter : query.parameters()) {
            if (!parameter.defaultValue().isEmpty()) {
                continue;
            }
            List<Node> things = parameter.kinds().isEmpty()
                    ? List.of()
                    : byKind.getOrDefault(parameter.kinds().get(0), List.of());
            int more = taken.merge(parameter.kinds().toString(), 1, Integer::sum) - 1;
            int at = Math.min((int) (part * things.size()) + more, things.size() - 1);
            // Two things that a query compares are two of the same place; what can be left out narrows, and is.
            if (things.isEmpty()) {
                values.put(parameter.name(), parameter.example());
            } else if (parameter.required() || more == 0) {
                values.put(parameter.name(), things.get(at).getURI());
            }
        }
        return values;
    }
}
