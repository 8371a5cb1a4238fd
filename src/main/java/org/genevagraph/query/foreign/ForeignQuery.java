package org.genevagraph.query.foreign;

import java.util.List;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.guard.Limits;

/**
 * A query in the words of whoever sent it. Nothing of it has been looked at: even parsing it can take for ever.
 *
 * @param text the query
 * @param defaultGraphs the graphs that the request names to be merged into the default graph, by IRI
 * @param namedGraphs the named graphs that it names; if it names any of either kind, those that the query names do not count
 * @param rows the format for an answer of rows or a truth value
 * @param triples the format for an answer that is a graph
 * @param limits what it may take
 * @param own the addresses of the endpoint that it was sent to, which it may not call itself
 */
public record ForeignQuery(
        String text,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        AnswerFormat rows,
        AnswerFormat triples,
        Limits limits,
        List<String> own) {
    public ForeignQuery {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
        own = List.copyOf(own);
    }

    /** One that was sent to no address. */
    public ForeignQuery(
            String text,
            List<String> defaultGraphs,
            List<String> namedGraphs,
            AnswerFormat rows,
            AnswerFormat triples,
            Limits limits) {
        this(text, defaultGraphs, namedGraphs, rows, triples, limits, List.of());
    }

    /** The same, sent to an endpoint with these addresses. */
    public ForeignQuery sentTo(List<String> addresses) {
        return new ForeignQuery(text, defaultGraphs, namedGraphs, rows, triples, limits, addresses);
    }

    /** The same under other limits. */
    public ForeignQuery withLimits(Limits other) {
        return new ForeignQuery(text, defaultGraphs, namedGraphs, rows, triples, other, own);
    }
}
