package org.genevagraph.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genevagraph.Mini;

/** A copy of a folder of tables to which rows are added. Columns are those that the tables have today: nothing about them is known here. */
final class TableFolder {
    private static final String COUNTS = "expected-counts";

    private final Path from;
    private final Path to;
    private final Map<String, List<Map<String, String>>> added = new TreeMap<>();

    /**
     * With the folder to copy.
     *
     * @param to a folder that is not there yet
     */
    TableFolder(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** The cells of a column, row by row. */
    List<String> column(String table, String column) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(from.resolve(table + ".csv"))) {
            return csv.stream().map(row -> row.getField(column)).toList();
        }
    }

    /**
     * Adds a row.
     *
     * @param table its name, such as {@code organisations} or {@code passages/src-1}
     * @param cells column, value, column, value and so on; columns that are not named stay empty
     */
    void add(String table, String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        added.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
    }

    /** How many rows were added. */
    int rows() {
        return added.values().stream().mapToInt(List::size).sum();
    }

    /**
     * Writes the folder.
     *
     * @throws IllegalArgumentException if a row names a column that its table does not have
     */
    void write() throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        Mini.copy(from, to);
        List<Map<String, String>> counts = new ArrayList<>();
        Map<String, Integer> added = new TreeMap<>();
        this.added.forEach((table, rows) -> added.put(table, rows.size()));
        for (String table : this.added.keySet()) {
            append(table);
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(from.resolve(COUNTS + ".csv"))) {
            csv.forEach(row -> {
                Integer more = added.remove(row.getField("table"));
                counts.add(count(
                        row.getField("table"),
                        Integer.parseInt(row.getField("minimum")) + (more == null ? 0 : more),
                        Integer.parseInt(row.getField("maximum")) + (more == null ? 0 : more)));
            });
        }
        added.forEach((table, rows) -> counts.add(count(table, rows, rows)));
        try (CsvWriter csv = writer(COUNTS, false)) {
            csv.writeRecord("table", "minimum", "maximum");
            counts.forEach(row -> csv.writeRecord(row.values()));
        }
    }

    private static Map<String, String> count(String table, int minimum, int maximum) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("table", table);
        row.put("minimum", Integer.toString(minimum));
        row.put("maximum", Integer.toString(maximum));
        return row;
    }

    private void append(String table) throws IOException {
        boolean isNew = !Files.exists(from.resolve(table + ".csv"));
        List<String> columns = columns(table);
        try (CsvWriter csv = writer(table, !isNew)) {
            if (isNew) {
                csv.writeRecord(columns);
            }
            for (Map<String, String> row : added.get(table)) {
                if (!columns.containsAll(row.keySet())) {
                    throw new IllegalArgumentException(table + " has the columns " + columns + ", not " + row.keySet());
                }
                csv.writeRecord(columns.stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .toList());
            }
        }
    }

    /** Those of the table; a new one has those of its neighbours in the folder. */
    private List<String> columns(String table) throws IOException {
        Path file = from.resolve(table + ".csv");
        if (!Files.exists(file)) {
            try (var files = Files.list(file.getParent())) {
                file = files.filter(one -> one.toString().endsWith(".csv"))
                        .sorted()
                        .findFirst()
                        .orElseThrow();
            }
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().findFirst().orElseThrow().getHeader();
        }
    }

    private CsvWriter writer(String table, boolean append) throws IOException {
        Path file = to.resolve(table + ".csv");
        Files.createDirectories(file.getParent());
        var builder = CsvWriter.builder().lineDelimiter(LineDelimiter.LF);
        return append
                ? builder.build(file, StandardOpenOption.APPEND)
                : builder.build(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
