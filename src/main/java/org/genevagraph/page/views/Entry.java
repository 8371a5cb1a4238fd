package org.genevagraph.page.views;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Site;
import org.genevagraph.query.catalogue.header.PageView;

/**
 * What an answer says of one thing.
 *
 * @param head the thing; empty if the rows of the answer are about none
 * @param beside what holds of it in all rows
 * @param lines what each row says
 */
public record Entry(Cell head, List<Cell> beside, List<Line> lines) {
    public Entry {
        beside = List.copyOf(beside);
        lines = List.copyOf(lines);
    }

    /** The thing itself; a number with what it numbers. */
    private static Cell head(Rows rows, Binding row, String group) {
        Cell cell = rows.words().cell(row, group);
        return Rows.text(row, group).matches("\\d+")
                ? new Cell(List.of(new Word(rows.columns().get(group) + " " + cell.text(), "", null)), null, null)
                : cell;
    }

    /**
     * Reads rows as entries, each about one thing.
     *
     * @param group the column with the thing; empty if each row stands for itself
     */
    public static List<Entry> of(Rows rows, PageView view, String group, Site site) {
        if (group.isEmpty()) {
            Lines lines = new Lines(rows, view, List.of(), site);
            return rows.rows().stream()
                    .map(row -> new Entry(Cell.EMPTY, List.of(), List.of(lines.of(row))))
                    .toList();
        }
        List<Entry> entries = new ArrayList<>();
        for (List<Binding> rowsOfIt : Rows.by(rows.rows(), group).values()) {
            Binding first = rowsOfIt.get(0);
            List<String> beside = view.list("beside").stream()
                    .filter(column -> rows.columns().containsKey(column))
                    .filter(column -> rowsOfIt.stream()
                                    .map(row -> Rows.text(row, column))
                                    .distinct()
                                    .count()
                            == 1)
                    .toList();
            Lines lines = new Lines(
                    rows, view, Stream.concat(Stream.of(group), beside.stream()).toList(), site);
            entries.add(new Entry(
                    head(rows, first, group),
                    beside.stream()
                            .filter(column -> Rows.says(first, column))
                            .map(column -> rows.words().cell(first, column))
                            .toList(),
                    rowsOfIt.stream()
                            .map(lines::of)
                            .filter(line -> !line.isBare())
                            .distinct()
                            .toList()));
        }
        return entries;
    }
}
