package org.genevagraph.source.table;

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
import org.genevagraph.files.InputLimit;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Slip;

/** A CSV table (RFC 4180, UTF-8, header row, line feeds) that was read with suspicion; what it found is in the problems. */
public final class Table {
    /** The most characters of a cell: what spreadsheets can hold. */
    public static final int MOST_CHARACTERS = 32_767;

    /** What a program can put right. */
    private static final String OR_FIX = ", or let './geneva fix' do it";

    private static final Pattern MERGE_MARK = Pattern.compile("^(?:<{7}|={7}|>{7}|\\|{7})");
    private static final Pattern LINE_IN_MESSAGE = Pattern.compile("line (\\d+)");

    private final String file;
    private final String name;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final Set<String> lostIds = new HashSet<>();
    private final Ragged ragged = new Ragged();
    private final Repeats repeats = new Repeats();
    private Header header;
    private boolean whole = true;
    private boolean encodingTold;
    private boolean unmerged;
    private boolean anyUnnamed;
    private int quoteLine;

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
            problems.addCause(
                    Problem.error(file, 1, "", "begins with a byte order mark", "save it as plain UTF-8" + OR_FIX));
            text = text.substring(1);
        }
        Optional<Foreign> foreign = Foreign.of(text);
        if (foreign.isPresent()) {
            problems.addCause(Problem.error(
                    file, 0, "", foreign.get().what(), foreign.get().fix()));
            table.whole = false;
            return table;
        }
        int carriageReturn = text.indexOf('\r');
        if (carriageReturn >= 0) {
            problems.addCause(Problem.error(
                    file,
                    lineAt(text, carriageReturn),
                    "",
                    "has a carriage return",
                    "save it with Unix line ends (LF) only" + OR_FIX));
        }
        int zero = text.indexOf('\0');
        int alien = Header.alien(text);
        if (zero >= 0 && alien < 0) {
            problems.addCause(Problem.error(
                    file,
                    lineAt(text, zero),
                    "",
                    "has a byte that is zero",
                    "save it as plain UTF-8, or restore the file if it is damaged"));
            table.whole = false;
            return table;
        }
        if (alien >= 0) {
            // Of a file in UTF-16, say, nothing can be read, not even its header.
            problems.addCause(Problem.error(
                    file, lineAt(text, alien), "", "has a byte that is not UTF-8", "save the file as UTF-8"));
            table.whole = false;
            return table;
        }
        table.parse(text, layout, problems);
        return table;
    }

    /** A table of which nothing is there, so that whatever it would declare is missing. */
    public static Table absent(String file, String name) {
        Table table = new Table(file, name);
        table.whole = false;
        return table;
    }

    private static int lineAt(String text, int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
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

    /** Whether all its rows could be read; otherwise things may be missing that it declares. */
    public boolean isWhole() {
        return whole;
    }

    /** What stands first in the rows that could not be read: the ids, most likely, of what they would have declared. */
    public List<String> lostIds() {
        return List.copyOf(lostIds);
    }

    /** The columns in the order of its header. */
    public List<String> columns() {
        return header == null ? List.of() : header.columns();
    }

    /** The columns that its header lacks; what is wrong with their cells follows from that. */
    public List<String> missingColumns() {
        return header == null ? List.of() : header.missing();
    }

    /** The records of a text, empty lines and records of any length among them. */
    static CsvReader<CsvRecord> records(String text, Layout layout, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(layout.isTabbed() ? CommentStrategy.READ : CommentStrategy.NONE)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private void parse(String text, Layout layout, Problems problems) {
        char separator = Header.separator(text, layout);
        int headerLine = Header.line(text, layout);
        if (separator != layout.separator()) {
            problems.addCause(Problem.error(
                    file,
                    headerLine,
                    "",
                    "separates its cells by " + Header.shown(separator),
                    "save it with " + Header.shown(layout.separator()) + " between the cells" + OR_FIX));
        }
        try (CsvReader<CsvRecord> reader = records(text, layout, separator)) {
            for (CsvRecord record : reader) {
                int line = (int) record.getStartingLineNumber();
                if (record.isComment()) {
                    comments.add(record.getField(0));
                } else if (text.isBlank()) {
                    break;
                } else if (header == null && line < headerLine) {
                    // A line that tells a spreadsheet what separates the cells is one slip with their wrong separator.
                    if (line == 1 && separator == layout.separator()) {
                        problems.addCause(Problem.error(
                                        file,
                                        headerLine,
                                        "",
                                        "is the header, and does not stand first",
                                        "delete what stands before it")
                                .as(Slip.of(Slip.Kind.HEADER_NOT_FIRST)));
                    }
                } else if (header == null) {
                    header = Header.read(file, line, record.getFields(), layout, problems);
                    // Whatever stands below a header that has nothing in common with the right one.
                    whole = !header.isStrange();
                } else if (header.isStrange() || !addRecord(record, line, problems)) {
                    break;
                }
            }
            if (header == null || text.isBlank()) {
                whole = false;
                problems.addCause(Problem.error(
                        file, 0, "", "is empty", "give it the header " + String.join(",", layout.required())));
            } else {
                ragged.tell(file, header, rows.size(), separator != layout.separator(), problems);
                header.tellUnnamed(file, anyUnnamed, problems);
                CrossedColumns.of(file, header, rows).ifPresent(crossed -> {
                    // Nothing of its rows can be read.
                    problems.addCause(crossed);
                    rows.clear();
                    whole = false;
                });
                // Two versions that were not merged share rows.
                if (!unmerged) {
                    repeats.tell(file, problems);
                }
            }
        } catch (CsvParseException e) {
            whole = false;
            problems.addCause(Problem.error(
                    file,
                    lineOf(e),
                    "",
                    "cannot be read as CSV",
                    "close every quote; double a quote inside a quoted cell"));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    /** Takes a record; false if no more are taken. */
    private boolean addRecord(CsvRecord record, int line, Problems problems) {
        int most = InputLimit.current().rows();
        if (rows.size() + repeats.count() >= most) {
            whole = false;
            problems.addCause(Problem.error(
                    file,
                    line,
                    "",
                    String.format("has more than %,d rows, which is the limit", most),
                    "divide it into several, take away what does not belong there, " + InputLimit.raise()));
            return false;
        }
        int cells = record.getFieldCount();
        int columns = header.columns().size();
        if (record.getFields().stream().allMatch(String::isBlank)) {
            problems.add(Problem.error(file, line, "", "is an empty row", "delete the line"));
        } else if (header.isRepeatedBy(record.getFields())) {
            problems.add(Problem.error(file, line, "", "repeats the header", "delete the line"));
        } else if (isMergeMark(record)) {
            unmerged = true;
            problems.addCause(Problem.error(
                    file,
                    line,
                    "",
                    "is the mark of two versions that were not merged",
                    "keep the rows of one of them, or both, and delete the marks"));
        } else if (cells > columns
                && record.getFields().subList(columns, cells).stream().allMatch(String::isBlank)) {
            ragged.add(line, record, true);
            addRow(record, line, problems);
        } else if (cells != columns) {
            lose(record, line, problems);
        } else {
            addRow(record, line, problems);
        }
        return true;
    }

    /** A row of too many or too few cells; a quote that is not closed makes many of them, of which the first is the cause. */
    private void lose(CsvRecord record, int line, Problems problems) {
        boolean swallowed = record.getFields().stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
        if (swallowed) {
            record.getFields().stream()
                    .flatMap(String::lines)
                    .map(inner -> inner.split("[,\t]", 2)[0].strip())
                    .forEach(lostIds::add);
            if (quoteLine == 0) {
                quoteLine = line;
                problems.addCause(Problem.error(
                        file,
                        line,
                        "",
                        "cannot be read as CSV",
                        "close every quote; double a quote inside a quoted cell"));
            }
        } else if (quoteLine == 0) {
            ragged.add(line, record, false);
        }
        lostIds.add(record.getField(0).strip());
    }

    static boolean isMergeMark(CsvRecord record) {
        return MERGE_MARK.matcher(record.getField(0)).find()
                && record.getFields().stream().skip(1).allMatch(String::isBlank);
    }

    private static int lineOf(CsvParseException e) {
        Matcher matcher = LINE_IN_MESSAGE.matcher(String.valueOf(e.getMessage()));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private void addRow(CsvRecord record, int line, Problems problems) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean isReadable = true;
        for (int i = 0; i < header.columns().size(); i++) {
            String column = header.columns().get(i);
            String value = record.getField(i);
            if (column.isEmpty()) {
                anyUnnamed |= !value.isBlank();
                continue;
            }
            if (value.length() > MOST_CHARACTERS) {
                problems.addCause(Problem.error(
                        file,
                        line,
                        column,
                        String.format("has more than %,d characters, which is the limit", MOST_CHARACTERS),
                        "shorten it, or close a quote that is open"));
                isReadable = false;
                continue;
            }
            if (value.indexOf('\uFFFD') < 0) {
                Suspicion.of(value)
                        .ifPresent(s -> suspect(Problem.error(file, line, column, s.what(), s.fix()), value, problems));
            } else {
                Optional<Problem> wrong =
                        Suspicion.of(value).map(s -> Problem.error(file, line, column, s.what(), s.fix()));
                wrong.ifPresent(problems::silence);
                // Who saved one letter so saved all so.
                if (!encodingTold) {
                    encodingTold = true;
                    wrong.ifPresent(problems::addCause);
                }
            }
            // Of two columns of a name the first counts.
            values.putIfAbsent(column, Suspicion.stripped(value));
        }
        if (isReadable) {
            if (header.isWrong() || !repeats.add(values, line)) {
                rows.add(new Row(this, line, values));
            }
        } else if (record.getField(0).length() > MOST_CHARACTERS) {
            // What the row would declare, nobody knows.
            whole = false;
        } else {
            lostIds.add(record.getField(0).strip());
        }
    }

    /** A cell of which only the blanks at its ends are wrong can have another fault. */
    private static void suspect(Problem problem, String value, Problems problems) {
        String stripped = Suspicion.stripped(value);
        if (stripped.equals(value) || Suspicion.of(stripped).isPresent()) {
            problems.addOfCharacters(problem);
        } else {
            problems.add(problem);
        }
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
