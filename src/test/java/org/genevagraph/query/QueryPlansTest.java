package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan that was made for any thing gives the rows of the query that names the thing, for every query and things from all over the graph. */
class QueryPlansTest {
    /** How many different questions each query is asked. */
    private static final int QUESTIONS = 6;

    private static final Graph GRAPH = Mini.realSnapshot().dataset().getDefaultGraph();
    private static final QueryRunner RUNNER = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD);

    static Stream<QueryFile> queries() throws IOException, ProblemException {
        Collection<QueryFile> queries = Mini.queries().all();
        assertFalse(queries.isEmpty(), "no queries were found");
        return queries.stream().filter(query -> query.rows().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void thePlanForAnyThingGivesTheRowsForThisOne(QueryFile query) throws Refusal {
        int answered = 0;
        for (int question = 0; question < QUESTIONS; question++) {
            Map<String, String> given = given(query, question);
            Map<String, Node> values = RUNNER.parameters().of(query, given);
            BindingBuilder binding = BindingBuilder.create();
            values.forEach((name, value) ->
                    binding.add(query.parameter(name).orElseThrow().variable(), value));
            Result named = GuardedQuery.of(query.query(), Limits.STANDARD)
                    .run(Mini.realSnapshot().dataset(), binding.build());
            Result planned = RUNNER.run(query, given).result();
            assertEquals(rows(named), rows(planned), query.name() + " " + given);
            answered += rows(planned).isEmpty() ? 0 : 1;
        }
        assertTrue(answered > 0, query.name() + " answered none of the questions");
    }

    /** Two parameters may be given the same thing, which a plan must not decide before it knows. */
    @Test
    void aPlanDoesNotTakeTwoParametersForTwoThings(@TempDir Path folder) throws IOException, ProblemException, Refusal {
        Files.writeString(folder.resolve("both.rq"), """
                #+ summary: S
                #+ params:
                #+   - {name: one, type: organisation, required: true, help: h, example: gcsp}
                #+   - {name: other, type: organisation, required: true, help: h, example: itu}
                PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                SELECT ?found { { ?one gg:involvedIn ?found } UNION { ?found gg:partnerOf ?other FILTER (?one = ?other) } }
                ORDER BY ?found
                """);
        QueryFile both = QueryCatalogue.read(folder).find("both");
        for (String thing : things(Set.of("organisation"))) {
            Map<String, String> same = Map.of("one", thing, "other", thing);
            BindingBuilder binding = BindingBuilder.create();
            RUNNER.parameters()
                    .of(both, same)
                    .forEach((name, value) ->
                            binding.add(both.parameter(name).orElseThrow().variable(), value));
            assertEquals(
                    rows(GuardedQuery.of(both.query(), Limits.STANDARD)
                            .run(Mini.realSnapshot().dataset(), binding.build())),
                    rows(RUNNER.run(both, same).result()));
        }
    }

    /** The same rows, in whichever order those come that are sorted alike. */
    private static List<Map<String, Node>> rows(Result result) {
        List<Map<String, Node>> rows = new ArrayList<>();
        for (Binding row : ((Result.Rows) result).rows()) {
            Map<String, Node> cells = new LinkedHashMap<>();
            ((Result.Rows) result).variables().forEach(column -> cells.put(column.getVarName(), row.get(column)));
            rows.add(cells);
        }
        rows.sort((one, other) -> one.toString().compareTo(other.toString()));
        return rows;
    }

    /** Things from the beginning to the end of those that a parameter takes; what may be left out is given every second time. */
    private static Map<String, String> given(QueryFile query, int question) {
        Map<String, String> given = new LinkedHashMap<>();
        int place = 0;
        for (Parameter parameter : query.parameters()) {
            List<String> things = things(new HashSet<>(parameter.kinds()));
            if (question == 0 && parameter.defaultValue().isEmpty()) {
                given.put(parameter.name(), parameter.example());
            } else if (!things.isEmpty() && (parameter.required() || question % 2 == 1)) {
                given.put(
                        parameter.name(), things.get((question * things.size() / QUESTIONS + place++) % things.size()));
            } else if (!parameter.choices().isEmpty()) {
                given.put(
                        parameter.name(),
                        parameter.choices().get(question % parameter.choices().size()));
            } else if (parameter.required()) {
                given.put(parameter.name(), parameter.example());
            }
        }
        return given;
    }

    private static List<String> things(Set<String> kinds) {
        return GRAPH.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> Iris.parse(iri)
                        .map(Iris.Id::kind)
                        .filter(kinds::contains)
                        .isPresent())
                .distinct()
                .sorted()
                .toList();
    }
}
