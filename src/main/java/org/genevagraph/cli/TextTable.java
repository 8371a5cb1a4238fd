package org.genevagraph.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table for people: columns aligned, a blank line's width between them.
 *
 * @param header the columns
 * @param rows the cells
 */
record TextTable(List<String> header, List<List<String>> rows) {
    private static final String GAP = "  ";

    TextTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    void print(PrintStream out) {
        int[] widths = IntStream.range(0, header.size())
                .map(i -> Math.max(
                        width(header.get(i)),
                        rows.stream().mapToInt(row -> width(row.get(i))).max().orElse(0)))
                .toArray();
        out.println(line(header, widths));
        out.println(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(GAP)));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - width(cells.get(i))))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
