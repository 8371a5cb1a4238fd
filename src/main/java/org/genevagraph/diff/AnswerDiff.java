package org.genevagraph.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.snapshot.Progress;

/**
 * Which answers changed from one snapshot to another: every canned query, asked of both with the examples of the parameters that it needs.
 *
 * @param asked how many queries both answered
 * @param changed the answers that are not the same, in the order of the queries
 * @param unasked the questions that one of them, or both, could not answer
 */
public record AnswerDiff(int asked, List<Changed> changed, List<Unasked> unasked) {
    public AnswerDiff {
        changed = List.copyOf(changed);
        unasked = List.copyOf(unasked);
    }

    /**
     * An answer that is not the same.
     *
     * @param question the query and its parameters, as the command line takes them
     * @param added the rows that only the newer snapshot answers
     * @param removed the rows that only the older one does
     */
    public record Changed(String question, Result.Rows added, Result.Rows removed) {}

    /**
     * A question that was not answered on both sides.
     *
     * @param question the query and its parameters, as the command line takes them
     * @param because why not
     */
    public record Unasked(String question, String because) {}

    /** Asks both and compares. */
    public static AnswerDiff of(QueryCatalogue queries, QueryRunner before, QueryRunner after, Progress progress) {
        List<Changed> changed = new ArrayList<>();
        List<Unasked> unasked = new ArrayList<>();
        Collection<QueryFile> all = queries.all();
        int done = 0;
        for (QueryFile query : all) {
            progress.at(query.name(), done++, all.size());
            Map<String, String> examples = examples(query);
            String question = question(query, examples);
            try {
                Result.Rows was = rows(before, query, examples);
                Result.Rows is = rows(after, query, examples);
                Result.Rows added = without(is, was);
                Result.Rows removed = without(was, is);
                if (!added.rows().isEmpty() || !removed.rows().isEmpty()) {
                    changed.add(new Changed(question, added, removed));
                }
            } catch (Refusal e) {
                unasked.add(new Unasked(question, e.getMessage()));
            }
        }
        return new AnswerDiff(all.size() - unasked.size(), changed, unasked);
    }

    /** The narrower question that an optional parameter asks would only show less of the same. */
    private static Map<String, String> examples(QueryFile query) {
        Map<String, String> examples = new LinkedHashMap<>();
        for (Parameter parameter : query.parameters()) {
            if (parameter.required()) {
                examples.put(parameter.name(), parameter.example());
            }
        }
        return examples;
    }

    private static String question(QueryFile query, Map<String, String> values) {
        return query.name()
                + values.entrySet().stream()
                        .map(entry -> " " + entry.getKey() + "="
                                + (entry.getValue().contains(" ") ? "\"" + entry.getValue() + "\"" : entry.getValue()))
                        .collect(Collectors.joining());
    }

    private static Result.Rows rows(QueryRunner runner, QueryFile query, Map<String, String> values) throws Refusal {
        Result result = runner.run(query, values).result();
        if (result instanceof Result.Rows rows) {
            return rows;
        }
        throw new Refusal(Refusal.Reason.NOT_FOUND, "it does not answer in rows", "");
    }

    /** The rows that the other answer lacks, in their order; one that stands there more often is left over. */
    private static Result.Rows without(Result.Rows answer, Result.Rows other) {
        Map<List<String>, Integer> counts = new HashMap<>();
        other.rows().forEach(row -> counts.merge(values(other.variables(), row), 1, Integer::sum));
        List<Binding> left = answer.rows().stream()
                .filter(row -> counts.merge(values(answer.variables(), row), -1, Integer::sum) < 0)
                .toList();
        return new Result.Rows(answer.variables(), left);
    }

    private static List<String> values(List<Var> variables, Binding row) {
        return variables.stream()
                .map(row::get)
                .map(node -> node == null ? "" : node.toString())
                .toList();
    }
}
