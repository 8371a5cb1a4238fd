package org.genevagraph.query.guard;

import java.time.Duration;
import org.apache.jena.query.QueryCancelledException;

/** A point in time after which a query must stop, wherever it is. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean passed() {
        return System.nanoTime() - end >= 0;
    }

    /** Stops the query if its time is up. */
    void check() {
        if (passed()) {
            throw new QueryCancelledException();
        }
    }
}
