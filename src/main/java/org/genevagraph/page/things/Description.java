package org.genevagraph.page.things;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Prefixes;

/**
 * What a client gets that asks for a thing as RDF: its triples, the direct ones that lead to it, and the statements about it in full. Names of other
 * things stand with those: a client that follows what has a name would otherwise be led through the whole graph.
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
        return description;
    }

    private static void add(Graph graph, Triple statement, Graph description) {
        graph.stream(statement.getSubject(), Node.ANY, Node.ANY).forEach(description::add);
    }
}
