package org.genevagraph.query.guard;

import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;
import org.genevagraph.query.plan.QueryPlan;

/** Jena's engine, with the functions of the finished plan under watch. */
final class WatchedEngine extends QueryEngineMain {
    private final WatchedFunctions functions;
    private final boolean planned;

    private WatchedEngine(
            Query query, DatasetGraph dataset, Binding input, Context context, WatchedFunctions functions) {
        super(query, dataset, input, context);
        this.functions = functions;
        this.planned = false;
    }

    private WatchedEngine(Op plan, DatasetGraph dataset, Binding input, Context context, WatchedFunctions functions) {
        super(plan, dataset, input, context);
        this.functions = functions;
        this.planned = true;
    }

    @Override
    protected Op modifyOp(Op op) {
        return functions.watched(planned ? op : super.modifyOp(op));
    }

    /**
     * Makes the query of this context run so.
     *
     * @param plan how it is answered, if that is known already
     */
    static void use(Context context, WatchedFunctions functions, Optional<QueryPlan> plan) {
        QueryEngineRegistry registry = new QueryEngineRegistry();
        registry.add(new QueryEngineFactory() {
            @Override
            public boolean accept(Query query, DatasetGraph dataset, Context any) {
                return true;
            }

            @Override
            public Plan create(Query query, DatasetGraph dataset, Binding input, Context given) {
                return plan.map(known -> new WatchedEngine(known.algebra(), dataset, input, given, functions))
                        .orElseGet(() -> new WatchedEngine(query, dataset, input, given, functions))
                        .getPlan();
            }

            @Override
            public boolean accept(Op op, DatasetGraph dataset, Context any) {
                return false;
            }

            @Override
            public Plan create(Op op, DatasetGraph dataset, Binding input, Context any) {
                throw new UnsupportedOperationException("only queries are run");
            }
        });
        QueryEngineRegistry.set(context, registry);
    }
}
