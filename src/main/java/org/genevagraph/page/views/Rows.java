package org.genevagraph.page.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Rows of an answer with what a page writes into their cells.
 *
 * @param columns the columns that a page shows, by name, with what stands above each
 * @param rows the rows
 * @param words writes the cells
 */
public record Rows(Map<String, String> columns, List<Binding> rows, Words words) {
    public Rows {
        rows = List.copyOf(rows);
    }

    /** Writes what stands in cells. */
    public interface Words {
        /** What stands in a column of a row. */
        Cell cell(Binding row, String column);

        /** What a row says of its two things: {@code from}, {@code relation} and {@code to} as a sentence of the page's language, with their links. */
        Cell sentence(Binding row);

        /** What the thing in one column is, by the relation of the row, to that in another, as such a sentence. */
        Cell sentence(Binding row, String subject, String object);

        /** What stands in a column of a row as it is put into a sentence that {@link org.genevagraph.page.Site#agreed} then reads. */
        String spoken(Binding row, String column);

        /** What the value in a column is called, alone. */
        String label(Binding row, String column);

        /** Where it is told why the graph says so; empty if there is nothing to tell. */
        String why(Binding row);
    }

    /** Other rows of the same answer. */
    public Rows with(List<Binding> others) {
        return new Rows(columns, others, words);
    }

    /** Whether a row says something in a column. */
    public static boolean says(Binding row, String column) {
        return !text(row, column).isEmpty();
    }

    /** The value of a column as it is; empty if there is none. */
    public static String text(Binding row, String column) {
        Node value = row.get(Var.alloc(column));
        return value == null ? "" : value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }

    /** The rows that have the same value in a column, by this value, in the order in which each came first. */
    public static Map<String, List<Binding>> by(List<Binding> rows, String column) {
        Map<String, List<Binding>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(text(row, column), any -> new ArrayList<>())
                .add(row));
        return groups;
    }

    /** The rows in another order: those with the same value in a column follow each other. */
    public Rows groupedBy(String column) {
        return with(by(rows, column).values().stream().flatMap(List::stream).toList());
    }
}
