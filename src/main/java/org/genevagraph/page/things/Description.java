package org.genevagraph.page.things;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Prefixes;

/**
 * What a client gets that asks for a thing as RDF: its triples, the direct ones that lead to it, the statements about it in full, and
 * the names of what they lead to.
 */
public final class Description {
    private Description() {}

    /** The description of a thing; empty if the graph does not know it. */
    public static Graph of(Graph graph, Node thing) {
        Graph description = GraphFactory.createDefaultGraph();
        description.getPrefixMapping().setNsPrefixes(Prefixes.ALL);
        graph.stream(thing, Node.ANY, Node.ANY).forEach(description::add);
        if (description.isEmpty()) {
            return description;
        }
        graph.stream(Node.ANY, RDF.subject.asNode(), thing).forEach(triple -> add(graph, triple, description));
        graph.stream(Node.ANY, RDF.object.asNode(), thing).forEach(triple -> add(graph, triple, description));
        graph.stream(Node.ANY, Node.ANY, thing)
                .filter(triple -> !graph.contains(triple.getSubject(), RDF.type.asNode(), GG.Statement))
                .forEach(description::add);
        for (Triple triple : description.stream().toList()) {
            for (Node end : new Node[] {triple.getSubject(), triple.getObject()}) {
                if (end.isURI() && end.getURI().startsWith(Iris.BASE)) {
                    graph.stream(end, RDFS.label.asNode(), Node.ANY).forEach(description::add);
                }
            }
        }
        return description;
    }

    private static void add(Graph graph, Triple statement, Graph description) {
        graph.stream(statement.getSubject(), Node.ANY, Node.ANY).forEach(description::add);
    }
}
