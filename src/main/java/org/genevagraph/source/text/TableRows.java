package org.genevagraph.source.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables of web pages and of Word as lines. One of values – towns with their bells – keeps its rows, between bars, so that its cells are taken for no
 * headings; one of two columns that says what is what has a line for each, as "Seat: Geneva". In others, text is only set side by side.
 */
public final class TableRows {
    private static final Pattern AMOUNT = Pattern.compile("[-+–$€£]? ?\\d[\\d.,’' ]* ?(?:%|[\\p{L}.]{1,8})?");
    private static final Pattern SENTENCE = Pattern.compile(".*\\S \\S+ \\S+[.;]");
    private static final int MOST_WORDS = 10;
    private static final int MOST_IN_LABEL = 5;

    private TableRows() {}

    /**
     * The lines of a table; empty if its cells are text that is set side by side.
     *
     * @param cells what stands in them, row by row; a cell may be blank
     */
    public static Optional<List<String>> lines(List<List<String>> cells) {
        List<List<String>> rows = cells.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean isShort = rows.stream()
                .flatMap(List::stream)
                .allMatch(cell ->
                        words(cell) <= MOST_WORDS && !SENTENCE.matcher(cell).matches());
        boolean isNumbered = columns == 2 && rows.stream().anyMatch(row -> ListNumbers.isOne(row.get(0)));
        if (rows.size() < 2 || columns < 2 || !isShort || isNumbered) {
            return Optional.empty();
        }
        return Optional.of(columns == 2 && isOfLabels(rows) ? labelled(rows) : between(rows));
    }

    /** The lines of a table whose first row heads its columns: of two columns the first is no list of labels either. */
    public static Optional<List<String>> underHeads(List<List<String>> cells) {
        return lines(cells)
                .map(lines -> lines.get(0).startsWith("|")
                        ? lines
                        : Stream.concat(
                                        cells.stream().limit(1).map(heads -> String.join(" | ", heads)),
                                        between(cells.subList(1, cells.size())).stream())
                                .toList());
    }

    private static boolean isOfLabels(List<List<String>> rows) {
        return rows.stream()
                .allMatch(row -> row.size() == 2
                        && words(row.get(0)) <= MOST_IN_LABEL
                        && words(row.get(0)) > 0
                        && !AMOUNT.matcher(row.get(0)).matches()
                        && !AMOUNT.matcher(row.get(1)).matches());
    }

    private static List<String> labelled(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.get(0) + (row.get(0).endsWith(":") ? " " : ": ") + row.get(1))
                .toList();
    }

    private static List<String> between(List<List<String>> rows) {
        return rows.stream().map(row -> "| " + String.join(" | ", row) + " |").toList();
    }

    private static long words(String cell) {
        return Stream.of(cell.split("\\s+")).filter(word -> !word.isEmpty()).count();
    }
}
