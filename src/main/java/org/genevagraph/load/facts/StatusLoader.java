package org.genevagraph.load.facts;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.StatementFacts;
import org.genevagraph.load.row.StatementFacts.Claim;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;

/** What is only planned or proposed, or over; a thing without a row is there. */
public final class StatusLoader implements Loader {
    private static final String STATUS = "status";

    @Override
    public String tables() {
        return STATUS;
    }

    @Override
    public List<String> columns() {
        return List.of("thing", STATUS, "standing", "evidence");
    }

    @Override
    public void load(Table table, Loading loading) {
        StatementFacts statements = new StatementFacts(loading);
        for (Row row : table.rows()) {
            loading.things()
                    .resolve(
                            row.get("thing"),
                            List.of("organisation", "initiative", "document"),
                            row,
                            "thing",
                            loading.problems())
                    .ifPresent(thing -> write(thing, row, statements, loading));
        }
    }

    private static void write(Node thing, Row row, StatementFacts statements, Loading loading) {
        Optional<Node> status = loading.ontology().concept(STATUS, row.get(STATUS));
        if (status.isEmpty()) {
            // Says which ones there are.
            new RowFacts(thing, row, loading).concept(STATUS, GG.status, STATUS);
            return;
        }
        Claim claim = new Claim(thing, "thing", GG.status, STATUS, status.get(), STATUS);
        statements
                .write(StatementFacts.iri(claim, row), claim, row)
                .concept("standing", GG.standing, "standing")
                .evidence("evidence");
    }
}
