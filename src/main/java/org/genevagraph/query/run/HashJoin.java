package org.genevagraph.query.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter2;
import org.genevagraph.snapshot.frozen.FlatBinding;

/**
 * The rows of two parts of a query that agree, or the left ones alone to which no right one fits, or both. Right rows are kept, by the values of
 * the variables that all of them have; left rows come one after the other.
 */
final class HashJoin extends QueryIter2 {
    /** Which rows there are. */
    enum Kind {
        /** Those of both that agree. */
        INNER,
        /** As well the left ones to which nothing fits. */
        OPTIONAL,
        /** None but the left ones to which nothing fits. */
        MINUS
    }

    private final Kind kind;
    private final Set<Var> shared;
    private final Predicate<Binding> condition;
    private final Runnable check;
    private final FlatBinding.Copies leftCopies = new FlatBinding.Copies();
    private final List<Binding> rights = new ArrayList<>();

    /** The shared variables that have a value in every right row. */
    private Var[] keys;

    private final Map<Values, List<Binding>> byKeys = new HashMap<>();
    private Binding left;
    private boolean fits = true;
    private Iterator<Binding> candidates = Collections.emptyIterator();
    private Optional<Binding> next = Optional.empty();

    /**
     * Reads no row before one is asked for.
     *
     * @param shared the variables that may have a value on both sides
     * @param condition what else must hold of a row of both
     * @param check is called for each row that is looked at, and ends the query by what it throws
     */
    HashJoin(
            Kind kind,
            QueryIterator left,
            QueryIterator right,
            Set<Var> shared,
            Predicate<Binding> condition,
            Runnable check,
            ExecutionContext context) {
        super(left, right, context);
        this.kind = kind;
        this.shared = shared;
        this.condition = condition;
        this.check = check;
    }

    @Override
    protected boolean hasNextBinding() {
        while (next.isEmpty()) {
            if (candidates.hasNext()) {
                check.run();
                tryNext(candidates.next());
            } else if (kind != Kind.INNER && !fits) {
                fits = true;
                next = Optional.of(left);
            } else if (getLeft().hasNext()) {
                if (keys == null) {
                    keep();
                }
                left = leftCopies.of(getLeft().nextBinding());
                fits = false;
                candidates = candidates().iterator();
            } else {
                return false;
            }
        }
        return true;
    }

    private void tryNext(Binding right) {
        if (kind == Kind.MINUS) {
            if (takesAway(right)) {
                fits = true;
                candidates = Collections.emptyIterator();
            }
            return;
        }
        next = FlatBinding.joined(left, right).filter(condition);
        fits |= next.isPresent();
    }

    /** A row takes away those that have a variable in common with it and disagree in none (SPARQL 1.1, section 18.5). */
    private boolean takesAway(Binding right) {
        boolean inCommon = false;
        for (Var variable : shared) {
            Node value = left.get(variable);
            Node other = right.get(variable);
            if (value != null && other != null) {
                if (!value.equals(other)) {
                    return false;
                }
                inCommon = true;
            }
        }
        return inCommon;
    }

    private List<Binding> candidates() {
        for (Var key : keys) {
            if (!left.contains(key)) {
                return rights;
            }
        }
        return byKeys.getOrDefault(Values.of(keys, left), List.of());
    }

    private void keep() {
        FlatBinding.Copies copies = new FlatBinding.Copies();
        Set<Var> inAll = new LinkedHashSet<>(shared);
        while (getRight().hasNext()) {
            check.run();
            Binding row = copies.of(getRight().nextBinding());
            inAll.removeIf(variable -> !row.contains(variable));
            rights.add(row);
        }
        keys = inAll.toArray(Var[]::new);
        for (Binding row : rights) {
            byKeys.computeIfAbsent(Values.of(keys, row), key -> new ArrayList<>(1))
                    .add(row);
        }
    }

    @Override
    protected Binding moveToNextBinding() {
        Binding row = next.orElseThrow();
        next = Optional.empty();
        return row;
    }

    @Override
    protected void requestSubCancel() {
        // Both parts are asked to stop.
    }

    @Override
    protected void closeSubIterator() {
        // The rows hold nothing that must be given back.
    }
}
