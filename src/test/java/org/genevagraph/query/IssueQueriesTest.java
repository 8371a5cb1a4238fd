package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Mini;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** Who works on which issue, asked of every issue and every organisation. */
class IssueQueriesTest {
    private static final Graph GRAPH = Mini.realSnapshot().dataset().getDefaultGraph();
    private static final Node STRENGTH = NodeFactory.createURI("https://w3id.org/geneva-graph/ontology#strength");
    private static final QueryRunner RUNNER = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD);

    private static List<Binding> rows(String query, String parameter, Node thing) throws Exception {
        return ((Result.Rows) RUNNER.run(Mini.queries().find(query), Map.of(parameter, thing.getURI()))
                        .result())
                .rows();
    }

    private static List<Node> all(Node type) {
        return GRAPH.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .toList();
    }

    /** How sure the surest statement is that leads from one thing to another, or through it. */
    private static int strength(Node subject, Node predicate, Node object) {
        return GRAPH.stream(Node.ANY, RDF.subject.asNode(), subject)
                .map(Triple::getSubject)
                .filter(statement -> (GRAPH.contains(statement, RDF.object.asNode(), object)
                                || GRAPH.contains(statement, GG.via, object))
                        && GRAPH.contains(statement, RDF.predicate.asNode(), predicate))
                .mapToInt(statement -> GRAPH.stream(statement, GG.certainty, Node.ANY)
                        .findFirst()
                        .or(() -> GRAPH.stream(statement, GG.standing, Node.ANY).findFirst())
                        .map(triple -> strength(triple.getObject()))
                        .orElseThrow())
                .max()
                .orElseThrow();
    }

    private static int strength(Node standing) {
        return (Integer) GRAPH.stream(standing, STRENGTH, Node.ANY)
                .findFirst()
                .orElseThrow()
                .getObject()
                .getLiteralValue();
    }

    @Test
    void throughAnInitiativeTheLessSureOfTheTwoStatementsDecides() throws Exception {
        Set<String> tooSure = new TreeSet<>();
        int through = 0;
        for (Node issue : all(GG.PolicyIssue)) {
            for (Binding row : rows("organisations-by-issue", "issue", issue)) {
                if (row.contains("via")) {
                    through++;
                    Node told = row.contains("certainty") ? row.get("certainty") : row.get("standing");
                    int most = Math.min(
                            strength(row.get("via"), GG.addresses, row.get("subject")),
                            strength(row.get("organisation"), row.get("relation"), row.get("via")));
                    if (strength(Iris.concept("standing", told.getLiteralLexicalForm())) > most) {
                        tooSure.add(row.toString());
                    }
                }
            }
        }
        assertEquals(Set.of(), tooSure);
        assertTrue(through > 100, "rows through an initiative: " + through);
    }

    @Test
    void noNeighbourIsAPartner() throws Exception {
        Set<String> partners = new TreeSet<>();
        int neighbours = 0;
        for (Node organisation : all(GG.Organisation)) {
            Set<Node> own = new HashSet<>();
            rows("partners", "organisation", organisation).forEach(row -> own.add(row.get("partner")));
            for (Binding row : rows("issue-neighbours", "organisation", organisation)) {
                neighbours++;
                if (own.contains(row.get("neighbour"))) {
                    partners.add(organisation + " and " + row.get("neighbour"));
                }
            }
        }
        assertEquals(Set.of(), partners);
        assertTrue(neighbours > 100, "neighbours: " + neighbours);
    }
}
