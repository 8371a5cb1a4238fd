package org.genevagraph.page.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genevagraph.page.Language;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;

/**
 * The canned queries as examples for those who write queries, and after them those that call other endpoints.
 *
 * @param all the examples in the order of the catalogue
 */
public record Examples(List<Example> all) {
    /**
     * One of them.
     *
     * @param query the query
     * @param text SPARQL with the example values of its parameters in it
     */
    public record Example(QueryFile query, String text) {
        /** The name of the query. */
        public String name() {
            return query.name();
        }

        /** What it answers, in a language. */
        public String question(Language language) {
            return query.words(language.tag()).summary();
        }

        /** The other endpoints that it calls. */
        public List<String> calls() {
            return query.endpoints();
        }
    }

    /** The machine of whoever asks: an endpoint there is private. */
    private static final Pattern LOCAL = Pattern.compile("https?://(127\\.|localhost\\b|\\[::1\\]).*");

    public Examples {
        all = List.copyOf(all);
    }

    /** The examples of a catalogue; one whose example values are not in the data is none. */
    public static Examples of(QueryCatalogue catalogue, QueryRunner runner) {
        List<Example> examples = new ArrayList<>();
        for (QueryFile query : catalogue.all()) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Parameter parameter : query.parameters()) {
                values.put(parameter.name(), parameter.example());
            }
            text(runner, query, values).ifPresent(text -> examples.add(new Example(query, text)));
        }
        for (QueryFile query : catalogue.federated()) {
            text(runner, query, Map.of()).ifPresent(text -> examples.add(new Example(query, calling(query, text))));
        }
        return new Examples(examples);
    }

    /** With a comment behind the summary that says what has to be allowed: it goes with the query wherever it is copied to. */
    private static String calling(QueryFile query, String text) {
        StringBuilder comment =
                new StringBuilder("# It works where the operator allows each of its SERVICE, by\n# geneva serve");
        query.endpoints()
                .forEach(endpoint -> comment.append(
                        LOCAL.matcher(endpoint).matches()
                                ? " --private-service " + endpoint
                                : " --service " + endpoint));
        int line = text.indexOf('\n') + 1;
        return text.substring(0, line) + comment + "\n" + text.substring(line);
    }

    private static Optional<String> text(QueryRunner runner, QueryFile query, Map<String, String> values) {
        try {
            return Optional.of(runner.text(query, values));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    /**
     * The example of this name.
     *
     * @throws Refusal with the nearest names if there is none
     */
    public Example find(String name) throws Refusal {
        List<String> names = all.stream().map(Example::name).toList();
        return all.stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.NOT_FOUND,
                        "there is no example '" + name + "'",
                        Nearest.hint(name, names, "examples are " + String.join(", ", names))));
    }
}
