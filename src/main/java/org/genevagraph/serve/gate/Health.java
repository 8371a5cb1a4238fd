package org.genevagraph.serve.gate;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.snapshot.Snapshot;

/**
 * How the server is.
 *
 * @param status 200, or 503 if it takes no requests
 * @param state the same in words, with what it serves
 */
public record Health(int status, JsonObject state) {
    /** Whether it lives and what it serves. */
    public static final String PATH = "/health";

    /** Whether it lives. */
    public static final String LIVE = PATH + "/live";

    /** Whether it takes requests. */
    public static final String READY = PATH + "/ready";

    /**
     * What is told at an address; empty if it is none of these. A server whose files are not right serves the last good state, so that it lives
     * and is ready, and only {@link #PATH} says that it is degraded.
     *
     * @param stale why the files are not what is served; empty if they are
     */
    public static Optional<Health> at(String path, Snapshot snapshot, Optional<Stale> stale, boolean stopping) {
        return switch (path) {
            case PATH -> Optional.of(of(200, stale.isPresent() ? "degraded" : "up", snapshot, stale));
            case LIVE -> Optional.of(of(200, "up", snapshot, stale));
            case READY ->
                Optional.of(stopping ? of(503, "stopping", snapshot, stale) : of(200, "ready", snapshot, stale));
            default -> Optional.empty();
        };
    }

    private static Health of(int status, String word, Snapshot snapshot, Optional<Stale> stale) {
        JsonBuilder state = JsonBuilder.create()
                .startObject()
                .pair("status", word)
                .pair("version", snapshot.version())
                .pair("triples", snapshot.triples())
                .pair("dataRead", snapshot.dataRead());
        stale.ifPresent(told -> state.key("stale")
                .startObject()
                .pair("since", told.since().truncatedTo(ChronoUnit.SECONDS).toString())
                .pair("why", told.why())
                .finishObject());
        return new Health(status, state.finishObject().build().getAsObject());
    }
}
