package org.genevagraph.curate.suggest;

import java.util.List;

/**
 * A row that a program proposes for a table; a person decides.
 *
 * @param table the table, such as {@code statements/gcsp}
 * @param row the cells in the order of the table's columns
 * @param score how sure the program is, above 0 and at most 1
 * @param passage the passage, as {@code gcsp#6}
 * @param sentence the sentence from which it was read
 * @param reason why it is proposed
 * @param standing {@code not in the graph}, or {@code same as} and the id of the thing that is there; empty for what is no thing
 */
public record Suggestion(
        String table, List<String> row, double score, String passage, String sentence, String reason, String standing) {
    public Suggestion {
        row = List.copyOf(row);
    }
}
