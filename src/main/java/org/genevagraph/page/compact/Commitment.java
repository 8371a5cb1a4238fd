package org.genevagraph.page.compact;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A commitment of the Compact with what the matrix maps it to.
 *
 * @param iri the commitment itself
 * @param objective the objective that it belongs to
 * @param section the heading under which it stands there; empty if none
 * @param lines the Action Lines that it is mapped to, in the order of their codes
 * @param goals the goals that it is mapped to, in the order of their numbers
 * @param allLines whether the source names all Action Lines at once rather than these
 * @param allGoals whether the source names all goals at once rather than these
 * @param passages the passages that say so, in the order of the text
 */
public record Commitment(
        Node iri,
        Node objective,
        String section,
        List<Node> lines,
        List<Node> goals,
        boolean allLines,
        boolean allGoals,
        List<Node> passages) {
    public Commitment {
        lines = List.copyOf(lines);
        goals = List.copyOf(goals);
        passages = List.copyOf(passages);
    }
}
