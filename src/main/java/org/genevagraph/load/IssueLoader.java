package org.genevagraph.load;

import java.util.List;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.vocabulary.GG;

/** Policy issues: a scheme of baskets and, below them, issues. */
final class IssueLoader extends ThingLoader {
    IssueLoader() {
        super("issue", "issues", GG.PolicyIssue, List.of("id", "name", "aliases", "broader", "definition"));
    }

    @Override
    void describe(RowFacts facts) {
        facts.name("name")
                .aliases("aliases")
                .inScheme("issue", "broader", "issue")
                .english("definition", SKOS.definition.asNode());
    }
}
