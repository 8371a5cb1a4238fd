package org.genevagraph.serve.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.curate.desk.Checked;
import org.genevagraph.curate.desk.DeskTables;
import org.genevagraph.problem.Severity;

/**
 * A row as the curator has it in the form now, with what came of looking at it.
 *
 * @param key the proposal's key; {@link #OWN} for a row that nobody proposed
 * @param table the table that it is for
 * @param cells its cells by their columns
 * @param checked what came of it; empty if it was not looked at
 */
public record Draft(String key, String table, Map<String, String> cells, Optional<Checked> checked) {
    /** The key of a row that nobody proposed. */
    public static final String OWN = "own";

    public Draft {
        cells = new LinkedHashMap<>(cells);
    }

    /** Stands for the row in the form, so that another one cannot pass for it. */
    public String digest() {
        return DeskTables.digest(table, cells);
    }

    /** Whether something is wrong with a cell. */
    public boolean isWrong(String column) {
        return checked.filter(one -> one.problems().stream()
                        .anyMatch(problem -> problem.severity() == Severity.ERROR
                                && problem.column().equals(column)))
                .isPresent();
    }

    /** Whether only what deserves a look stands between the row and its table. */
    public boolean isSeen() {
        return checked.filter(Checked::isSound).isPresent();
    }
}
