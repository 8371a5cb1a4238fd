package org.genevagraph.query.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;

/** Whether queries answer the examples that their headers give. */
public final class QueryExamples {
    private QueryExamples() {}

    /** Asks each query with the examples of all its parameters; what is refused or has no answer is an error at its file. */
    public static List<Problem> problems(QueryCatalogue queries, QueryRunner runner) {
        List<Problem> problems = new ArrayList<>();
        for (QueryFile query : queries.all()) {
            Map<String, String> given = new LinkedHashMap<>();
            for (Parameter parameter : query.parameters()) {
                given.put(parameter.name(), parameter.example());
            }
            try {
                String note = runner.run(query, given).note();
                if (!note.isEmpty()) {
                    problems.add(Problem.error(
                            query.file(),
                            1,
                            "",
                            "its example has no answer: " + note,
                            "give an example in the header that has one"));
                }
            } catch (Refusal refusal) {
                problems.add(Problem.error(
                        query.file(), 1, "", "its example is refused: " + refusal.getMessage(), refusal.fix()));
            }
        }
        return problems;
    }
}
