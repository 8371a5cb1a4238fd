package org.genevagraph.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.Mini;
import org.genevagraph.curate.desk.DeskTables;
import org.genevagraph.curate.rows.ProposedText;
import org.genevagraph.curate.rows.TableChanges;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.source.table.Row;
import org.junit.jupiter.api.Test;

/** Whatever a curator writes is in the graph, or is told with its place; no row, cell or value is passed over in silence. */
class SilentRowsTest {
    /** What the graph does without, and no curator. */
    private static final List<String> ASKED_AT_THE_DESK = List.of("summary");

    @Test
    void noRowIsLostForAnEmptyCell() throws IOException, ProblemException {
        Inputs inputs = Inputs.read(Mini.HOME, Mini.DATA);
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Inputs.File file : inputs.tables()) {
            for (String column : TableText.columns(file.table())) {
                Optional<Row> filled = TableText.of(inputs, file.table()).rows().stream()
                        .filter(row -> !row.get(column).isEmpty())
                        .findFirst();
                if (filled.isPresent()) {
                    tried++;
                    check(inputs, file, filled.get(), column).ifPresent(wrong::add);
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(tried > 100, "tried: " + tried);
    }

    @Test
    void noRowTwiceAndNoBarWithoutValuesIsPassedOver() throws IOException, ProblemException {
        Inputs inputs = Inputs.read(Mini.HOME, Mini.DATA);
        List<String> silent = new ArrayList<>();
        int tried = 0;
        for (Inputs.File file : inputs.tables()) {
            for (Row row :
                    TableText.of(inputs, file.table()).rows().stream().limit(1).toList()) {
                String twice = file.text() + TableText.csv(List.of(cells(file.table(), row)));
                tried++;
                if (!file.table().startsWith("links/")
                        && told(inputs, file, twice).isEmpty()) {
                    silent.add(file.table() + " with a row twice");
                }
            }
            for (String column : TableText.columns(file.table())) {
                Optional<Row> filled = TableText.of(inputs, file.table()).rows().stream()
                        .filter(row -> !row.get(column).isEmpty())
                        .findFirst();
                if (filled.isPresent()) {
                    tried++;
                    Map<String, String> cells = cells(
                            file.table(), filled.get(), column, filled.get().get(column) + " |");
                    TableText text = TableText.of(
                            TableChanges.with(
                                    inputs,
                                    Map.of(
                                            file.table(),
                                            TableText.of(inputs, file.table()).without(filled.get()))),
                            file.table());
                    text.insert(cells);
                    if (told(inputs, file, text.text()).isEmpty()) {
                        silent.add(file.table() + " with a bar at the end of " + column);
                    }
                }
            }
        }
        assertEquals(List.of(), silent);
        assertTrue(tried > 120, "tried: " + tried);
    }

    private static List<String> told(Inputs inputs, Inputs.File file, String text) throws IOException {
        Inputs changed = TableChanges.with(inputs, Map.of(file.table(), text));
        return Builds.errors(Builds.with(changed, changed.tables(), false));
    }

    private static List<String> cells(String table, Row row) {
        return TableText.columns(table).stream().map(row::get).toList();
    }

    private static Map<String, String> cells(String table, Row row, String column, String value) {
        Map<String, String> cells = new HashMap<>();
        TableText.columns(table).forEach(one -> cells.put(one, one.equals(column) ? value : row.get(one)));
        return cells;
    }

    private static Optional<String> check(Inputs inputs, Inputs.File file, Row row, String column)
            throws IOException, ProblemException {
        String table = file.table();
        String place = file.shown() + ":" + row.line() + ": " + column + " emptied: ";
        Inputs without = TableChanges.with(
                inputs, Map.of(table, TableText.of(inputs, table).without(row)));
        TableText text = TableText.of(without, table);
        text.insert(cells(table, row, column, ""));
        Inputs emptied = TableChanges.with(inputs, Map.of(table, text.text()));
        String version = version(emptied);
        if (!version.isEmpty() && version.equals(version(without))) {
            return Optional.of(place + "the row is lost without a word");
        }
        if (!isForTheDesk(table) || ASKED_AT_THE_DESK.contains(column)) {
            return Optional.empty();
        }
        boolean needed = version.isEmpty() || !Builds.errors(emptied).isEmpty();
        return needed == DeskTables.needs(column)
                ? Optional.empty()
                : Optional.of(place + (needed ? "the desk does not ask for it" : "the desk asks for it"));
    }

    private static boolean isForTheDesk(String table) {
        return ProposedText.TABLES.stream()
                .anyMatch(one -> one.endsWith("/") ? table.startsWith(one) : table.equals(one));
    }

    /** The version of what the loaders make of the tables, without rules and shapes; empty if they find an error. */
    private static String version(Inputs inputs) throws IOException {
        try {
            return new SnapshotBuilder(Builds.with(inputs, inputs.tables(), false), Progress.NONE)
                    .build()
                    .version();
        } catch (ProblemException e) {
            return "";
        }
    }
}
