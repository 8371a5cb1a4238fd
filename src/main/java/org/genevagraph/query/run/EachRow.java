package org.genevagraph.query.run;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.genevagraph.snapshot.frozen.FlatBinding;

/** A {@link Chain} among the library's iterators, which begins with flat copies of their rows. */
final class EachRow extends QueryIter1 {
    private final Chain rows;

    EachRow(QueryIterator input, Step step, Runnable check, ExecutionContext context) {
        super(input, context);
        FlatBinding.Copies flat = new FlatBinding.Copies();
        this.rows = new Chain(Iter.map(input, flat::of), step, check);
    }

    @Override
    protected boolean hasNextBinding() {
        return rows.hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        return rows.next();
    }

    @Override
    protected void closeSubIterator() {
        // What a step makes of a row holds nothing that must be given back.
    }

    @Override
    protected void requestSubCancel() {
        // The chain looks at the clock.
    }
}
