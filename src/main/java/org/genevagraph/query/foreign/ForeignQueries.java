package org.genevagraph.query.foreign;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.federation.Services;

/** Where queries of strangers are run, of one snapshot. */
public interface ForeignQueries {
    /**
     * Runs a query to its end and writes the answer down as a whole.
     *
     * @throws Refusal if it is broken, forbidden, or takes more than its limits allow
     */
    WrittenAnswer answer(ForeignQuery query) throws IOException, Refusal;

    /**
     * How much there is to do in a lane.
     *
     * @param running how many queries run
     * @param waiting how many wait for a place
     */
    record Load(int running, int waiting) {}

    /** How much there is to do, by lane; empty if there are no lanes. */
    default Map<String, Load> load() {
        return Map.of();
    }

    /** The other services that queries may call. */
    default Services services() {
        return Services.NONE;
    }

    /** Makes ready what the first query needs. */
    default void prepare() {}

    /** Told when the server stops: what waits is refused, what runs may finish within this time and is refused then. */
    default void stop(Duration grace) {}

    /** Told when another snapshot is served: what is asked by then is still answered, and nothing is kept for more. */
    default void retire() {}
}
