package org.genevagraph.query.guard;

import java.time.Duration;
import org.apache.jena.query.QueryCancelledException;
import org.genevagraph.problem.Refusal;

/** When a query must stop, wherever it is: at a point in time, or as soon as it fills the memory. */
public final class Deadline {
    private final long end;

    /** The memory that it fills, in MiB; 0 as long as it does not. */
    private volatile int filled;

    private Deadline(long end) {
        this.end = end;
    }

    /** After this time. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Tells the query to stop because it fills the memory. */
    public void fill(int mebibytes) {
        filled = mebibytes;
    }

    /** How much time is left; less than nothing if it must stop already. */
    public Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    /** Whether what is done must stop. */
    public boolean passed() {
        return filled > 0 || System.nanoTime() - end >= 0;
    }

    /** Stops the query if it must stop. */
    public void check() {
        if (passed()) {
            throw new QueryCancelledException();
        }
    }

    /** Why the query was stopped. */
    public Refusal refusal(Limits limits) {
        return filled > 0 ? OverLimit.memory(filled) : OverLimit.time(limits.time());
    }
}
