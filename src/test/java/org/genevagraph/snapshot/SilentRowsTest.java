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
import org.genevagraph.curate.rows.TableChanges;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.source.table.Row;
import org.junit.jupiter.api.Test;

/** Whatever a curator writes is in the graph, or is told with its place; no row, cell or value is passed over in silence. */
class SilentRowsTest {
    /** What the graph does without, and no curator. */
    private static final List<String> ASKED_AT_THE_DESK = List.of("summary");

    private final Inputs inputs;

    SilentRowsTest() throws IOException {
        inputs = Inputs.read(Mini.HOME, Mini.DATA);
    }

    /** Something that is done to a cell, and what is wrong about what comes of it. */
    private interface Trial {
        Optional<String> of(Inputs.File file, Row row, String column) throws IOException, ProblemException;
    }

    /** Tries each column of each table in the first row that fills it. */
    private void everyColumn(Trial trial) throws IOException, ProblemException {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Inputs.File file : inputs.tables()) {
            for (String column : TableText.columns(file.table())) {
                Optional<Row> filled = TableText.of(inputs, file.table()).rows().stream()
                        .filter(row -> !row.get(column).isEmpty())
                        .findFirst();
                if (filled.isPresent()) {
                    tried++;
                    trial.of(file, filled.get(), column)
                            .ifPresent(what -> wrong.add(file.shown() + ": " + column + ": " + what));
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(tried > 100, "tried: " + tried);
    }

    @Test
    void noRowIsLostForAnEmptyCell() throws IOException, ProblemException {
        everyColumn((file, row, column) -> {
            Inputs emptied = with(file, row, column, "");
            String version = version(emptied);
            if (!version.isEmpty() && version.equals(version(without(file, row)))) {
                return Optional.of("if it is empty, the row is lost without a word");
            }
            if (!DeskTables.takes(file.table()) || ASKED_AT_THE_DESK.contains(column)) {
                return Optional.empty();
            }
            boolean needed = version.isEmpty() || !Builds.errors(emptied).isEmpty();
            return needed == DeskTables.needs(column)
                    ? Optional.empty()
                    : Optional.of(needed ? "the desk does not ask for it" : "the desk asks for it");
        });
    }

    @Test
    void noBarWithoutValuesIsPassedOver() throws IOException, ProblemException {
        everyColumn((file, row, column) ->
                version(with(file, row, column, row.get(column) + " |")).isEmpty()
                        ? Optional.empty()
                        : Optional.of("a bar at its end is passed over"));
    }

    @Test
    void noRowTwiceIsPassedOver() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Inputs.File file : inputs.tables()) {
            List<String> lines = file.text().lines().toList();
            String twice = file.text() + lines.get(lines.size() - 1) + "\n";
            if (!version(TableChanges.with(inputs, Map.of(file.table(), twice))).isEmpty()) {
                silent.add(file.shown());
            }
        }
        assertEquals(List.of(), silent);
        assertTrue(inputs.tables().size() > 20, "tables: " + inputs.tables().size());
    }

    private Inputs without(Inputs.File file, Row row) throws ProblemException {
        String text = TableText.of(inputs, file.table()).without(row);
        return TableChanges.with(inputs, Map.of(file.table(), text));
    }

    /** The inputs with another value in a cell. */
    private Inputs with(Inputs.File file, Row row, String column, String value) throws ProblemException {
        TableText text = TableText.of(without(file, row), file.table());
        Map<String, String> cells = new HashMap<>();
        TableText.columns(file.table()).forEach(one -> cells.put(one, one.equals(column) ? value : row.get(one)));
        text.insert(cells);
        return TableChanges.with(inputs, Map.of(file.table(), text.text()));
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
