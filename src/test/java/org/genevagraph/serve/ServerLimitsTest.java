package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevagraph.query.federation.ServiceLimits;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.worker.Places;
import org.genevagraph.serve.traffic.TrafficLimits;
import org.junit.jupiter.api.Test;

/** Every limit has a name, and README tells it with its value. */
class ServerLimitsTest {
    /** They are no limits of their own. */
    private static final int SWITCHES = 1;

    @Test
    void readmeTellsEveryLimit() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> missing = ServerLimits.STANDARD.named().stream()
                .map(limit -> "| `" + limit.name() + "` | " + limit.value() + " " + limit.unit() + " |")
                .filter(row -> !readme.contains(row))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyLimitHasAName() {
        List<ServerLimits.Named> named = ServerLimits.STANDARD.named();
        int limits = Limits.class.getRecordComponents().length
                + Places.class.getRecordComponents().length
                + ServiceLimits.class.getRecordComponents().length
                + TrafficLimits.class.getRecordComponents().length;
        assertEquals(limits - SWITCHES, named.size());
        assertEquals(
                named.size(),
                named.stream().map(ServerLimits.Named::name).distinct().count());
        assertTrue(named.stream().allMatch(limit -> limit.value() > 0));
    }
}
