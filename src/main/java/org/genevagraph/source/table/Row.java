package org.genevagraph.source.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of a table: its values by column, each trimmed, and the line on which it begins. */
public final class Row {
    private final Table table;
    private final int line;
    private final Map<String, String> values;

    Row(Table table, int line, Map<String, String> values) {
        this.table = table;
        this.line = line;
        this.values = new LinkedHashMap<>(values);
    }

    /** The table in which it stands. */
    public Table table() {
        return table;
    }

    /** The line on which it begins, counted from 1. */
    public int line() {
        return line;
    }

    /** The cell's text; empty if the cell is empty or the table has no such column. */
    public String get(String column) {
        return values.getOrDefault(column, "");
    }

    /** The values of a cell that separates them by a bar. */
    public List<String> list(String column) {
        return Arrays.stream(get(column).split("\\|"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The row as if a cell were empty. */
    public Row without(String column) {
        Map<String, String> others = new LinkedHashMap<>(values);
        others.remove(column);
        return new Row(table, line, others);
    }

    /** Where a cell of the row stands. */
    public Cell cell(String column) {
        return new Cell(table.file(), line, column);
    }
}
