package org.genevagraph.text.read;

import java.util.List;
import java.util.regex.Pattern;

/** Rows of a table within a text, which stand in columns and would be taken for headings without a word. */
final class TableRows {
    /** Three cells at least, with more than a blank between them. */
    private static final Pattern COLUMNS = Pattern.compile("\\s*\\S+(?: \\S+)*(?:(?: {2,}|\\t)\\S+(?: \\S+)*){2,}\\s*");

    private TableRows() {}

    /** Tells where the first of several rows that follow each other stands. */
    static void tell(List<Draft> drafts, Reading.Builder reading) {
        for (int i = 0; i + 1 < drafts.size(); i++) {
            if (isRow(drafts.get(i)) && isRow(drafts.get(i + 1)) && (i == 0 || !isRow(drafts.get(i - 1)))) {
                reading.problem(
                        drafts.get(i).last().number(),
                        "stands in columns as the rows of a table do, and was read as a heading like those below it",
                        "take the table out, or write what it says as sentences");
            }
        }
    }

    private static boolean isRow(Draft draft) {
        return draft.isHeading()
                && draft.lines().size() == 1
                && COLUMNS.matcher(draft.last().text()).matches();
    }
}
