package org.genevagraph.query.guard;

import java.util.List;
import org.genevagraph.query.answer.AnswerFormat;

/**
 * A query in the words of whoever sent it. Nothing of it has been looked at: even parsing it can take for ever.
 *
 * @param text the query
 * @param defaultGraphs the graphs that the request names to be merged into the default graph, by IRI
 * @param namedGraphs the named graphs that it names; if it names any of either kind, those that the query names do not count
 * @param rows the format for an answer of rows or a truth value
 * @param triples the format for an answer that is a graph
 * @param limits what it may take
 */
public record ForeignQuery(
        String text,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        AnswerFormat rows,
        AnswerFormat triples,
        Limits limits) {
    public ForeignQuery {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }

    /** The same under other limits. */
    public ForeignQuery withLimits(Limits other) {
        return new ForeignQuery(text, defaultGraphs, namedGraphs, rows, triples, other);
    }
}
