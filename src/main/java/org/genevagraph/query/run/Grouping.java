package org.genevagraph.query.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.genevagraph.snapshot.frozen.Columns;
import org.genevagraph.snapshot.frozen.FlatBinding;

/** Groups rows, in the order in which the first row of each comes, and aggregates them. */
final class Grouping extends Gathered {
    private final VarExprList keys;
    private final List<ExprAggregator> aggregators;

    /** The keys, then what is aggregated. */
    private final List<Var> variables;

    private final Columns columns;

    Grouping(QueryIterator rows, VarExprList keys, List<ExprAggregator> aggregators, ExecutionContext context) {
        super(rows, context);
        this.keys = keys;
        this.aggregators = aggregators;
        this.variables = new ArrayList<>(keys.getVars());
        aggregators.forEach(aggregator -> variables.add(aggregator.getVar()));
        this.columns = Columns.of(variables);
    }

    @Override
    protected Iterator<Binding> gather() {
        Map<Values, Accumulator[]> found = new LinkedHashMap<>();
        while (getInput().hasNext()) {
            Binding row = getInput().nextBinding();
            for (Accumulator accumulator : found.computeIfAbsent(key(row), key -> accumulators())) {
                accumulator.accumulate(row, getExecContext());
            }
        }
        if (found.isEmpty() && keys.isEmpty()) {
            // Without keys there is one group, even of no rows.
            return List.of(nothing()).iterator();
        }
        return found.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .iterator();
    }

    private Values key(Binding row) {
        Node[] nodes = new Node[keys.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = keys.get(variables.get(i), row, getExecContext());
        }
        return new Values(nodes);
    }

    private Accumulator[] accumulators() {
        return aggregators.stream()
                .map(aggregator -> aggregator.getAggregator().createAccumulator())
                .toArray(Accumulator[]::new);
    }

    private Binding group(Values key, Accumulator[] accumulators) {
        Node[] nodes = Arrays.copyOf(key.nodes(), variables.size());
        for (int i = 0; i < accumulators.length; i++) {
            NodeValue value = accumulators[i].getValue();
            // What cannot be aggregated has no value.
            nodes[keys.size() + i] = value == null ? null : value.asNode();
        }
        return FlatBinding.of(columns, nodes);
    }

    private Binding nothing() {
        return FlatBinding.of(
                columns,
                aggregators.stream()
                        .map(aggregator -> aggregator.getAggregator().getValueEmpty())
                        .toArray(Node[]::new));
    }
}
