package org.genevagraph.query.guard;

import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterConvert;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.tdb2.store.GraphTDB;
import org.genevagraph.snapshot.frozen.FlatBinding;
import org.genevagraph.snapshot.frozen.PatternSearch;

/**
 * Jena's executor, with property paths walked by {@link PathWalk}, since its own evaluation calls itself once for every edge of the graph, and
 * with patterns found by {@link PatternSearch} in frozen graphs, and by TDB2 in its own.
 */
final class PathExecutor extends OpExecutor {
    private final Deadline deadline;

    private PathExecutor(ExecutionContext context, Deadline deadline) {
        super(context);
        this.deadline = deadline;
    }

    /** Makes the query of this context walk so. */
    static void use(Context context, Deadline deadline) {
        QC.setFactory(context, execution -> new PathExecutor(execution, deadline));
    }

    @Override
    protected QueryIterator execute(OpBGP op, QueryIterator input) {
        Optional<PatternSearch> search = op.getPattern().isEmpty()
                ? Optional.empty()
                : PatternSearch.of(execCxt.getActiveGraph(), op.getPattern(), deadline::check);
        if (search.isEmpty()) {
            return inDatabase(op, input).orElseGet(() -> super.execute(op, input));
        }
        return new QueryIterRepeatApply(input, execCxt) {
            @Override
            protected QueryIterator nextStage(Binding binding) {
                return QueryIterPlainWrapper.create(search.get().matches(binding), getExecContext());
            }
        };
    }

    @Override
    protected QueryIterator execute(OpProject op, QueryIterator input) {
        if (!(input instanceof QueryIterRoot)) {
            return super.execute(op, input);
        }
        Var[] variables = op.getVars().toArray(Var[]::new);
        return new QueryIterConvert(exec(op.getSubOp(), input), binding -> FlatBinding.of(variables, binding), execCxt);
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
                    deadline.check();
                    return binding;
                }),
                execCxt));
    }

    @Override
    protected QueryIterator execute(OpPath op, QueryIterator input) {
        TriplePath pattern = op.getTriplePath();
        if (pattern.getPath() == null) {
            return super.execute(op, input);
        }
        PathWalk walk = new PathWalk(execCxt.getActiveGraph(), deadline);
        return new QueryIterRepeatApply(input, execCxt) {
            @Override
            protected QueryIterator nextStage(Binding binding) {
                return QueryIterPlainWrapper.create(matches(pattern, binding, walk), getExecContext());
            }
        };
    }

    private static Iterator<Binding> matches(TriplePath pattern, Binding binding, PathWalk walk) {
        Node subject = Var.lookup(binding, pattern.getSubject());
        Node object = Var.lookup(binding, pattern.getObject());
        Path path = pattern.getPath();
        if (!Var.isVar(subject)) {
            Iterator<Node> ends = walk.ends(path, subject, true);
            return Var.isVar(object)
                    ? Iter.map(ends, end -> BindingFactory.binding(binding, Var.alloc(object), end))
                    : Iter.map(Iter.filter(ends, object::equals), end -> binding);
        }
        Var from = Var.alloc(subject);
        if (!Var.isVar(object)) {
            return Iter.map(walk.ends(path, object, false), end -> BindingFactory.binding(binding, from, end));
        }
        Var to = Var.alloc(object);
        return Iter.flatMap(walk.starts(path).iterator(), start -> {
            Iterator<Node> ends = walk.ends(path, start, true);
            return from.equals(to)
                    ? Iter.map(Iter.filter(ends, start::equals), end -> BindingFactory.binding(binding, from, end))
                    : Iter.map(ends, end -> BindingFactory.binding(binding, from, start, to, end));
        });
    }
}
