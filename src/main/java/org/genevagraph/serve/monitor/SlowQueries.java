package org.genevagraph.serve.monitor;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryListener;

/**
 * Writes a line for every query that takes long, with its text: what an operator looks at first when the machine is busy.
 *
 * @param least how long a query takes that is written down
 */
public record SlowQueries(JsonLines lines, Duration least, Clock clock) {
    private static final int MOST_CHARACTERS = 10_000;

    void write(QueryListener.Asked asked, Duration took, Refusal refusal) {
        if (took.compareTo(least) < 0) {
            return;
        }
        String text = asked.text().get();
        JsonObject line = new JsonObject();
        line.addProperty("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        line.addProperty("query", asked.name());
        line.addProperty("milliseconds", took.toMillis());
        line.addProperty("outcome", Metrics.outcome(refusal));
        line.addProperty("why", refusal == null ? null : refusal.getMessage());
        line.addProperty("text", text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…");
        lines.write(line);
    }
}
