package org.genevagraph.query.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpLabel;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprException;
import org.genevagraph.snapshot.frozen.FlatBinding;
import org.genevagraph.snapshot.frozen.PatternSearch;

/**
 * Makes steps of parts of a query that Jena has found to be linear: what is optional, the sides of a union and the members of a sequence go on
 * from the row before them. Jena's own executor writes each row into a copy of such a part and prepares it anew; a step is made once and is
 * handed the rows.
 */
final class Steps {
    /** Parts into which a row was written are never seen again, so that only the first ones are kept. */
    private static final int MOST = 500;

    /** Of more rows than these it is not looked at each, for every row before them. */
    private static final int LONG_TABLE = 16;

    private final ExecutionContext context;
    private final Runnable check;
    private final IdentityHashMap<Op, Optional<Step>> known = new IdentityHashMap<>();

    Steps(ExecutionContext context, Runnable check) {
        this.context = context;
        this.check = check;
    }

    /** The graph that they read. */
    Graph graph() {
        return context.getActiveGraph();
    }

    /** The step of a part of a query; empty if it holds anything that Jena has to run. */
    Optional<Step> of(Op op) {
        Optional<Step> step = known.get(op);
        if (step == null) {
            step = made(op);
            if (known.size() < MOST) {
                known.put(op, step);
            }
        }
        return step;
    }

    private Optional<Step> made(Op op) {
        if (op instanceof OpBGP bgp) {
            return bgp.getPattern().isEmpty()
                    ? Optional.empty()
                    : PatternSearch.of(graph(), bgp.getPattern(), check).map(search -> search::matches);
        }
        if (op instanceof OpPath path) {
            return path.getTriplePath().getPath() == null
                    ? Optional.empty()
                    : Optional.of(new PathStep(path.getTriplePath(), new PathWalk(graph(), check)));
        }
        if (op instanceof OpFilter filter) {
            return of(filter.getSubOp())
                    .map(step -> filtered(step, filter.getExprs().getList()));
        }
        if (op instanceof OpConditional optional) {
            return both(optional.getLeft(), optional.getRight(), (left, right) -> then(left, orAsItIs(right)));
        }
        if (op instanceof OpSequence sequence) {
            return all(sequence.getElements())
                    .map(steps -> steps.stream().reduce(this::then).orElseThrow());
        }
        if (op instanceof OpUnion union) {
            return both(union.getLeft(), union.getRight(), (left, right) -> oneAfterTheOther(List.of(left, right)));
        }
        if (op instanceof OpDisjunction disjunction) {
            return all(disjunction.getElements()).map(Steps::oneAfterTheOther);
        }
        if (op instanceof OpExtend extend) {
            return of(extend.getSubOp()).map(step -> named(step, extend.getVarExprList()));
        }
        if (op instanceof OpTable table) {
            return joined(table.getTable());
        }
        return op instanceof OpLabel label && label.hasSubOp() ? of(label.getSubOp()) : Optional.empty();
    }

    private interface Joined {
        Step of(Step left, Step right);
    }

    private Optional<Step> both(Op left, Op right, Joined joined) {
        return of(left).flatMap(first -> of(right).map(second -> joined.of(first, second)));
    }

    private Optional<List<Step>> all(List<Op> parts) {
        List<Step> steps = new ArrayList<>();
        for (Op part : parts) {
            Optional<Step> step = of(part);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps);
    }

    private Step then(Step first, Step second) {
        return row -> new Chain(first.from(row), second, check);
    }

    /** What is optional: a row from which nothing goes on stays as it is. */
    static Step orAsItIs(Step step) {
        return row -> {
            Iterator<Binding> rows = step.from(row);
            return rows.hasNext() ? rows : Iter.singletonIterator(row);
        };
    }

    private static Step oneAfterTheOther(List<Step> steps) {
        return row -> Iter.flatMap(steps.iterator(), step -> step.from(row));
    }

    /** What meets conditions. */
    Step filtered(Step step, List<Expr> conditions) {
        return row -> Iter.filter(step.from(row), found -> holds(conditions, found));
    }

    /** Whether all conditions hold of a row; what cannot be worked out does not. */
    boolean holds(List<Expr> conditions, Binding row) {
        check.run();
        try {
            for (Expr condition : conditions) {
                if (!condition.isSatisfied(row, context)) {
                    return false;
                }
            }
            return true;
        } catch (ExprException e) {
            return false;
        }
    }

    private Step named(Step step, VarExprList names) {
        Var[] added = names.getVars().toArray(Var[]::new);
        return row -> Iter.map(
                step.from(row),
                found -> FlatBinding.of(found, added, (name, known) -> names.get(name, known, context)));
    }

    /** Of a long table the library finds the rows that agree by an index. */
    private static Optional<Step> joined(Table table) {
        List<Binding> given = Iter.toList(table.rows());
        if (given.size() > LONG_TABLE) {
            return Optional.empty();
        }
        Map<List<Var>, Var[]> variables = new HashMap<>();
        List<Step> rows = new ArrayList<>();
        for (Binding cells : given) {
            List<Var> bound = Iter.toList(cells.vars());
            rows.add(joined(variables.computeIfAbsent(bound, found -> found.toArray(Var[]::new)), cells));
        }
        return Optional.of(oneAfterTheOther(rows));
    }

    /** Goes on with the values of one row of a table, if what is known has no others. */
    private static Step joined(Var[] variables, Binding cells) {
        Node[] nodes = new Node[variables.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = cells.get(variables[i]);
        }
        return row -> {
            for (int i = 0; i < nodes.length; i++) {
                Node known = row.get(variables[i]);
                if (known != null && !known.equals(nodes[i])) {
                    return Collections.emptyIterator();
                }
            }
            return Iter.singletonIterator(FlatBinding.of(row, variables, nodes));
        };
    }
}
