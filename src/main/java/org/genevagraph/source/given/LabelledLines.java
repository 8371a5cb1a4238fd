package org.genevagraph.source.given;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genevagraph.source.text.ListNumbers;
import org.genevagraph.source.text.TableRows;

/**
 * Lines of a label and what it is, set apart by a tab or by blanks up to the same column, as a table of facts leaves them: they are written as the rows
 * of a table are, since nobody sees the gap in the words alone. So are the rows of a table of three columns or more.
 */
final class LabelledLines {
    private static final Pattern TABBED =
            Pattern.compile("[ \\t]*(\\p{Lu}[\\p{L}\\p{M}’'/() -]{1,40}?)[ ]*\\t+[ ]*(\\S[^\\t]*)");
    private static final Pattern SPACED =
            Pattern.compile("[ ]*(\\p{Lu}[\\p{L}\\p{M}’'/()-]*(?: [\\p{L}\\p{M}’'/()-]+){0,4}) {3,}(\\S.*)");
    private static final Pattern GAP = Pattern.compile("\\S {3,}\\S");
    private static final Pattern NUMBER = Pattern.compile("[\\d.,’' %ivxlIVXL]+");
    private static final int FEWEST = 3;
    private static final Pattern CELL = Pattern.compile("\\S+(?: \\S+)*");
    private static final int FEWEST_COLUMNS = 3;
    private static final int MOST_OFF = 2;
    /** "1.1 Count the lamps" in the first column is a paragraph with its number. */
    private static final Pattern NUMBERED =
            Pattern.compile("\\(?(?:\\d{1,3}(?:\\.\\d{1,3})*|\\p{L})[.)]? \\S.*|[•–-] .*");

    private LabelledLines() {}

    /** A text with such lines as rows, each on the line where it stands. */
    static String of(String text) {
        if (text.indexOf('\t') < 0 && !GAP.matcher(text).find()) {
            return text;
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = 0;
        while (at < lines.size()) {
            List<Integer> rows = block(lines, at);
            if (rows.size() >= FEWEST) {
                List<List<String>> cells =
                        rows.stream().map(row -> cells(lines.get(row))).toList();
                TableRows.lines(cells).ifPresent(told -> {
                    for (int i = 0; i < rows.size(); i++) {
                        lines.set(rows.get(i), told.get(i));
                    }
                });
            }
            at = rows.isEmpty() ? at + 1 : rows.get(rows.size() - 1) + 1;
        }
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
            if (rows.size() >= FEWEST && areFull) {
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

    /** The lines from one on that are of a table of facts, whatever blank lines stand between them. */
    private static List<Integer> block(List<String> lines, int from) {
        List<Integer> rows = new ArrayList<>();
        Optional<Integer> column = Optional.empty();
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).isBlank() && !rows.isEmpty()) {
                continue;
            }
            Optional<Matcher> row = row(lines.get(i));
            if (row.isEmpty()) {
                break;
            }
            boolean tabbed = lines.get(i).indexOf('\t') >= 0;
            int begin = row.get().start(2);
            if (!tabbed && column.filter(own -> own != begin).isPresent()) {
                break;
            }
            column = tabbed ? column : Optional.of(begin);
            rows.add(i);
        }
        // The numbers of pages stand so behind the titles of chapters.
        return rows.stream()
                        .allMatch(row ->
                                NUMBER.matcher(cells(lines.get(row)).get(1)).matches())
                ? List.of()
                : rows;
    }

    private static Optional<Matcher> row(String line) {
        return Stream.of(TABBED, SPACED)
                .map(pattern -> pattern.matcher(line.stripTrailing()))
                .filter(Matcher::matches)
                .filter(row -> !GAP.matcher(row.group(2)).find())
                .findFirst();
    }

    private static List<String> cells(String line) {
        return row(line).stream()
                .flatMap(row -> Stream.of(row.group(1).strip(), row.group(2).strip()))
                .toList();
    }
}
