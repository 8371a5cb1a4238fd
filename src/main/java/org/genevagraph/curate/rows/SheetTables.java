package org.genevagraph.curate.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.load.ExpectedCounts;
import org.genevagraph.load.Loaders;
import org.genevagraph.load.RefusedProposals;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Severity;
import org.genevagraph.problem.Slip;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.sheet.Book;
import org.genevagraph.source.table.Row;

/** Tables as sheets of a spreadsheet: the first row of each is the header, and every cell is text. */
public final class SheetTables {
    /** Spreadsheets allow no longer names of sheets. */
    private static final int MOST_IN_NAME = 31;

    private static final String ENDING = ".csv";

    /** The sheet and the row of a place. */
    private static final Pattern PLACE = Pattern.compile("(sheet .*), (?:cell [A-Z]+|row )(\\d+)");

    /** The sheet, the column and the row of a cell's place; what the column is called may stand behind it. */
    private static final Pattern CELL = Pattern.compile("(sheet .*), cell ([A-Z]+)(\\d+)(?: .*)?");

    private final String shown;
    private final List<Inputs.File> files = new ArrayList<>();

    /** The sheet of each file, by what the file is called. */
    private final Map<String, Book.Sheet> sheets = new HashMap<>();

    /** The sheets without anything in them, by their tables. */
    private final Map<String, Book.Sheet> empty = new LinkedHashMap<>();

    private final List<Problem> faults;

    private SheetTables(String shown, List<Problem> faults) {
        this.shown = shown;
        this.faults = faults;
    }

    /**
     * The tables of a project.
     *
     * @throws ProblemException if one cannot be read
     */
    public static Book of(Inputs inputs) throws ProblemException {
        Map<String, String> names = names(inputs);
        List<Book.Sheet> sheets = new ArrayList<>();
        for (Map.Entry<String, String> table : names.entrySet()) {
            List<String> columns = TableText.columns(table.getKey());
            List<Book.Line> rows = new ArrayList<>();
            rows.add(new Book.Line(1, columns));
            for (Row row : TableText.of(inputs, table.getKey()).rows()) {
                rows.add(new Book.Line(
                        rows.size() + 1, columns.stream().map(row::get).toList()));
            }
            sheets.add(new Book.Sheet(table.getValue(), rows));
        }
        return new Book(sheets);
    }

    /** The name of the sheet of each table, in the order of the tables; no two are the same. */
    private static Map<String, String> names(Inputs inputs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Inputs.File file : inputs.tables()) {
            String table = file.table();
            if (!file.name().endsWith(ENDING) || !isTable(table)) {
                continue;
            }
            String whole = table.replace('/', '.');
            String name = whole.substring(0, Math.min(whole.length(), MOST_IN_NAME));
            for (int i = 2; names.containsValue(name); i++) {
                String more = "~" + i;
                name = whole.substring(0, Math.min(whole.length(), MOST_IN_NAME - more.length())) + more;
            }
            names.put(table, name);
        }
        return names;
    }

    private static boolean isTable(String table) {
        return List.of(ExpectedCounts.TABLE, RefusedProposals.TABLE).contains(table)
                || Loaders.of(table).isPresent();
    }

    /**
     * The sheets of a spreadsheet as files of tables; empty ones are none.
     *
     * @param shown what to call the spreadsheet when talking to people
     * @param inputs whose tables the sheets are called after; a sheet of another name is what its name or header says
     */
    public static SheetTables read(String shown, Book book, Inputs inputs) {
        SheetTables read = new SheetTables(shown, book.faults());
        Map<String, String> tables = new HashMap<>();
        names(inputs).forEach((table, sheet) -> tables.put(sheet, table));
        for (Book.Sheet sheet : book.sheets()) {
            if (sheet.rows().isEmpty()) {
                Optional.ofNullable(tables.get(sheet.name())).ifPresent(table -> read.empty.put(table, sheet));
                continue;
            }
            int width = sheet.rows().stream()
                    .mapToInt(row -> row.cells().size())
                    .max()
                    .orElse(0);
            String text = TableText.csv(
                    sheet.rows().stream().map(row -> padded(row.cells(), width)).toList());
            String name = tables.getOrDefault(sheet.name(), sheet.name().replace('.', '/'));
            String file = shown + "[" + sheet.name() + "]";
            read.files.add(new Inputs.File(file, name + ENDING, text));
            read.sheets.put(file, sheet);
        }
        return read;
    }

    private static List<String> padded(List<String> cells, int width) {
        List<String> padded = new ArrayList<>(cells);
        while (padded.size() < width) {
            padded.add("");
        }
        return padded;
    }

    /** The files, each named after its table if its sheet is. */
    public List<Inputs.File> files() {
        return List.copyOf(files);
    }

    /**
     * What all tables are to hold that differ from the sheets of their names; rows that are there already keep every character.
     *
     * @throws ProblemException if a sheet or a table cannot be read, a sheet is that of no table, or one is empty whose table has rows
     */
    public Map<String, String> changed(Inputs inputs) throws ProblemException {
        Problems problems = new Problems();
        for (Map.Entry<String, Book.Sheet> none : empty.entrySet()) {
            if (!TableText.of(inputs, none.getKey()).rows().isEmpty()) {
                problems.add(
                        Problem.error(
                                shown,
                                0,
                                "sheet " + none.getValue().told(),
                                "is empty, and its table has rows",
                                "delete the sheet to leave the table as it is, or leave its header there to take out all rows"));
            }
        }
        Map<String, String> changed = new LinkedHashMap<>();
        Map<String, String> seen = new HashMap<>();
        for (Inputs.File file : files) {
            String table = file.table();
            if (!isTable(table)) {
                problems.add(Problem.error(
                        file.shown(),
                        0,
                        "",
                        "is the sheet of no table",
                        Nearest.hint(
                                sheets.get(file.shown()).name(),
                                names(inputs).values(),
                                "call it like a table, with a dot for the slash, or take it out of the file")));
                continue;
            }
            String earlier = seen.putIfAbsent(table, file.shown());
            if (earlier != null) {
                problems.add(Problem.error(
                        file.shown(),
                        0,
                        "",
                        "is of the same table as sheet " + sheets.get(earlier).told(),
                        "take one of them out of the file"));
                continue;
            }
            TableText sheet = TableText.of(inputs.withTables(List.of(file)), table);
            TableText before = TableText.of(inputs, table);
            if (!cells(sheet.rows(), table).equals(cells(before.rows(), table))) {
                changed.put(table, before.with(sheet.rows()));
            }
        }
        if (problems.hasErrors()) {
            throw new ProblemException(problems.sorted());
        }
        return changed;
    }

    private static List<List<String>> cells(List<Row> rows, String table) {
        List<String> columns = TableText.columns(table);
        return rows.stream()
                .map(row -> columns.stream().map(row::get).map(Book::plain).toList())
                .toList();
    }

    /** The inputs with the sheets, of which {@link #changed} found each to be of a table, in their place, so that faults are told by their cells. */
    public Inputs in(Inputs inputs) {
        Map<String, Inputs.File> byName =
                files.stream().collect(Collectors.toMap(Inputs.File::name, file -> file, (one, other) -> one));
        List<Inputs.File> tables = new ArrayList<>();
        for (Inputs.File file : inputs.tables()) {
            tables.add(Optional.ofNullable(byName.remove(file.name())).orElse(file));
        }
        tables.addAll(byName.values());
        return inputs.withTables(tables);
    }

    /** The cells whose value cannot be told, and as warnings those with a comment. */
    public List<Problem> faults() {
        return faults;
    }

    /**
     * The cells whose value cannot be told, and other problems by sheet and cell instead of by line and column, less those of these cells. A title
     * above a header is one fault, also where its cells are merged.
     */
    public List<Problem> told(List<Problem> problems) {
        List<Problem> others = problems.stream().map(this::told).toList();
        List<Problem> all = new ArrayList<>(faults);
        all.removeIf(fault -> others.stream()
                .anyMatch(other ->
                        other.slip().kind() == Slip.Kind.HEADER_NOT_FIRST && isAbove(fault.column(), other.column())));
        others.stream()
                .filter(problem -> faults.stream()
                        .noneMatch(fault -> fault.severity() == Severity.ERROR
                                && (isAt(problem, fault.column()) || isMergedAway(problem, fault))))
                .forEach(all::add);
        return all;
    }

    private static boolean isAbove(String place, String header) {
        Matcher one = PLACE.matcher(place);
        Matcher other = PLACE.matcher(header);
        return one.matches()
                && other.matches()
                && one.group(1).equals(other.group(1))
                && Integer.parseInt(one.group(2)) < Integer.parseInt(other.group(2));
    }

    private static boolean isAt(Problem problem, String cell) {
        return problem.column().equals(cell) || problem.column().startsWith(cell + " ");
    }

    /** Whether a problem is told of a cell that is one with another: that it is empty follows from that. */
    private static boolean isMergedAway(Problem problem, Problem fault) {
        if (fault.slip().kind() != Slip.Kind.CELLS_MERGED) {
            return false;
        }
        Matcher first = CELL.matcher(fault.column());
        Matcher cell = CELL.matcher(problem.column());
        if (!first.matches() || !cell.matches() || !first.group(1).equals(cell.group(1))) {
            return false;
        }
        String last = fault.slip().value();
        int row = Integer.parseInt(cell.group(3));
        return isFromTo(cell.group(2), first.group(2), last.replaceFirst("\\d+$", ""))
                && row >= Integer.parseInt(first.group(3))
                && row <= Integer.parseInt(last.replaceFirst("^[A-Z]+", ""));
    }

    private static boolean isFromTo(String letters, String from, String to) {
        Comparator<String> order = Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
        return order.compare(letters, from) >= 0 && order.compare(letters, to) <= 0;
    }

    private Problem told(Problem problem) {
        Book.Sheet sheet = sheets.get(problem.file());
        if (sheet == null) {
            return problem;
        }
        String place = "sheet " + sheet.told();
        Optional<String> unnamed = problem.slip().kind() == Slip.Kind.COLUMN_WITHOUT_NAME
                ? unnamed(sheet, problem.line())
                : Optional.empty();
        if (unnamed.isPresent()) {
            place = unnamed.get();
        } else if (problem.line() > 0) {
            int column = sheet.rows().stream()
                    .map(row -> row.cells().indexOf(problem.column()))
                    .filter(at -> at >= 0 && !problem.column().isEmpty())
                    .findFirst()
                    .orElse(-1);
            place = Book.place(
                    sheet.told(), row(sheet, problem.line()), column < 0 ? Optional.empty() : Optional.of(column));
        }
        String named = problem.column().isEmpty() ? place : place + " (" + problem.column() + ")";
        return problem.at(shown, 0, named);
    }

    /** The first cell that holds something in a column without a name. */
    private static Optional<String> unnamed(Book.Sheet sheet, int header) {
        List<String> names = sheet.rows().get(header - 1).cells();
        for (Book.Line row : sheet.rows().subList(header, sheet.rows().size())) {
            for (int column = 0; column < row.cells().size(); column++) {
                boolean named = column < names.size() && !names.get(column).isEmpty();
                if (!named && !row.cells().get(column).isEmpty()) {
                    return Optional.of(Book.place(sheet.told(), row.number(), Optional.of(column)));
                }
            }
        }
        return Optional.empty();
    }

    /** What came of rows, told by sheet and cell. */
    public ProposedRows told(ProposedRows checked) {
        return new ProposedRows(
                told(checked.faults()),
                checked.facts().stream()
                        .map(fact -> {
                            Book.Sheet sheet = sheets.get(fact.file());
                            return sheet == null
                                    ? fact
                                    : new ProposedRows.Fact(
                                            fact.proof().at(fact.file() + ":" + row(sheet, fact.line())), fact.quote());
                        })
                        .toList());
    }

    /** The number of the row that a line was made of: each row makes one line. */
    private static int row(Book.Sheet sheet, int line) {
        return line <= sheet.rows().size() ? sheet.rows().get(line - 1).number() : line;
    }
}
