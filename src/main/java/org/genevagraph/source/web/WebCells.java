package org.genevagraph.source.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.genevagraph.source.text.ListNumbers;
import org.jsoup.nodes.Element;

/** The cells of a table of a web page, row by row; one that reaches over several rows or columns stands in each of them. */
final class WebCells {
    private static final int MOST_SPANNED = 50;

    private WebCells() {}

    static List<List<String>> of(Element table) {
        List<TreeMap<Integer, String>> rows = new ArrayList<>();
        List<Element> lines = table.select("tr");
        lines.forEach(line -> rows.add(new TreeMap<>()));
        for (int row = 0; row < lines.size(); row++) {
            int column = 0;
            for (Element cell : lines.get(row).select("th, td")) {
                while (rows.get(row).containsKey(column)) {
                    column++;
                }
                int wide = spanned(cell, "colspan");
                int high = Math.min(spanned(cell, "rowspan"), lines.size() - row);
                for (int below = row; below < row + high; below++) {
                    for (int beside = column; beside < column + wide; beside++) {
                        rows.get(below).put(beside, cell.text());
                    }
                }
                column += wide;
            }
        }
        return rows.stream()
                .map(row -> List.copyOf(new ArrayList<>(row.values())))
                .toList();
    }

    private static int spanned(Element cell, String attribute) {
        return Math.max(1, Math.min(MOST_SPANNED, ListNumbers.read(cell.attr(attribute), 1)));
    }
}
