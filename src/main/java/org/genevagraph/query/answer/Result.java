package org.genevagraph.query.answer;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** The whole answer to a query, in memory: it was complete before its first byte is sent. */
public sealed interface Result {
    /** The answer to SELECT. */
    record Rows(List<Var> variables, List<Binding> rows) implements Result {
        public Rows {
            variables = List.copyOf(variables);
            rows = List.copyOf(rows);
        }
    }

    /** The answer to CONSTRUCT and DESCRIBE. */
    record Triples(Graph graph) implements Result {}

    /** The answer to ASK. */
    record Truth(boolean value) implements Result {}
}
