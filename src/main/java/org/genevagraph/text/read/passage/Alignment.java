package org.genevagraph.text.read.passage;

import java.util.List;

/**
 * A row of the matrix: commitments and the goals and Action Lines beside them.
 *
 * @param objective the number of the objective; empty for follow-up and review
 * @param section the heading under which they stand; empty if there is none
 * @param commitments the numbers of the passages that are the commitments; several share one row
 * @param row the number of the passage that is the row
 * @param allGoals whether the row says all goals
 * @param goals the goals that it lists, such as {@code sdg-9}; empty if it says all
 * @param allLines whether the row says all Action Lines
 * @param lines the Action Lines that it lists, such as {@code c7-e-health}; empty if it says all
 */
public record Alignment(
        String objective,
        String section,
        List<String> commitments,
        String row,
        boolean allGoals,
        List<String> goals,
        boolean allLines,
        List<String> lines) {
    public Alignment {
        commitments = List.copyOf(commitments);
        goals = List.copyOf(goals);
        lines = List.copyOf(lines);
    }
}
