package org.genevagraph.curate.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;

/** What tables are to hold when rows are added to them, each where the order of its table puts it. */
public final class TableChanges {
    /** The columns in which a row cites passages. */
    private static final List<String> CITING = List.of("evidence", "passage");

    /**
     * Tables of things that cite nothing, with the column that says which thing: issues, groups of actors, and names in other languages. Such a
     * row belongs to a source if another row that cites it speaks of the thing.
     */
    private static final Map<String, String> OF_USED_THINGS =
            Map.of("issues", "id", "actor-groups", "id", "names", "thing");

    /** The columns in which a row that cites a passage speaks of things. */
    private static final List<String> SPEAKING = List.of("subject", "object", "via");

    private TableChanges() {}

    /**
     * The tables that change, by name, with all that they are to hold.
     *
     * @param proposed rows in which no fault was found, in files that are named after their tables
     * @throws ProblemException if a table of the inputs cannot be read
     */
    public static Map<String, String> merged(Inputs inputs, List<Inputs.File> proposed) throws ProblemException {
        Map<String, String> merged = new LinkedHashMap<>();
        for (Inputs.File file : proposed) {
            String name = file.table();
            TableText text = TableText.of(inputs, name);
            for (Row row : rows(file)) {
                Map<String, String> cells = new LinkedHashMap<>();
                TableText.columns(name).forEach(column -> cells.put(column, row.get(column)));
                text.insert(cells);
            }
            merged.put(name, text.text());
        }
        return merged;
    }

    /** What is wrong with rows by themselves, and with them beside those that the tables have; what they mean is not looked at. */
    public static Problems compare(Inputs inputs, List<Inputs.File> proposed) {
        Problems problems = new Problems();
        for (Inputs.File file : proposed) {
            Table.read(file.shown(), file.table(), file.text(), Layout.of(TableText.columns(file.table())), problems);
            ProposedRows.compare(inputs, file, problems);
        }
        return problems;
    }

    /**
     * What a snapshot says of rows that were added to their tables.
     *
     * @param with what it was built from
     * @param compared what {@link #compare} said of them
     * @throws ProblemException if a table of the inputs cannot be read
     */
    public static ProposedRows told(Snapshot built, Inputs with, List<Inputs.File> proposed, Problems compared)
            throws ProblemException {
        Map<String, String> places = new LinkedHashMap<>();
        for (Inputs.File file : proposed) {
            Map<List<String>, String> now = new LinkedHashMap<>();
            TableText.of(with, file.table()).rows().forEach(row -> now.put(cells(row, file.table()), place(row)));
            rows(file).forEach(row -> places.put(now.getOrDefault(cells(row, file.table()), ""), place(row)));
        }
        return ProposedRows.of(built, places, compared);
    }

    private static List<String> cells(Row row, String table) {
        return TableText.columns(table).stream().map(row::get).toList();
    }

    private static String place(Row row) {
        return row.table().file() + ":" + row.line();
    }

    /** The inputs with other texts of tables, by name. */
    public static Inputs with(Inputs inputs, Map<String, String> texts) {
        List<Inputs.File> tables = new ArrayList<>();
        Map<String, String> left = new LinkedHashMap<>(texts);
        for (Inputs.File file : inputs.tables()) {
            String text = left.remove(file.table());
            tables.add(text == null ? file : new Inputs.File(file.shown(), file.name(), text));
        }
        left.forEach((name, text) -> tables.add(new Inputs.File(name + ".csv", name + ".csv", text)));
        return inputs.withTables(tables);
    }

    /**
     * What in some rows is no business of whoever may only send rows of one source: tables of other sources, and rows that cite none of its
     * passages or those of others as well; of what cites nothing, rows of which no row here that cites something speaks.
     *
     * @return in words, such as {@code organisations.csv:2}; empty if all is
     */
    public static List<String> beyond(String source, List<Inputs.File> proposed) {
        List<String> beyond = new ArrayList<>();
        Set<String> used = used(proposed);
        for (Inputs.File file : proposed) {
            String name = file.table();
            if (name.startsWith("statements/") && !name.equals("statements/" + source)) {
                beyond.add(file.shown());
                continue;
            }
            if (OF_USED_THINGS.containsKey(name)) {
                rows(file).stream()
                        .filter(row -> !used.contains(bare(row.get(OF_USED_THINGS.get(name)))))
                        .forEach(row -> beyond.add(file.shown() + ":" + row.line()));
                continue;
            }
            String column = TableText.columns(name).contains("evidence") ? "evidence" : "passage";
            for (Row row : rows(file)) {
                Set<String> cited = Set.copyOf(row.list(column));
                if (cited.isEmpty() || !cited.stream().allMatch(passage -> passage.startsWith(source + "#"))) {
                    beyond.add(file.shown() + ":" + row.line());
                }
            }
        }
        return beyond;
    }

    /** The things of which rows that cite something speak, and what is above them. */
    private static Set<String> used(List<Inputs.File> proposed) {
        Set<String> used = new HashSet<>();
        Map<String, List<String>> broader = new HashMap<>();
        for (Inputs.File file : proposed) {
            List<String> columns = TableText.columns(file.table());
            for (Row row : rows(file)) {
                if (columns.contains("broader")) {
                    broader.put(row.get("id"), row.list("broader"));
                } else if (!OF_USED_THINGS.containsKey(file.table())) {
                    SPEAKING.forEach(column -> row.list(column).forEach(thing -> used.add(bare(thing))));
                }
            }
        }
        List<String> open = new ArrayList<>(used);
        while (!open.isEmpty()) {
            broader.getOrDefault(open.remove(open.size() - 1), List.of()).stream()
                    .filter(used::add)
                    .forEach(open::add);
        }
        return used;
    }

    private static String bare(String thing) {
        return thing.replaceFirst("^[a-z-]+:", "");
    }

    /** The files of tables whose rows cite nothing and are of no use to those that do, so that they are of no source. */
    public static List<String> uncited(List<Inputs.File> proposed) {
        return proposed.stream()
                .filter(file -> !OF_USED_THINGS.containsKey(file.table()))
                .filter(file -> Collections.disjoint(TableText.columns(file.table()), CITING))
                .map(Inputs.File::shown)
                .toList();
    }

    private static List<Row> rows(Inputs.File file) {
        Layout layout = Layout.of(TableText.columns(file.table()));
        return Table.read(file.shown(), file.table(), file.text(), layout, new Problems())
                .rows();
    }
}
