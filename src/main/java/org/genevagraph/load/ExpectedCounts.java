package org.genevagraph.load;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;

/** How many rows each table should have: too few stop publication, since they may be lost; too many warn, since the bounds want a look. */
public final class ExpectedCounts {
    /** The table's name. */
    public static final String TABLE = "expected-counts";

    /** The table's columns. */
    public static final List<String> COLUMNS = List.of("table", "minimum", "maximum");

    private ExpectedCounts() {}

    /**
     * Compares.
     *
     * @param expected the table of expectations
     * @param rows how many rows each table has, by its name
     * @param cut the names of tables of which rows could not be read
     */
    public static void check(Table expected, Map<String, Integer> rows, Set<String> cut, Problems problems) {
        // A table that is expected under its own name is nobody else's.
        Set<String> unexpected = new TreeSet<>(rows.keySet());
        expected.rows().forEach(row -> unexpected.remove(row.get("table")));
        for (Row row : expected.rows()) {
            if (cut.contains(row.get("table"))) {
                continue;
            }
            OptionalInt minimum = bound(row, "minimum", problems);
            OptionalInt maximum = bound(row, "maximum", problems);
            String table = row.get("table");
            Integer found = rows.get(table);
            if (found == null) {
                problems.addCause(Problem.error(
                        expected.file(),
                        row.line(),
                        "table",
                        "the table '" + table + "' is not there",
                        bringBack(table, unexpected)));
            } else if (minimum.isPresent() && found < minimum.getAsInt()) {
                problems.add(Problem.error(
                        expected.file(),
                        row.line(),
                        "minimum",
                        "the table " + table + " has " + found + " rows, fewer than " + minimum.getAsInt(),
                        "look for lost rows, or lower the minimum"));
            } else if (maximum.isPresent() && found > maximum.getAsInt()) {
                problems.add(Problem.warning(
                        expected.file(),
                        row.line(),
                        "maximum",
                        "the table " + table + " has " + found + " rows, more than " + maximum.getAsInt(),
                        "look for rows that came in twice, or raise the maximum"));
            }
        }
    }

    /** A table that is not expected, in the same folder and with nearly the same name, may be this one under another name. */
    private static String bringBack(String table, Set<String> unexpected) {
        int folder = table.lastIndexOf('/') + 1;
        List<String> beside = unexpected.stream()
                .filter(other -> other.lastIndexOf('/') + 1 == folder && other.startsWith(table.substring(0, folder)))
                .map(other -> other.substring(folder))
                .toList();
        List<String> near = Nearest.of(table.substring(folder), beside);
        return near.isEmpty()
                ? "bring it back, or delete the row"
                : "did you mean " + table.substring(0, folder) + near.get(0) + "?";
    }

    private static OptionalInt bound(Row row, String column, Problems problems) {
        try {
            return OptionalInt.of(Integer.parseInt(row.get(column)));
        } catch (NumberFormatException e) {
            problems.add(Problem.error(
                    row.table().file(),
                    row.line(),
                    column,
                    "'" + row.get(column) + "' is not a whole number",
                    "write digits only"));
            return OptionalInt.empty();
        }
    }
}
