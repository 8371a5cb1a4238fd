package org.genevagraph.load.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;

/** Rows that lie below themselves, over others: one slip, by which all that lies below them would be at fault. */
final class Circles {
    private Circles() {}

    /**
     * The rows of all circles of a table; each circle is told at its first row.
     *
     * @param column what names the row above; empty if rows lie below none
     */
    static Set<Row> of(Table table, String column, Problems problems) {
        Set<Row> circled = new HashSet<>();
        if (column.isEmpty()) {
            return circled;
        }
        Map<String, Row> byId = new HashMap<>();
        table.rows().forEach(row -> byId.putIfAbsent(row.get("id"), row));
        for (Row row : table.rows()) {
            List<Row> path = circled.contains(row) ? List.of() : path(row, column, byId);
            if (!path.isEmpty()) {
                circled.addAll(path);
                String names = path.stream().map(below -> below.get("id")).collect(Collectors.joining(" > "));
                problems.add(Problem.error(
                        table.file(),
                        row.line(),
                        column,
                        "lies below itself: " + names + " > " + row.get("id"),
                        "put one of them below another row, or below none"));
            }
        }
        return circled;
    }

    /** The rows on the way from one up to itself; empty if there is none. */
    private static List<Row> path(Row first, String column, Map<String, Row> byId) {
        List<Row> path = new ArrayList<>(List.of(first));
        Set<Row> seen = new HashSet<>(path);
        Row above = above(first, column, byId);
        while (above != null && seen.add(above)) {
            path.add(above);
            above = above(above, column, byId);
        }
        return first.equals(above) ? path : List.of();
    }

    private static Row above(Row row, String column, Map<String, Row> byId) {
        return byId.get(row.get(column).replaceFirst("^[a-z-]+:", ""));
    }
}
