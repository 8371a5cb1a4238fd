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

/** The project's own bridge from policy issues to Action Lines: editorial, with a reason in place of a passage. */
public final class IssueActionLineLoader implements Loader {
    @Override
    public String tables() {
        return "issue-action-lines";
    }

    @Override
    public List<String> columns() {
        return List.of("issue", "action_line", "reason");
    }

    @Override
    public void load(Table table, Loading loading) {
        StatementFacts statements = new StatementFacts(loading);
        for (Row row : table.rows()) {
            RowFacts cells = new RowFacts(Node.ANY, row, loading);
            for (Node issue : cells.needed("issue", List.of("issue"))) {
                for (Node line : cells.needed("action_line", List.of("action-line"))) {
                    Claim claim = new Claim(issue, "issue", GG.bridgesTo, "issue", line, "action_line");
                    statements
                            .write(StatementFacts.iri(claim, row), claim, row)
                            .standing("editorial", "issue")
                            .english("reason", GG.reason);
                }
            }
        }
    }
}
