package org.genevagraph.serve.gate;

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

    /** What is told at an address; empty if it is none of these. */
    public static Optional<Health> at(String path, Snapshot snapshot, boolean stopping) {
        return switch (path) {
            case PATH, LIVE -> Optional.of(of(200, "up", snapshot));
            case READY -> Optional.of(stopping ? of(503, "stopping", snapshot) : of(200, "ready", snapshot));
            default -> Optional.empty();
        };
    }

    private static Health of(int status, String word, Snapshot snapshot) {
        return new Health(
                status,
                JsonBuilder.create()
                        .startObject()
                        .pair("status", word)
                        .pair("version", snapshot.version())
                        .pair("triples", snapshot.triples())
                        .pair("dataRead", snapshot.dataRead())
                        .finishObject()
                        .build()
                        .getAsObject());
    }
}
