package org.genevagraph.query.run;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.sparql.engine.binding.Binding;

/** Goes on by a step from each of some rows. */
final class Chain implements Iterator<Binding> {
    private final Iterator<Binding> input;
    private final Step step;
    private final Runnable check;
    private Iterator<Binding> rows = Collections.emptyIterator();

    /**
     * Begins at the first row.
     *
     * @param check is called for each row, and ends the query by what it throws
     */
    Chain(Iterator<Binding> input, Step step, Runnable check) {
        this.input = input;
        this.step = step;
        this.check = check;
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext()) {
            if (!input.hasNext()) {
                return false;
            }
            check.run();
            rows = step.from(input.next());
        }
        return true;
    }

    @Override
    public Binding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.next();
    }
}
