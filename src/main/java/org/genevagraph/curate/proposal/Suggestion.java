package org.genevagraph.curate.proposal;

import java.util.List;
import java.util.Optional;

/**
 * A row that a program proposes for a table; a person decides.
 *
 * @param table the table, such as {@code statements/gcsp}
 * @param row the cells in the order of the table's columns; of a new thing its id and name, of one whose row is to be changed the id, the column
 *     and what it is to hold
 * @param score how sure the program is, above 0 and at most 1
 * @param passage the passage, as {@code gcsp#6}
 * @param sentence the sentence from which it was read
 * @param reason why it is proposed
 * @param isThing whether it is a thing; otherwise it says something of things
 * @param sameAs the thing of the graph that it is, as {@code organisation:gcsp}; empty if it is a new one, or says something of things
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
    /** The column of the role in a table of statements. */
    private static final int ROLE = 4;

    public Suggestion {
        row = List.copyOf(row);
    }

    /** A row that says something of things, such as a statement or a figure. */
    public static Suggestion said(
            String table, List<String> row, double score, String passage, String sentence, String reason) {
        return new Suggestion(table, row, score, passage, sentence, reason, false, Optional.empty());
    }

    /** How a cell of a table of statements names a thing: an organisation with its kind, since its profile has the same id. */
    public static String cell(String kind, String id) {
        return kind.equals("organisation") ? "organisation:" + id : id;
    }

    /** The cells that tell it from other proposals for its table: the id of a thing, the ends and the relation of a statement. */
    public List<String> told() {
        if (isThing) {
            return row.subList(0, 1);
        }
        // A passage asks the same body for several things.
        return row.size() > ROLE && row.get(1).equals("requests")
                ? List.of(row.get(0), row.get(1), row.get(2), row.get(ROLE))
                : row.subList(0, 3);
    }

    /** Whether it changes the row of a thing that the graph knows. */
    public boolean changesRow() {
        return !isThing && sameAs.isPresent();
    }

    /** How it stands to the graph, in words: {@code not in the graph}, {@code same as} and the thing, or what of its row it changes; empty for what says something of things. */
    public String standing() {
        return isThing
                ? sameAs.map(thing -> "same as " + thing).orElse("not in the graph")
                : sameAs.map(thing -> "changes the " + row.get(1) + " of " + thing)
                        .orElse("");
    }
}
