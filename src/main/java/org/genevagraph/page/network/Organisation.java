package org.genevagraph.page.network;

import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * An organisation as the network has it.
 *
 * @param node its IRI
 * @param acronym its shortest acronym; empty if it has none
 * @param kind the concept of its kind
 * @param profiled whether a source text is about it; otherwise it is only mentioned
 * @param issues the issues and topics that it addresses itself, and what holds them
 */
public record Organisation(Node node, String acronym, Node kind, boolean profiled, Set<Node> issues) {
    public Organisation {
        issues = Set.copyOf(issues);
    }
}
