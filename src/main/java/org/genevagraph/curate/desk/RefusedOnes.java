package org.genevagraph.curate.desk;

import java.util.Set;
import java.util.stream.Collectors;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.load.RefusedProposals;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;

/**
 * What was proposed for a text and refused, so that nobody is asked again.
 *
 * @param told each by its table and the cells that tell it from others
 */
public record RefusedOnes(Set<String> told) {
    public RefusedOnes {
        told = Set.copyOf(told);
    }

    /**
     * Those of a text.
     *
     * @throws ProblemException if the table cannot be read
     */
    public static RefusedOnes of(Inputs inputs, String source) throws ProblemException {
        return new RefusedOnes(TableText.of(inputs, RefusedProposals.TABLE).rows().stream()
                .filter(row -> row.get("source").equals(source))
                .map(row -> row.get("table") + " " + row.get("proposal"))
                .collect(Collectors.toSet()));
    }

    /** Whether a suggestion is one of them. */
    public boolean hold(Suggestion suggestion) {
        return hold(suggestion.table(), String.join(" | ", suggestion.told()));
    }

    boolean hold(String table, String cells) {
        return told.contains(table + " " + cells);
    }
}
