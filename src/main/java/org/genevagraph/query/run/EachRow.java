package org.genevagraph.query.run;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/** Goes on from each row of an input by a step. */
final class EachRow extends QueryIter1 {
    private final Step step;
    private Iterator<Binding> rows = Collections.emptyIterator();

    EachRow(QueryIterator input, Step step, ExecutionContext context) {
        super(input, context);
        this.step = step;
    }

    @Override
    protected boolean hasNextBinding() {
        while (!rows.hasNext()) {
            if (!getInput().hasNext()) {
                return false;
            }
            rows = step.from(getInput().nextBinding());
        }
        return true;
    }

    @Override
    protected Binding moveToNextBinding() {
        if (!hasNextBinding()) {
            throw new NoSuchElementException();
        }
        return rows.next();
    }

    @Override
    protected void closeSubIterator() {
        // What a step makes of a row holds nothing that must be given back.
        rows = Collections.emptyIterator();
    }

    @Override
    protected void requestSubCancel() {
        // The steps look at the clock.
    }
}
