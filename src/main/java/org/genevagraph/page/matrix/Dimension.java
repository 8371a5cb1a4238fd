package org.genevagraph.page.matrix;

import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.genevagraph.page.compact.Commitment;
import org.genevagraph.page.compact.Compact;

/** One of the three ways in which the matrix sorts the commitments. */
public enum Dimension {
    /** By the objective that they belong to. */
    OBJECTIVE,
    /** By the Action Lines that they are mapped to. */
    ACTION_LINE,
    /** By the goals that they are mapped to. */
    SDG;

    /** The parameter that chooses one, and the kind of thing that it can be. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All things of this dimension, in their order. */
    public List<Node> all(Compact compact) {
        return switch (this) {
            case OBJECTIVE -> compact.objectives();
            case ACTION_LINE -> compact.lines();
            case SDG -> compact.goals();
        };
    }

    /** Where a commitment stands in this dimension. */
    public List<Node> of(Commitment commitment) {
        return switch (this) {
            case OBJECTIVE -> List.of(commitment.objective());
            case ACTION_LINE -> commitment.lines();
            case SDG -> commitment.goals();
        };
    }

    /** Whether the source puts the commitment everywhere in this dimension at once. */
    public boolean isAll(Commitment commitment) {
        return switch (this) {
            case OBJECTIVE -> false;
            case ACTION_LINE -> commitment.allLines();
            case SDG -> commitment.allGoals();
        };
    }
}
