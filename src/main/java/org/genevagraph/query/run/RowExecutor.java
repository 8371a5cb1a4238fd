package org.genevagraph.query.run;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterConvert;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.tdb2.store.GraphTDB;
import org.genevagraph.snapshot.frozen.Columns;
import org.genevagraph.snapshot.frozen.FlatBinding;
import org.genevagraph.snapshot.frozen.PatternSearch;

/**
 * Jena's executor, with property paths walked by {@link PathWalk}, since its own evaluation calls itself once for every edge of the graph, with
 * patterns found by {@link PatternSearch} in frozen graphs, what goes on from row to row by {@link Steps}, and patterns of TDB2 in its own way.
 */
public final class RowExecutor extends OpExecutor {
    /** A query that goes through more graphs than this prepares its parts anew in the others. */
    private static final int MOST_GRAPHS = 64;

    private final Runnable check;
    private final Steps steps;

    private RowExecutor(ExecutionContext context, Runnable check, Steps steps) {
        super(context);
        this.check = check;
        this.steps = steps;
    }

    /**
     * Makes the query of this context run so.
     *
     * @param check is called now and then, and ends the query by what it throws
     */
    public static void use(Context context, Runnable check) {
        IdentityHashMap<Graph, Steps> known = new IdentityHashMap<>();
        QC.setFactory(context, execution -> {
            Graph graph = execution.getActiveGraph();
            Steps steps = known.get(graph);
            if (steps == null) {
                steps = new Steps(execution, check);
                if (known.size() < MOST_GRAPHS) {
                    known.put(graph, steps);
                }
            }
            return new RowExecutor(execution, check, steps);
        });
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        return steps.of(op).<QueryIterator>map(step -> each(input, step)).orElseGet(() -> super.exec(op, input));
    }

    private QueryIterator each(QueryIterator input, Step step) {
        return new EachRow(input, step, check, execCxt);
    }

    @Override
    protected QueryIterator execute(OpBGP op, QueryIterator input) {
        return inDatabase(op, input).orElseGet(() -> super.execute(op, input));
    }

    /** With steps for what is optional; what comes before may be anything. */
    @Override
    protected QueryIterator execute(OpConditional op, QueryIterator input) {
        return steps.of(op.getRight())
                .map(right -> each(exec(op.getLeft(), input), Steps.orAsItIs(right)))
                .orElseGet(() -> super.execute(op, input));
    }

    @Override
    protected QueryIterator execute(OpJoin op, QueryIterator input) {
        return joined(HashJoin.Kind.INNER, op, input, row -> true);
    }

    private QueryIterator joined(HashJoin.Kind kind, Op2 op, QueryIterator input, Predicate<Binding> condition) {
        Set<Var> shared = OpVars.visibleVars(op.getLeft());
        shared.retainAll(OpVars.visibleVars(op.getRight()));
        return new HashJoin(
                kind, exec(op.getLeft(), input), exec(op.getRight(), root()), shared, condition, check, execCxt);
    }

    @Override
    protected QueryIterator execute(OpOrder op, QueryIterator input) {
        return new OrderedRows(exec(op.getSubOp(), input), op.getConditions(), check, execCxt);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin op, QueryIterator input) {
        List<Expr> conditions =
                op.getExprs() == null ? List.of() : op.getExprs().getList();
        if (Substitution.isSafe(op.getRight(), OpVars.visibleVars(op.getLeft()))) {
            Optional<Step> right = steps.of(op.getRight());
            if (right.isPresent()) {
                Step optional = Steps.orAsItIs(steps.filtered(right.get(), conditions));
                return each(exec(op.getLeft(), input), optional);
            }
        }
        return joined(HashJoin.Kind.OPTIONAL, op, input, row -> steps.holds(conditions, row));
    }

    @Override
    protected QueryIterator execute(OpMinus op, QueryIterator input) {
        return joined(HashJoin.Kind.MINUS, op, input, row -> true);
    }

    @Override
    protected QueryIterator execute(OpGroup op, QueryIterator input) {
        return new Grouping(exec(op.getSubOp(), input), op.getGroupVars(), op.getAggregators(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpDistinct op, QueryIterator input) {
        // After other rows each of them is one for itself.
        if (!(input instanceof QueryIterRoot) || !(op.getSubOp() instanceof OpProject project)) {
            return super.execute(op, input);
        }
        Var[] variables = project.getVars().toArray(Var[]::new);
        Set<Values> seen = new HashSet<>();
        QueryIterator rows = exec(project, input);
        return each(
                rows, row -> seen.add(Values.of(variables, row)) ? Iter.singletonIterator(row) : Iter.nullIterator());
    }

    @Override
    protected QueryIterator execute(OpProject op, QueryIterator input) {
        if (!(input instanceof QueryIterRoot)) {
            return super.execute(op, input);
        }
        Columns columns = Columns.of(op.getVars());
        return new QueryIterConvert(exec(op.getSubOp(), input), binding -> FlatBinding.of(columns, binding), execCxt);
    }

    /** A database finds what matches in its own way, by the numbers of terms; empty if the graph is in none. */
    private Optional<QueryIterator> inDatabase(OpBGP op, QueryIterator input) {
        Graph inner = execCxt.getActiveGraph();
        while (inner instanceof GraphWrapper wrapper) {
            inner = wrapper.get();
        }
        if (!(inner instanceof GraphTDB) || op.getPattern().isEmpty()) {
            return Optional.empty();
        }
        ExecutionContext within = ExecutionContext.copyChangeActiveGraph(execCxt, inner);
        QueryIterator found = OpExecutorTDB2.OpExecFactoryTDB.create(within).executeOp(op, input);
        return Optional.of(QueryIterPlainWrapper.create(
                Iter.map(found, binding -> {
                    check.run();
                    return binding;
                }),
                execCxt));
    }
}
