package org.genevagraph.curate.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.table.Row;

/** What the tables state already, so that a proposal that somebody accepted in some form is not made again. */
final class StatedRows {
    /** How many rows have two ends and a passage; a body can be asked for several things by one. */
    private final Map<List<String>, Integer> rows = new HashMap<>();

    private final Map<List<String>, Integer> seen = new HashMap<>();

    private StatedRows() {}

    /** Of statements, figures and citations. */
    static StatedRows of(Inputs inputs) throws ProblemException {
        StatedRows stated = new StatedRows();
        for (Inputs.File file : inputs.tables()) {
            String table = file.table();
            if (table.startsWith("statements/") || table.equals("figures") || table.equals("citations")) {
                for (Row row : TableText.of(inputs, table).rows()) {
                    row.list(table.equals("citations") ? "passage" : "evidence")
                            .forEach(passage -> stated.rows.merge(
                                    key(
                                            bare(row.get(table.equals("citations") ? "passage" : "subject")),
                                            bare(other(table, row::get)),
                                            passage),
                                    1,
                                    Integer::sum));
                }
            }
        }
        return stated;
    }

    private static String other(String table, UnaryOperator<String> cell) {
        return cell.apply(table.equals("figures") ? "value" : table.equals("citations") ? "target" : "object");
    }

    /**
     * Whether the tables state a proposal, whichever way round and by whatever words. Of requests each row settles one, the likeliest first.
     */
    boolean settles(DeskView.Proposal proposal) {
        Map<String, String> cells = proposal.cells();
        if (cells.containsKey("id")) {
            return false;
        }
        boolean citation = proposal.table().equals("citations");
        String passage = cells.get(citation ? "passage" : "evidence");
        String one = bare(cells.get(citation ? "passage" : "subject"));
        String two = bare(other(proposal.table(), cells::get));
        int count = rows.getOrDefault(key(one, two, passage), 0);
        if ("requests".equals(cells.get("relation"))) {
            return seen.merge(key(one, two, passage), 1, Integer::sum) <= count;
        }
        return count > 0 || rows.containsKey(key(two, one, passage));
    }

    private static List<String> key(String one, String two, String passage) {
        return List.of(one, two, passage);
    }

    private static String bare(String thing) {
        return thing.replaceFirst("^[a-z-]+:", "");
    }
}
