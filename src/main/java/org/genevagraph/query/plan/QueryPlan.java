package org.genevagraph.query.plan;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.sparql.util.Context;

/**
 * How a query is answered, worked out once for many values: some of its terms stand for others, which take their places before it is run. None
 * of what Jena's optimiser does depends on which IRI it sees.
 *
 * @param query the query that it was made of
 * @param algebra its algebra as the optimiser left it
 */
public record QueryPlan(Query query, Op algebra) {
    /** Plans a query. */
    public static QueryPlan of(Query query) {
        Context context = ARQ.getContext().copy();
        prepare(context);
        // The keys of sorted rows are terms to put in as well, which Jena does in plain orders only.
        context.set(ARQ.optTopNSorting, false);
        return new QueryPlan(query, Algebra.optimize(Algebra.compile(query), context));
    }

    /** Folding evaluates functions while it plans, before they are watched. */
    public static void prepare(Context context) {
        context.set(ARQ.optExprConstantFolding, false);
    }

    /** The same for other terms; those that are no key stay. */
    public QueryPlan with(Map<Node, Node> terms) {
        UnaryOperator<Node> put = node -> terms.getOrDefault(node, node);
        return terms.isEmpty() ? this : new QueryPlan(query, NodeTransformLib.transform(put::apply, algebra));
    }
}
