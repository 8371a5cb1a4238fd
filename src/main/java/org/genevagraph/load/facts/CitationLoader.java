package org.genevagraph.load.facts;

import java.util.List;
import org.apache.jena.graph.Node;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.StatementFacts;
import org.genevagraph.load.row.StatementFacts.Claim;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;

/** Which passage cites which document or passage; the passage itself is the evidence. */
public final class CitationLoader implements Loader {
    @Override
    public String tables() {
        return "citations";
    }

    @Override
    public List<String> columns() {
        return List.of("passage", "target", "standing", "note");
    }

    @Override
    public void load(Table table, Loading loading) {
        StatementFacts statements = new StatementFacts(loading);
        for (Row row : table.rows()) {
            RowFacts cells = new RowFacts(Node.ANY, row, loading);
            for (Node passage : cells.needed("passage", List.of("passage"))) {
                for (Node target : cells.needed("target", List.of("document", "passage"))) {
                    Claim claim = new Claim(passage, "passage", GG.cites, "passage", target, "target");
                    statements
                            .write(StatementFacts.iri(claim, row, "note"), claim, row)
                            .concept("standing", GG.standing, "standing")
                            .evidence("passage")
                            .english("note", GG.role);
                }
            }
        }
    }
}
