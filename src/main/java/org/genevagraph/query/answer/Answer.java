package org.genevagraph.query.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.genevagraph.query.catalogue.QueryFile;

/**
 * The answer to a canned query.
 *
 * @param query what was asked
 * @param values the values of its parameters, defaults included, in the order of the parameters
 * @param result what came of it
 * @param note what an empty answer means and what to ask instead; empty if there is an answer
 */
public record Answer(QueryFile query, Map<String, Node> values, Result result, String note) {
    public Answer {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The same with a part of its rows. */
    public Answer with(Result part) {
        return new Answer(query, values, part, note);
    }
}
