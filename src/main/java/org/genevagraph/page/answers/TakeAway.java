package org.genevagraph.page.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.questions.PickLists;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.catalogue.header.Parameter;

/**
 * An answer as readers take it along: under an address that stays, as a file, into a program, as SPARQL.
 *
 * @param path the permanent path: values are named by what does not change
 * @param origin scheme, host and port before the path; empty if nobody knows
 * @param files the whole answer in other formats
 * @param programs lines of programs that read it, each under the name of its language
 * @param sparql the query with the values in it, as any SPARQL endpoint with this graph can be asked it
 * @param source where the query's own file stands
 */
public record TakeAway(
        String path, String origin, List<Link> files, Map<String, String> programs, String sparql, String source) {
    private static final int LONGEST_LINK = 30_000;

    /** What is taken along of an answer. */
    public static TakeAway of(Answer answer, String origin, String sparql, PickLists lists) {
        String name = answer.query().name();
        Map<String, String> values = canonical(answer, lists);
        List<Link> files = AnswerFormat.fitting(answer.query()).stream()
                .map(format -> new Link(format.label(), path(name, "." + format.label(), values)))
                .toList();
        // Encoded values hold no quotes: nothing in them can end a string.
        String csv = origin + path(name, ".csv", values);
        String json = origin + path(name, ".json", values);
        Map<String, String> programs = new LinkedHashMap<>();
        programs.put("pandas", "import pandas\n\nanswer = pandas.read_csv(\"" + csv + "\")");
        programs.put("R", "answer <- read.csv(\"" + csv + "\")");
        programs.put(
                "JavaScript",
                "const response = await fetch(\"" + json
                        + "\");\nconst answer = (await response.json()).results.bindings;");
        return new TakeAway(path(name, "", values), origin, files, programs, sparql, "/queries/" + name + ".rq");
    }

    /** The parameters of an answer with values that do not change: slugs of things; usual values are left out. */
    static Map<String, String> canonical(Answer answer, PickLists lists) {
        Map<String, String> canonical = new LinkedHashMap<>();
        for (Parameter parameter : answer.query().parameters()) {
            Node value = answer.values().get(parameter.name());
            if (value != null) {
                String text = lists.slug(value, parameter.kinds());
                if (!text.equals(parameter.defaultValue())) {
                    canonical.put(parameter.name(), text);
                }
            }
        }
        return canonical;
    }

    static String path(String query, String ending, Map<String, String> values) {
        String parameters = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + Paths.encoded(value.getValue()))
                .collect(Collectors.joining("&"));
        return "/queries/" + query + ending + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** The whole permanent address. */
    public String address() {
        return origin + path;
    }

    /** Asks the endpoint the same by a link; empty if the query is too long for one. */
    public String endpoint() {
        String link = "/sparql?query=" + Paths.encoded(sparql);
        return link.length() > LONGEST_LINK ? "" : link;
    }

    /** Opens the editor with the query; empty if it is too long for a link. */
    public String editor() {
        String link = "/sparql?edit=" + Paths.encoded(sparql);
        return link.length() > LONGEST_LINK ? "" : link;
    }
}
