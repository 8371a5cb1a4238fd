package org.genevagraph.source.word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.genevagraph.source.text.TableRows;

/** A table of Word while it is read: its cells beside the lines of its paragraphs, which they replace if it is one of values. */
final class WordTable {
    private static final int MOST_SPANNED = 50;

    private final List<List<String>> rows = new ArrayList<>();
    private int depth;
    private int from;
    private int cell;
    private boolean isPlain;

    /**
     * A table begins, maybe within another.
     *
     * @param length that of the lines before it
     */
    void begins(int length) {
        depth++;
        if (depth == 1) {
            rows.clear();
            from = length;
            isPlain = true;
        } else {
            isPlain = false;
        }
    }

    /** A row begins. */
    void row() {
        if (depth == 1) {
            rows.add(new ArrayList<>());
        }
    }

    /** A cell begins. */
    void cell() {
        if (depth == 1 && !rows.isEmpty()) {
            rows.get(rows.size() - 1).add("");
            cell = rows.get(rows.size() - 1).size() - 1;
        }
    }

    /**
     * The cell reaches over several columns, and stands in each.
     *
     * @param columns how many
     */
    void wide(int columns) {
        if (isInCell()) {
            rows.get(rows.size() - 1).addAll(Collections.nCopies(Math.min(columns, MOST_SPANNED) - 1, ""));
        }
    }

    /** The cell goes on with the one above it, and says the same. */
    void below() {
        if (!isInCell() || rows.size() < 2) {
            return;
        }
        List<String> row = rows.get(rows.size() - 1);
        List<String> above = rows.get(rows.size() - 2);
        for (int i = cell; i < row.size(); i++) {
            row.set(i, i < above.size() ? above.get(i) : "");
        }
    }

    private boolean isInCell() {
        return depth == 1 && !rows.isEmpty() && !rows.get(rows.size() - 1).isEmpty();
    }

    /** A paragraph with its number; several in one cell are text. */
    void paragraph(String words) {
        if (!isInCell() || words.isEmpty()) {
            return;
        }
        List<String> row = rows.get(rows.size() - 1);
        isPlain = isPlain && row.get(cell).isEmpty();
        Collections.fill(row.subList(cell, row.size()), words);
    }

    /** The table ends: if it is one of values its rows stand as lines where those of its paragraphs stood. */
    void ends(StringBuilder lines) {
        depth = Math.max(0, depth - 1);
        if (depth == 0 && isPlain) {
            TableRows.lines(rows).ifPresent(its -> {
                lines.setLength(from);
                its.forEach(line -> lines.append(line).append('\n'));
            });
        }
    }
}
