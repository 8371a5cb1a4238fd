package org.genevagraph.query.plan;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** An IRI that stands for whichever thing a parameter names, while a query is planned. */
final class AnyThing {
    private static final String SCHEME = "urn:geneva-graph:any:";

    private AnyThing() {}

    /** What stands for the value of a parameter. */
    static Node named(String parameter) {
        return NodeFactory.createURI(SCHEME + parameter);
    }

    /** Whether a term stands for another, so that nothing can be said of it yet. */
    static boolean is(Node node) {
        return node.isURI() && node.getURI().startsWith(SCHEME);
    }
}
