package org.genevagraph.load.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;

/** Rows that lead back to themselves, over others: one slip, by which all that leads to them would be at fault. */
public final class Circles {
    private Circles() {}

    /**
     * The circles among rows, each once, from that of its rows which stands first.
     *
     * @param next the row to which one leads; null if to none
     */
    public static List<List<Row>> among(List<Row> rows, UnaryOperator<Row> next) {
        List<List<Row>> circles = new ArrayList<>();
        Set<Row> circled = new HashSet<>();
        for (Row first : rows) {
            Set<Row> path = new LinkedHashSet<>();
            Row row = first;
            while (row != null && path.add(row)) {
                row = next.apply(row);
            }
            if (first.equals(row) && !circled.contains(first)) {
                circled.addAll(path);
                circles.add(List.copyOf(path));
            }
        }
        return circles;
    }

    /** The ids of a circle, with the first again at its end. */
    public static String said(List<Row> circle) {
        return Stream.concat(circle.stream(), Stream.of(circle.get(0)))
                .map(row -> row.get("id"))
                .collect(Collectors.joining(" > "));
    }

    /**
     * The rows of all circles of a table whose rows lie below one another; each circle is told at its first row.
     *
     * @param column what names the row above; empty if rows lie below none
     */
    static Set<Row> of(Table table, String column, Problems problems) {
        if (column.isEmpty()) {
            return Set.of();
        }
        Map<String, Row> byId = new HashMap<>();
        // Rows below none would all lie below one that lacks its id.
        table.rows().stream()
                .filter(row -> !row.get("id").isEmpty())
                .forEach(row -> byId.putIfAbsent(row.get("id"), row));
        List<List<Row>> circles =
                among(table.rows(), row -> byId.get(row.get(column).replaceFirst("^[a-z-]+:", "")));
        circles.forEach(circle -> problems.add(Problem.error(
                table.file(),
                circle.get(0).line(),
                column,
                "lies below itself: " + said(circle),
                "put one of them below another row, or below none")));
        return circles.stream().flatMap(List::stream).collect(Collectors.toSet());
    }
}
