package org.genevagraph.page.answers;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.vocabulary.Iris;

/**
 * How high rows are on a page, by what the answer says: a page ends where it becomes too high, and the pages before it have to be measured, too.
 *
 * @param shown the columns that a page shows
 * @param names all columns
 * @param table whether they stand beside each other in a table
 */
record RowHeight(List<String> shown, Set<String> names, boolean table) {
    /** So many lines of a page are rows. */
    static final int MOST_LINES = 350;

    private static final int PHONE_CHARACTERS = 32;
    private static final int COLUMN_CHARACTERS = 20;
    private static final int CITED_CHARACTERS = 10;

    RowHeight {
        shown = List.copyOf(shown);
        names = Set.copyOf(names);
    }

    /** The lines of a row: of its cells one below the other, as on a phone, or of the longest in a column as narrow as tables have them. */
    int lines(Binding row) {
        int all = 1;
        int longest = 0;
        for (String column : shown) {
            int characters = characters(row, column);
            if (characters > 0) {
                all += 1 + characters / PHONE_CHARACTERS;
                longest = Math.max(longest, 1 + characters / COLUMN_CHARACTERS);
            }
        }
        return table ? Math.max(all, longest) : all;
    }

    private int characters(Binding row, String column) {
        Node value = row.get(Var.alloc(column));
        if (value == null) {
            return 0;
        }
        if (value.isURI()) {
            Node label = names.contains(column + AnswerRows.LABEL) ? row.get(column + AnswerRows.LABEL) : null;
            return label == null
                    ? PHONE_CHARACTERS
                    : label.getLiteralLexicalForm().length();
        }
        String text = value.getLiteralLexicalForm();
        if (!text.startsWith(Iris.BASE)) {
            return Unfolding.seen(column, text).length();
        }
        return Unfolding.unfolds(column, text)
                ? Unfolding.SEEN * PHONE_CHARACTERS
                : PHONE_CHARACTERS / 2 + Unfolding.values(text).size() * CITED_CHARACTERS;
    }
}
