package org.genevagraph.curate.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.table.Row;

/** A row that the tables have, with a cell that a text fills: its acronym, its website, one more name or passage. */
final class ChangedRow {
    private static final String EVIDENCE = "evidence";

    private ChangedRow() {}

    /**
     * The proposal; empty if the row says so already, or is not there.
     *
     * @throws ProblemException if the table cannot be read
     */
    static Optional<DeskView.Proposal> proposal(Suggestion suggestion, Inputs inputs) throws ProblemException {
        String column = suggestion.row().get(1);
        String value = suggestion.row().get(2);
        Optional<Row> row = TableText.of(inputs, suggestion.table())
                .row("id", suggestion.row().get(0));
        if (row.isEmpty() || says(row.get(), column, value)) {
            return Optional.empty();
        }
        Map<String, String> held = new LinkedHashMap<>();
        TableText.columns(suggestion.table())
                .forEach(one -> held.put(one, row.get().get(one)));
        Map<String, String> cells = new LinkedHashMap<>(held);
        cells.put(column, column.equals("aliases") ? with(row.get(), column, value) : value);
        cells.put(EVIDENCE, with(row.get(), EVIDENCE, suggestion.passage()));
        return Optional.of(DeskView.proposal(suggestion, cells, held));
    }

    private static boolean says(Row row, String column, String value) {
        return List.of(row.get(column), row.get("name")).contains(value)
                || row.list(column).contains(value)
                || (column.equals("website") && bare(row.get(column)).equals(bare(value)));
    }

    private static String bare(String address) {
        return address.replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("/$", "");
    }

    private static String with(Row row, String column, String value) {
        List<String> all = new ArrayList<>(row.list(column));
        if (!all.contains(value)) {
            all.add(value);
        }
        return String.join(" | ", all);
    }
}
