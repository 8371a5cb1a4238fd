package org.genevagraph.curate.desk;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.genevagraph.curate.rows.ProposedRows;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Severity;

/**
 * What came of looking at a row.
 *
 * @param problems faults, and what deserves a look
 * @param facts what the row states, with the verdict of its passages
 * @param said what the graph with the row says of these facts themselves
 * @param alike whether the tables have nearly the same already
 * @param written whether it stands in the tables now
 */
public record Checked(
        List<Problem> problems, List<ProposedRows.Fact> facts, Graph said, boolean alike, boolean written) {
    public Checked {
        problems = List.copyOf(problems);
        facts = List.copyOf(facts);
    }

    /** What came of a row of which no graph could be built. */
    static Checked faulty(List<Problem> problems, boolean alike) {
        return new Checked(problems, List.of(), Graph.emptyGraph, alike, false);
    }

    /** The same, when it was written. */
    Checked asWritten() {
        return new Checked(problems, facts, said, alike, true);
    }

    /** Whether it could be written. */
    public boolean isSound() {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /**
     * Whether there is something that a person has to see before it is written. That a new thing stands in no relation yet is told, but
     * cannot be otherwise.
     */
    public boolean wantsALook() {
        return alike || facts.stream().anyMatch(fact -> fact.proof().verdict().isOpen());
    }
}
