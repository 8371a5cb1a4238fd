package org.genevagraph.load.things;

import java.util.List;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.ThingLoader;
import org.genevagraph.vocabulary.GG;

/** Policy issues: a scheme of baskets, of issues below them, and of topics below these; {@code broader} tells the level. */
public final class IssueLoader extends ThingLoader {
    public IssueLoader() {
        super("issue", "issues", GG.PolicyIssue, List.of("id", "name", "aliases", "broader", "definition"));
    }

    @Override
    protected String above() {
        return "broader";
    }

    @Override
    protected void describe(RowFacts facts) {
        facts.name("name")
                .aliases("aliases")
                .inScheme("issue", "broader", "issue")
                .english("definition", SKOS.definition.asNode());
    }
}
