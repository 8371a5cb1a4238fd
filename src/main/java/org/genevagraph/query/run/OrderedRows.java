package org.genevagraph.query.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Rows in the order of their keys, which are worked out once for each row; the library does so whenever it compares two. Rows with the same keys
 * stay in the order in which they came.
 */
final class OrderedRows extends Gathered {
    /** After so many comparisons somebody may want to stop it. */
    private static final int COMPARISONS = 256;

    private final Expr[] keys;
    private final boolean[] descending;
    private final Runnable check;
    private int comparisons;

    private record Row(Binding binding, List<NodeValue> keys) {}

    /**
     * Reads no row before one is asked for.
     *
     * @param check is called now and then, and ends the query by what it throws
     */
    OrderedRows(QueryIterator rows, List<SortCondition> conditions, Runnable check, ExecutionContext context) {
        super(rows, context);
        this.check = check;
        this.keys = new Expr[conditions.size()];
        this.descending = new boolean[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = conditions.get(i).getExpression();
            descending[i] = conditions.get(i).getDirection() == Query.ORDER_DESCENDING;
        }
    }

    @Override
    protected Iterator<Binding> gather() {
        List<Row> found = new ArrayList<>();
        while (getInput().hasNext()) {
            check.run();
            Binding binding = getInput().nextBinding();
            List<NodeValue> values = new ArrayList<>(keys.length);
            for (Expr key : keys) {
                values.add(value(key, binding));
            }
            found.add(new Row(binding, values));
        }
        found.sort(this::compare);
        return found.stream().map(Row::binding).iterator();
    }

    /** The value of a key; null, which comes first, if it has none. */
    private NodeValue value(Expr key, Binding row) {
        if (key.isVariable()) {
            Node node = row.get(key.asVar());
            return node == null ? null : NodeValue.makeNode(node);
        }
        try {
            return key.eval(row, getExecContext());
        } catch (ExprException e) {
            return null;
        }
    }

    private int compare(Row one, Row other) {
        if (++comparisons % COMPARISONS == 0) {
            check.run();
        }
        for (int i = 0; i < keys.length; i++) {
            NodeValue first = one.keys().get(i);
            NodeValue second = other.keys().get(i);
            int order = BindingComparator.compareNodesRaw(first, second);
            if (order != 0) {
                return descending[i] ? -order : order;
            }
        }
        return 0;
    }
}
