package org.genevagraph.load.things;

import java.util.List;
import org.apache.jena.vocabulary.DCTerms;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.Things;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;

/**
 * Ids that are no longer used, each with the thing that took its place, so that old links still lead somewhere. It may be of another kind,
 * which it then names: {@code organisation:tffm}.
 */
public final class RetiredLoader implements Loader {
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
            things.declare(row.get("kind"), row, "id", problems);
        }
    }

    @Override
    public void load(Table table, Loading loading) {
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

    private static List<String> kinds(Row row) {
        String successor = row.get("successor");
        int colon = successor.indexOf(':');
        return List.of(colon < 0 ? row.get("kind") : successor.substring(0, colon));
    }
}
