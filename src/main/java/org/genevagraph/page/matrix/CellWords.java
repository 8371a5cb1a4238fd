package org.genevagraph.page.matrix;

import org.apache.jena.graph.Node;
import org.genevagraph.page.compact.Names;

/** Says a cell in words: "C5 and SDG 9: 38 commitments". */
public final class CellWords {
    private CellWords() {}

    /** The words for so many commitments in a row and a column; null for any. */
    public static String of(Names names, Node row, Node column, int number) {
        String where;
        if (row == null && column == null) {
            where = names.site().text("matrix.all");
        } else if (row == null) {
            where = names.full(column);
        } else if (column == null) {
            where = names.full(row);
        } else {
            where = names.site().text("matrix.both", names.code(row), names.code(column));
        }
        return names.site().text("matrix.cell", where, counted(names, number));
    }

    /** So many commitments, in words. */
    public static String counted(Names names, int number) {
        return switch (number) {
            case 0 -> names.site().text("matrix.none");
            case 1 -> names.site().text("matrix.one");
            default -> names.site().text("matrix.many", names.site().number(number));
        };
    }
}
