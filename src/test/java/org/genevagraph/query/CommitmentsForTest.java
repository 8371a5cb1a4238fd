package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Mini;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;

/** Every organisation learns which commitments fall to it: all of them, within the limits of everyone, and each with the passages of both sides. */
class CommitmentsForTest {
    private static final int LEAST = 100;

    @Test
    void everyOrganisationIsAnsweredWithEveryCommitmentThatItsOwnTriplesLeadTo() throws Exception {
        Graph graph = Mini.realSnapshot().dataset().getDefaultGraph();
        List<Node> organisations = graph.stream(Node.ANY, RDF.type.asNode(), GG.Organisation)
                .map(Triple::getSubject)
                .distinct()
                .toList();
        assertTrue(organisations.size() > LEAST, "organisations: " + organisations.size());
        QueryFile query = Mini.queries().find("commitments-for");
        QueryRunner runner = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD);
        List<String> faults = new ArrayList<>();
        for (Node organisation : organisations) {
            Result.Rows answer = (Result.Rows) runner.run(query, Map.of("organisation", organisation.getURI()))
                    .result();
            Set<Node> missing = ledTo(organisation);
            missing.removeAll(
                    answer.rows().stream().map(row -> row.get("commitment")).collect(Collectors.toSet()));
            missing.forEach(commitment -> faults.add(organisation + " misses " + commitment));
            answer.rows().forEach(row -> {
                List<String> passages =
                        List.of(row.get("evidence").getLiteralLexicalForm().split(" ", -1));
                if (passages.size() < 2 || new HashSet<>(passages).size() < passages.size()) {
                    faults.add(organisation + " " + row.get("commitment") + " evidence: " + passages);
                }
            });
        }
        assertEquals(List.of(), faults);
    }

    /** The commitments that the direct triples of an organisation lead to, over the Action Lines that it facilitates and the issues of those that it addresses. */
    private static Set<Node> ledTo(Node organisation) throws Exception {
        Result.Rows rows = (Result.Rows) GuardedQuery.parse("""
                        PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        SELECT DISTINCT ?commitment {
                          { <%1$s> gg:facilitates ?line } UNION { <%1$s> gg:addresses/skos:broader* ?issue . ?issue gg:bridgesTo ?line }
                          ?commitment gg:alignsWith ?line
                        }""".formatted(organisation.getURI()), Limits.STANDARD)
                .run(Mini.realSnapshot().dataset(), BindingFactory.empty());
        return rows.rows().stream().map(row -> row.get("commitment")).collect(Collectors.toCollection(HashSet::new));
    }
}
