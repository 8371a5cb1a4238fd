package org.genevagraph.page.answers;

import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.views.Rows;

/**
 * Where pages of an answer end for a reader who did not say how long they are to be: after so many rows, sooner where the page becomes too high, and
 * never within a chain.
 *
 * @param rows all rows in their order
 * @param height how high they are
 * @param chain the column with the number of the chain; empty if the rows are none
 */
record PageCut(List<Binding> rows, RowHeight height, String chain) {
    private static final int ROWS = 50;

    PageCut {
        rows = List.copyOf(rows);
    }

    /** Where the page ends that begins at a row. */
    int end(int from) {
        int to = Math.min(from, rows.size());
        int lines = 0;
        while (to < rows.size()
                && (to == from || isInChain(to) || (to - from < ROWS && lines < RowHeight.MOST_LINES))) {
            lines += height.lines(rows.get(to));
            to++;
        }
        return to;
    }

    /** Where the page begins that ends before a row or has it. */
    int before(int from) {
        int start = 0;
        int end = end(start);
        while (end < Math.min(from, rows.size())) {
            start = end;
            end = end(start);
        }
        return start;
    }

    private boolean isInChain(int row) {
        return !chain.isEmpty() && Rows.text(rows.get(row), chain).equals(Rows.text(rows.get(row - 1), chain));
    }
}
