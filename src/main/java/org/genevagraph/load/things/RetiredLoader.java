package org.genevagraph.load.things;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.jena.vocabulary.DCTerms;
import org.genevagraph.load.row.Circles;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.Things;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;

/**
 * Ids that are no longer used, each with the thing that took its place, so that old links still lead somewhere. It may be of another kind,
 * which it then names: {@code organisation:tffm}.
 */
public final class RetiredLoader implements Loader {
    private static final List<String> THINGS = NameLoader.KINDS;

    @Override
    public String tables() {
        return "retired";
    }

    @Override
    public List<String> columns() {
        return List.of("kind", "id", "successor");
    }

    @Override
    public void declare(Table table, Things things, Problems problems) {
        for (Row row : table.rows()) {
            String kind = row.get("kind");
            if (THINGS.contains(kind)) {
                things.declare(kind, row, "id", problems);
            } else {
                problems.add(Problem.error(
                        table.file(),
                        row.line(),
                        "kind",
                        kind.isEmpty() ? "is empty" : "'" + kind + "' is no kind of thing",
                        Nearest.hint(kind, THINGS, "choose one of " + String.join(", ", THINGS))));
            }
        }
    }

    @Override
    public void load(Table table, Loading loading) {
        circles(table, loading.problems());
        for (Row row : table.rows()) {
            if (row.get("successor").equals(row.get("id"))) {
                loading.problems()
                        .add(Problem.error(
                                table.file(), row.line(), "successor", "is the id itself", "name another thing"));
                continue;
            }
            loading.things().find(row.get("kind"), row.get("id")).ifPresent(thing -> {
                RowFacts facts = new RowFacts(thing, row, loading);
                facts.needed("successor");
                facts.references("successor", DCTerms.isReplacedBy.asNode(), kinds(row));
            });
        }
    }

    /** Rows that lead from one to the next and back, so that no old link arrives anywhere. */
    private static void circles(Table table, Problems problems) {
        Map<String, Row> byId = new HashMap<>();
        table.rows().forEach(row -> byId.putIfAbsent(row.get("kind") + ":" + row.get("id"), row));
        UnaryOperator<Row> successor = row -> {
            String name = row.get("successor");
            return byId.get(name.indexOf(':') < 0 ? row.get("kind") + ":" + name : name);
        };
        // One that leads to itself alone is told where it is loaded.
        Circles.among(table.rows(), successor).stream()
                .filter(circle -> circle.size() > 1)
                .forEach(circle -> problems.add(Problem.error(
                        table.file(),
                        circle.get(0).line(),
                        "successor",
                        "leads back to itself: " + Circles.said(circle),
                        "name a thing that is still there")));
    }

    private static List<String> kinds(Row row) {
        String successor = row.get("successor");
        int colon = successor.indexOf(':');
        return List.of(colon < 0 ? row.get("kind") : successor.substring(0, colon));
    }
}
