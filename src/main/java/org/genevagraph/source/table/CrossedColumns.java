package org.genevagraph.source.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genevagraph.problem.Problem;

/** A header whose names stand over each other's cells, as after a column was moved in it alone: one slip, by which hardly any cell is right. */
final class CrossedColumns {
    private static final int FEWEST = 4;
    private static final double MOST_RIGHT = 0.4;
    private static final double FEWEST_RIGHT = 0.9;

    /** What the cells of columns look like that look like nothing else. */
    private static final Map<String, Pattern> LOOKS = Map.of(
            "id", Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*"),
            "relation", Pattern.compile("[a-z]+(?:[A-Z][a-z]+)*"),
            "standing", Pattern.compile("stated|arguable|derived|editorial|outside"),
            "evidence", Pattern.compile("\\S+#\\S.*"),
            "sha256", Pattern.compile("[0-9a-f]{64}"));

    private CrossedColumns() {}

    /** The problem with such a header; empty if its names stand over their cells as far as that can be seen. */
    static Optional<Problem> of(String file, Header header, List<Row> rows) {
        return header.columns().stream()
                .filter(LOOKS::containsKey)
                .sorted()
                .filter(column -> right(rows, column, LOOKS.get(column)) < MOST_RIGHT)
                .flatMap(column -> header.columns().stream()
                        .filter(other -> right(rows, other, LOOKS.get(column)) > FEWEST_RIGHT)
                        .filter(other -> !LOOKS.containsKey(other) || right(rows, other, LOOKS.get(other)) < MOST_RIGHT)
                        .map(other -> Problem.error(
                                file,
                                header.line(),
                                column,
                                "stands over other cells than its own, which stand below " + other,
                                "name each column by what stands below it")))
                .findFirst();
    }

    /** Which part of a column's cells looks as they should; NaN of few, which is neither much nor little. */
    private static double right(List<Row> rows, String column, Pattern looks) {
        List<String> cells = rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
        return cells.size() < FEWEST
                ? Double.NaN
                : (double) cells.stream()
                                .filter(cell -> looks.matcher(cell).matches())
                                .count()
                        / cells.size();
    }
}
