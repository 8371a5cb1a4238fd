package org.genevagraph.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;

/**
 * A canned query: a file of SPARQL with a header that says what it is.
 *
 * @param file how to call the file when talking to people
 * @param name the name by which it is asked: the file's name without its ending
 * @param summary what it answers, in one line
 * @param description more about it; may be empty
 * @param tags words under which it is found
 * @param parameters what it wants to know
 * @param empty what an empty answer means, with {@code {a}} for the value of the parameter a; may be empty
 * @param instead what else to ask when the answer is empty: {@code scope=involved} and what that would give, in order
 * @param rows the search whose rows take the place of a table in the query, such as {@code connections}; empty if there is none
 * @param text the whole file
 * @param query the query in it
 */
public record QueryFile(
        String file,
        String name,
        String summary,
        String description,
        List<String> tags,
        List<Parameter> parameters,
        String empty,
        Map<String, String> instead,
        String rows,
        String text,
        Query query) {
    public QueryFile {
        tags = List.copyOf(tags);
        parameters = List.copyOf(parameters);
    }

    /** The parameter of this name. */
    public Optional<Parameter> parameter(String wanted) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(wanted))
                .findFirst();
    }
}
