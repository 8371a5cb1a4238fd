package org.genevagraph.query.run;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/** Rows that are known once the whole input is read, which happens when the first of them is asked for. */
abstract class Gathered extends QueryIter1 {
    private Iterator<Binding> rows;

    Gathered(QueryIterator input, ExecutionContext context) {
        super(input, context);
    }

    /** Reads the whole input. */
    protected abstract Iterator<Binding> gather();

    @Override
    protected final boolean hasNextBinding() {
        if (rows == null) {
            rows = gather();
        }
        return rows.hasNext();
    }

    @Override
    protected final Binding moveToNextBinding() {
        if (!hasNextBinding()) {
            throw new NoSuchElementException();
        }
        return rows.next();
    }

    @Override
    protected final void closeSubIterator() {
        // What was gathered holds nothing that must be given back.
    }

    @Override
    protected final void requestSubCancel() {
        // The input is asked to stop.
    }
}
