package org.genevagraph.source;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;

/** A CSV table (RFC 4180, UTF-8, header row, line feeds) that was read with suspicion; what it found is in the problems. */
public final class Table {
    private static final Pattern LINE_IN_MESSAGE = Pattern.compile("line (\\d+)");

    private final String file;
    private final String name;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private boolean sound;

    private Table(String file, String name) {
        this.file = file;
        this.name = name;
    }

    /**
     * Reads a table.
     *
     * @param file how to call the file when talking to people
     * @param name the table's name inside the data folder without its ending, for example {@code statements/gcsp}
     * @param given what the file holds, with U+FFFD for bytes that are not UTF-8
     * @param layout the columns that its header must and may have, and what separates its cells
     */
    public static Table read(String file, String name, String given, Layout layout, Problems problems) {
        Table table = new Table(file, name);
        String text = layout.isTabbed() ? given.replace("\r\n", "\n") : given;
        if (text.startsWith("\uFEFF")) {
            problems.add(Problem.error(file, 1, "", "begins with a byte order mark", "save it as plain UTF-8"));
            text = text.substring(1);
        }
        int carriageReturn = text.indexOf('\r');
        if (carriageReturn >= 0) {
            int line = 1
                    + (int) text.substring(0, carriageReturn)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            problems.add(
                    Problem.error(file, line, "", "has a carriage return", "save it with Unix line ends (LF) only"));
        }
        table.parse(text, layout, problems);
        return table;
    }

    /** How to call the file when talking to people. */
    public String file() {
        return file;
    }

    /** The table's name inside the data folder without its ending, for example {@code statements/gcsp}. */
    public String name() {
        return name;
    }

    /** The last part of the name: of {@code statements/gcsp}, {@code gcsp}. */
    public String source() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The rows that could be read. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Its comments in their order, each without the sign that begins it; only tab-separated tables have any. */
    public List<String> comments() {
        return List.copyOf(comments);
    }

    /** Whether the header is right, so that more than the ids of the rows can be trusted. */
    public boolean isSound() {
        return sound;
    }

    private void parse(String text, Layout layout, Problems problems) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(layout.separator())
                .commentStrategy(layout.isTabbed() ? CommentStrategy.READ : CommentStrategy.NONE)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<String> header = null;
            for (CsvRecord record : reader) {
                int line = (int) record.getStartingLineNumber();
                if (record.isComment()) {
                    comments.add(record.getField(0));
                } else if (header == null) {
                    header = record.getFields().stream().map(String::strip).toList();
                    sound = headerFits(header, line, layout, problems);
                } else if (record.getFieldCount() == 1 && record.getField(0).isBlank()) {
                    problems.add(Problem.error(file, line, "", "is an empty row", "delete the line"));
                } else if (record.getFieldCount() != header.size()) {
                    problems.add(Problem.error(
                            file,
                            line,
                            "",
                            "has " + record.getFieldCount() + " cells where the header has " + header.size(),
                            "add or take away a separator, and quote cells that hold one"));
                } else {
                    addRow(record, header, line, problems);
                }
            }
            if (header == null) {
                problems.add(Problem.error(
                        file, 0, "", "is empty", "give it the header " + String.join(",", layout.required())));
            }
        } catch (CsvParseException e) {
            problems.add(Problem.error(
                    file,
                    lineOf(e),
                    "",
                    "cannot be read as CSV",
                    "close every quote; double a quote inside a quoted cell"));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private static int lineOf(CsvParseException e) {
        Matcher matcher = LINE_IN_MESSAGE.matcher(String.valueOf(e.getMessage()));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private boolean headerFits(List<String> header, int line, Layout layout, Problems problems) {
        List<String> known = layout.known();
        boolean fits = true;
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!seen.add(column)) {
                problems.add(Problem.error(file, line, column, "stands twice in the header", "keep one of them"));
                fits = false;
            } else if (!known.contains(column) && layout.open()) {
                problems.add(Problem.warning(
                        file, line, column, "is not a column that is known here", "nothing to do: it was passed over"));
            } else if (!known.contains(column)) {
                problems.add(Problem.error(
                        file,
                        line,
                        column.isEmpty() ? "(unnamed)" : column,
                        "is not a column of this table",
                        Nearest.hint(column, known, "the columns are " + String.join(",", known))));
                fits = false;
            }
        }
        for (String column : layout.required()) {
            if (!seen.contains(column)) {
                problems.add(Problem.error(
                        file, line, column, "is missing from the header", "add the column, even if it stays empty"));
                fits = false;
            }
        }
        return fits;
    }

    private void addRow(CsvRecord record, List<String> header, int line, Problems problems) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            String value = record.getField(i);
            Suspicion.of(value).ifPresent(s -> problems.add(Problem.error(file, line, column, s.what(), s.fix())));
            values.put(column, value.strip());
        }
        rows.add(new Row(this, line, values));
    }

    /** The rows that repeat the values of an earlier row in some columns, each with that earlier row. */
    public Map<Row, Row> repeats(String... columns) {
        Map<List<String>, Row> first = new HashMap<>();
        Map<Row, Row> repeats = new LinkedHashMap<>();
        for (Row row : rows) {
            List<String> key = Arrays.stream(columns).map(row::get).toList();
            Optional.ofNullable(first.putIfAbsent(key, row)).ifPresent(earlier -> repeats.put(row, earlier));
        }
        return repeats;
    }
}
