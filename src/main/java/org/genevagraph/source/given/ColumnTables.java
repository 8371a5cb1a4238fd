package org.genevagraph.source.given;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.genevagraph.source.text.ListNumbers;
import org.genevagraph.source.text.TableRows;

/** Tables of three columns or more that blanks set apart: their rows are written between bars, each on the line where it begins. */
final class ColumnTables {
    private static final Pattern CELL = Pattern.compile("\\S+(?: \\S+)*");
    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_COLUMNS = 3;
    private static final int MOST_OFF = 2;

    /** "1.1 Count the lamps" in the first column is a paragraph with its number. */
    private static final Pattern NUMBERED =
            Pattern.compile("\\(?(?:\\d{1,3}(?:\\.\\d{1,3})*|\\p{L})[.)]? \\S.*|[•–-] .*");

    private ColumnTables() {}

    /** A text with such tables as rows. */
    static String of(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        setInBars(lines);
        return String.join("\n", lines);
    }

    /**
     * A cell of a table whose columns are set apart by blanks.
     *
     * @param start where it begins on its line
     */
    private record Cell(String words, int start) {
        /** Whether it stands below another one: both begin at the same place, or end there as figures do. */
        boolean isBelow(Cell above) {
            return Math.abs(start - above.start) <= MOST_OFF
                    || Math.abs(start + words.length() - above.start - above.words.length()) <= 1
                    || (start < above.start + above.words.length() && start + words.length() > above.start);
        }
    }

    private static List<Cell> columns(String line) {
        return line.indexOf('\t') >= 0
                ? List.of()
                : CELL.matcher(line.stripTrailing())
                        .results()
                        .map(cell -> new Cell(cell.group(), cell.start()))
                        .toList();
    }

    /** Writes the rows of tables of three columns and more between bars; what a cell goes on with on the next line is joined to it. */
    private static void setInBars(List<String> lines) {
        int at = 0;
        while (at < lines.size()) {
            List<Cell> head = columns(lines.get(at));
            int from = at;
            at++;
            if (head.size() < FEWEST_COLUMNS || head.stream().anyMatch(cell -> ListNumbers.isOne(cell.words()))) {
                continue;
            }
            List<String> heads = words(head, head);
            if (heads.isEmpty()) {
                continue;
            }
            List<List<String>> rows = new ArrayList<>(List.of(heads));
            List<Integer> places = new ArrayList<>(List.of(from));
            for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
                List<Cell> cells = columns(lines.get(at));
                List<String> row = words(cells, head);
                if (row.isEmpty()) {
                    break;
                }
                if (row.get(0).isEmpty()) {
                    goOn(rows.get(rows.size() - 1), row);
                } else {
                    rows.add(new ArrayList<>(row));
                    places.add(at);
                }
            }
            boolean areFull = rows.stream().filter(row -> !row.contains("")).count() > rows.size() / 2;
            if (rows.size() >= FEWEST_ROWS && areFull) {
                int end = at;
                TableRows.lines(rows).ifPresent(told -> {
                    IntStream.range(from, end).forEach(i -> lines.set(i, ""));
                    IntStream.range(0, told.size()).forEach(i -> lines.set(places.get(i), told.get(i)));
                });
            }
        }
    }

    /** What a line has in each column; nothing if it is no row of the table. */
    private static List<String> words(List<Cell> cells, List<Cell> head) {
        if (cells.isEmpty() || NUMBERED.matcher(cells.get(0).words()).matches()) {
            return List.of();
        }
        String[] row = new String[head.size()];
        Arrays.fill(row, "");
        for (Cell cell : cells) {
            int column = IntStream.range(0, head.size())
                    .filter(i -> cell.isBelow(head.get(i)))
                    .findFirst()
                    .orElse(-1);
            if (column < 0 || !row[column].isEmpty() || ListNumbers.isOne(cell.words())) {
                return List.of();
            }
            row[column] = cell.words();
        }
        return new ArrayList<>(List.of(row));
    }

    private static void goOn(List<String> above, List<String> row) {
        for (int i = 0; i < row.size(); i++) {
            above.set(i, (above.get(i) + " " + row.get(i)).strip());
        }
    }
}
