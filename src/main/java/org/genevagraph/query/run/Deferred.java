package org.genevagraph.query.run;

import java.util.function.Supplier;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/** A join that is not begun before somebody asks for its rows: the library's own joins fail if they are closed before that. */
final class Deferred extends QueryIter1 {
    private final Supplier<QueryIterator> begin;
    private QueryIterator begun;

    Deferred(QueryIterator input, Supplier<QueryIterator> begin, ExecutionContext context) {
        super(input, context);
        this.begin = begin;
    }

    @Override
    protected boolean hasNextBinding() {
        if (begun == null) {
            begun = begin.get();
        }
        return begun.hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        return begun.nextBinding();
    }

    @Override
    protected void closeSubIterator() {
        performClose(begun);
    }

    @Override
    protected void requestSubCancel() {
        performRequestCancel(begun);
    }
}
