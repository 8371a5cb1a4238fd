package org.genevagraph.page.map;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * An Action Line with those who can carry it out.
 *
 * @param iri the line itself
 * @param facilitators who facilitates it, as the sources say, by name
 * @param bridges the issues that the project ties to it, by name
 * @param active who works on one of these issues, by name
 */
public record Line(Node iri, List<Node> facilitators, List<Bridge> bridges, List<Node> active) {
    public Line {
        facilitators = List.copyOf(facilitators);
        bridges = List.copyOf(bridges);
        active = List.copyOf(active);
    }

    /** Whether nobody facilitates it. */
    public boolean lacksFacilitator() {
        return facilitators.isEmpty();
    }

    /** Whether nobody works on its issues. */
    public boolean lacksActive() {
        return active.isEmpty();
    }
}
