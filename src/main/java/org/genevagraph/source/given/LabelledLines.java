package org.genevagraph.source.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.source.text.TableRows;

/**
 * Lines of a label and what it is, set apart by a tab or by blanks up to the same column, as a table of facts leaves them: they are written as the rows
 * of a table are, since nobody sees the gap in the words alone.
 */
final class LabelledLines {
    private static final Pattern TABBED =
            Pattern.compile("[ \\t]*(\\p{Lu}[\\p{L}\\p{M}’'/() -]{1,40}?)[ ]*\\t+[ ]*(\\S[^\\t]*)");
    private static final Pattern SPACED =
            Pattern.compile("[ ]*(\\p{Lu}[\\p{L}\\p{M}’'/()-]*(?: [\\p{L}\\p{M}’'/()-]+){0,4}) {3,}(\\S.*)");
    private static final Pattern GAP = Pattern.compile("\\S {3,}\\S");
    private static final Pattern NUMBER = Pattern.compile("[\\d.,’' %ivxlIVXL]+");
    private static final int FEWEST = 3;

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
        return ColumnTables.of(String.join("\n", lines));
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
