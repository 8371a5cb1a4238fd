package org.genevagraph.serve.http;

import java.util.concurrent.Semaphore;
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
     * @throws Refusal if somebody else has the turn
     */
    public Turn begin() throws Refusal {
        if (!place.tryAcquire()) {
            throw new Refusal(
                    Refusal.Reason.BUSY,
                    "other rows are being looked at",
                    "send these again in half a minute, or before");
        }
        return place::release;
    }
}
