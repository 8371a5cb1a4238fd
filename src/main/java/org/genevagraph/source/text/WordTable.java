package org.genevagraph.source.text;

import java.util.ArrayList;
import java.util.List;

/** A table of Word while it is read: its cells beside the lines of its paragraphs, which they replace if it is one of values. */
final class WordTable {
    private final List<List<String>> rows = new ArrayList<>();
    private int depth;
    private int from;
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
        }
    }

    /** A paragraph with its number; several in one cell are text. */
    void paragraph(String words) {
        if (depth != 1 || rows.isEmpty() || rows.get(rows.size() - 1).isEmpty() || words.isEmpty()) {
            return;
        }
        List<String> row = rows.get(rows.size() - 1);
        int cell = row.size() - 1;
        isPlain = isPlain && row.get(cell).isEmpty();
        row.set(cell, words);
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
