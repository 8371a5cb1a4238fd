package org.genevagraph.serve.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.genevagraph.problem.Refusal;

/**
 * Lets one look at proposed rows at a time: a whole graph is built for it beside the one that is served, and those who ask must not wait for
 * several of them.
 */
public final class RowChecks {
    private final Semaphore place = new Semaphore(1);

    /** A turn, which ends when it is closed. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Begins.
     *
     * @param patience for how long to wait while somebody else has the turn
     * @throws Refusal if somebody else has it all that time
     */
    public Turn begin(Duration patience) throws Refusal {
        boolean mine;
        try {
            mine = place.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            mine = false;
        }
        if (!mine) {
            throw new Refusal(
                    Refusal.Reason.BUSY,
                    "other rows are being looked at",
                    "send these again in half a minute, or before");
        }
        return place::release;
    }
}
