package org.genevagraph.cli.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table for people: columns aligned, a blank line's width between them.
 *
 * @param header the columns
 * @param rows the cells
 */
public record TextTable(List<String> header, List<List<String>> rows) {
    private static final String GAP = "  ";

    /** A column of fewer characters is no longer read; then each row stands as a record of its own. */
    private static final int NARROWEST = 14;

    public TextTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** Prints it as wide as it is. */
    public void print(PrintStream out) {
        print(out, Integer.MAX_VALUE);
    }

    /** Prints it in so many characters: cells are wrapped, or rows stand one below another where the columns would be too narrow. */
    public void print(PrintStream out, int most) {
        int[] widths = IntStream.range(0, header.size())
                .map(i -> Math.max(
                        width(header.get(i)),
                        rows.stream().mapToInt(row -> width(row.get(i))).max().orElse(0)))
                .toArray();
        if (!fit(widths, most)) {
            printRecords(out, most);
            return;
        }
        printLines(header, widths, out);
        out.println(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(GAP)));
        rows.forEach(row -> printLines(row, widths, out));
    }

    /** Takes from the widest columns until the line fits; false if there is nothing left to take. */
    private static boolean fit(int[] widths, int most) {
        long over = IntStream.of(widths).asLongStream().sum() + (long) GAP.length() * (widths.length - 1) - most;
        while (over > 0) {
            int widest = IntStream.of(widths).max().orElse(0);
            if (widest <= NARROWEST) {
                return false;
            }
            for (int i = 0; i < widths.length && over > 0; i++) {
                if (widths[i] == widest) {
                    widths[i]--;
                    over--;
                }
            }
        }
        return true;
    }

    private static void printLines(List<String> cells, int[] widths, PrintStream out) {
        List<List<String>> wrapped = IntStream.range(0, cells.size())
                .mapToObj(i -> wrapped(cells.get(i), widths[i]))
                .toList();
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < lines; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                text.append(cell).append(" ".repeat(widths[i] - width(cell))).append(GAP);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private void printRecords(PrintStream out, int most) {
        int names = header.stream().mapToInt(TextTable::width).max().orElse(0);
        int room = Math.max(NARROWEST, most - names - GAP.length());
        for (List<String> row : rows) {
            for (int i = 0; i < header.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    printLines(List.of(header.get(i), row.get(i)), new int[] {names, room}, out);
                }
            }
            out.println();
        }
    }

    /** A text in lines of so many characters, broken at blanks, or within a word that is longer than a line. */
    private static List<String> wrapped(String text, int room) {
        if (width(text) <= room) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String rest = word;
            if (!line.isEmpty() && width(line) + 1 + width(rest) <= room) {
                line += " " + rest;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            while (width(rest) > room) {
                int end = rest.offsetByCodePoints(0, room);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line = rest;
        }
        lines.add(line);
        return lines;
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
