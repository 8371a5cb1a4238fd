package org.genevagraph.curate.suggest;

import java.util.List;
import java.util.Optional;

/**
 * A row that a program proposes for a table; a person decides.
 *
 * @param table the table, such as {@code statements/gcsp}
 * @param row the cells in the order of the table's columns
 * @param score how sure the program is, above 0 and at most 1
 * @param passage the passage, as {@code gcsp#6}
 * @param sentence the sentence from which it was read
 * @param reason why it is proposed
 * @param isThing whether it is a thing; otherwise it says something of things
 * @param sameAs the thing of the graph that it is, as {@code organisation:gcsp}; empty if it is a new one, or no thing
 */
public record Suggestion(
        String table,
        List<String> row,
        double score,
        String passage,
        String sentence,
        String reason,
        boolean isThing,
        Optional<String> sameAs) {
    public Suggestion {
        row = List.copyOf(row);
    }

    /** A row that says something of things, such as a statement or a figure. */
    static Suggestion said(
            String table, List<String> row, double score, String passage, String sentence, String reason) {
        return new Suggestion(table, row, score, passage, sentence, reason, false, Optional.empty());
    }

    /** How it stands to the graph, in words: {@code not in the graph}, or {@code same as} and the thing; empty for what is no thing. */
    public String standing() {
        return isThing ? sameAs.map(thing -> "same as " + thing).orElse("not in the graph") : "";
    }
}
