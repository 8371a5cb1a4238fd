package org.genevagraph.curate.rows;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.load.ExpectedCounts;
import org.genevagraph.load.Loaders;
import org.genevagraph.load.RefusedProposals;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.sheet.Book;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;

/** A table as text, to which rows can be added; what stands in it already keeps every character. */
public final class TableText {
    private final Table table;
    private final List<String> columns;

    /** The columns in the order that the file has. */
    private final List<String> header;

    private String text;

    private TableText(Table table, List<String> columns, String text) {
        this.table = table;
        this.columns = columns;
        this.header = table.columns();
        this.text = text;
    }

    /**
     * A table of the inputs, or an empty one if they have none of this name.
     *
     * @throws ProblemException if it cannot be read
     */
    public static TableText of(Inputs inputs, String name) throws ProblemException {
        List<String> columns = columns(name);
        Inputs.File file = inputs.table(name)
                .orElse(new Inputs.File(name + ".csv", name + ".csv", String.join(",", columns) + "\n"));
        Problems problems = new Problems();
        Table table = Table.read(file.shown(), name, file.text(), Layout.of(columns), problems);
        if (problems.hasErrors()) {
            throw new ProblemException(problems.sorted());
        }
        return new TableText(table, columns, file.text());
    }

    /** What a thing is called first in its row: by its name, a document by its title. */
    public static String called(Row row) {
        return row.get("name").isEmpty() ? row.get("title") : row.get("name");
    }

    /** The columns of a table. */
    public static List<String> columns(String name) {
        return switch (name) {
            case ExpectedCounts.TABLE -> ExpectedCounts.COLUMNS;
            case RefusedProposals.TABLE -> RefusedProposals.COLUMNS;
            default -> Loaders.of(name).orElseThrow().columns();
        };
    }

    /** Its rows, less those that were added. */
    public List<Row> rows() {
        return table.rows();
    }

    /** The row with a value in a column, or none. */
    public Optional<Row> row(String column, String value) {
        return rows().stream().filter(row -> row.get(column).equals(value)).findFirst();
    }

    /**
     * Takes a row out. After that nothing can be added any more: read the new text for that.
     *
     * @param row one of {@link #rows}
     */
    public String without(Row row) {
        int end = rows().stream()
                .mapToInt(Row::line)
                .filter(line -> line > row.line())
                .min()
                .orElse(Integer.MAX_VALUE);
        return text.substring(0, begin(row.line())) + text.substring(begin(end));
    }

    /** Where a line of the text begins; its end if it has no such line. */
    private int begin(int line) {
        int at = 0;
        for (int passed = 1; passed < line; passed++) {
            int next = text.indexOf('\n', at);
            if (next < 0) {
                return text.length();
            }
            at = next + 1;
        }
        return at;
    }

    /** What the file is to hold to have other rows in their order; those that it has keep every character, whatever blanks the others have. */
    public String with(List<Row> others) {
        Map<List<String>, Deque<String>> held = new HashMap<>();
        List<Row> own = rows();
        for (int i = 0; i < own.size(); i++) {
            int end = i + 1 < own.size() ? own.get(i + 1).line() : Integer.MAX_VALUE;
            held.computeIfAbsent(cells(own.get(i)), any -> new ArrayDeque<>())
                    .add(text.substring(begin(own.get(i).line()), begin(end)));
        }
        StringBuilder whole = new StringBuilder(
                own.isEmpty()
                        ? csv(List.of(header))
                        : text.substring(0, begin(own.get(0).line())));
        for (Row row : others) {
            Deque<String> same = held.get(cells(row));
            String line = same == null || same.isEmpty()
                    ? csv(List.of(header.stream().map(row::get).toList()))
                    : same.remove();
            whole.append(line.endsWith("\n") ? line : line + "\n");
        }
        return whole.toString();
    }

    private List<String> cells(Row row) {
        return columns.stream().map(row::get).map(Book::plain).toList();
    }

    /** What the file is to hold. */
    public String text() {
        return text;
    }

    /**
     * Adds a row where the order of the first column puts it, or at the end of a table that has no order.
     *
     * @return the line on which it begins
     */
    public int insert(Map<String, String> values) {
        String first = columns.get(0);
        String key = values.getOrDefault(first, "");
        List<String> keys = rows().stream().map(row -> row.get(first)).toList();
        int line = isOrdered(keys)
                ? rows().stream()
                        .filter(row -> row.get(first).compareTo(key) > 0)
                        .mapToInt(Row::line)
                        .findFirst()
                        .orElse(0)
                : 0;
        String row = csv(List.of(
                header.stream().map(column -> values.getOrDefault(column, "")).toList()));
        text = text.endsWith("\n") ? text : text + "\n";
        int at = line > 0 ? begin(line) : text.length();
        text = text.substring(0, at) + row + text.substring(at);
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static boolean isOrdered(List<String> keys) {
        for (int i = 1; i < keys.size(); i++) {
            if (keys.get(i - 1).compareTo(keys.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Rows as CSV in the form of the tables. */
    public static String csv(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", e);
        }
        return text.toString();
    }

    /** What is wrong with what somebody asked for. */
    public static ProblemException wrong(String file, String message, String fix) {
        return new ProblemException(Problem.error(file, 0, "", message, fix));
    }
}
