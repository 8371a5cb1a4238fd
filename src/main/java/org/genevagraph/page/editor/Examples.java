package org.genevagraph.page.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.catalogue.Parameter;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;

/**
 * The canned queries as examples for those who write queries.
 *
 * @param all the examples in the order of the catalogue
 */
public record Examples(List<Example> all) {
    /**
     * One of them.
     *
     * @param name the name of the query
     * @param question what it answers
     * @param text SPARQL with the example values of its parameters in it
     */
    public record Example(String name, String question, String text) {}

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
            text(runner, query, values)
                    .ifPresent(text -> examples.add(new Example(query.name(), query.summary(), text)));
        }
        return new Examples(examples);
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
