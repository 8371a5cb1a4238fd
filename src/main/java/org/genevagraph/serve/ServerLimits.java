package org.genevagraph.serve;

import java.time.Duration;
import java.util.List;
import org.genevagraph.query.federation.ServiceLimits;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.worker.Places;
import org.genevagraph.serve.traffic.TrafficLimits;

/**
 * All limits of a server.
 *
 * @param query what one query may take
 * @param places what the queries of strangers may take together
 * @param services what the calls of one query to other services may take
 * @param traffic what the network may take
 */
public record ServerLimits(Limits query, Places places, ServiceLimits services, TrafficLimits traffic) {
    /** What the server publishes. */
    public static final ServerLimits STANDARD =
            new ServerLimits(Limits.STANDARD, Places.STANDARD, ServiceLimits.STANDARD, TrafficLimits.STANDARD);

    /**
     * One limit as operators know it.
     *
     * @param name its name
     * @param value its value
     * @param unit what it counts
     */
    public record Named(String name, long value, String unit) {}

    /** Every limit, by name. */
    public List<Named> named() {
        return List.of(
                time("query.time", query.time()),
                new Named("query.rows", query.rows(), "rows or triples"),
                new Named("query.answer", query.characters(), "characters"),
                new Named("query.text", query.queryCharacters(), "characters"),
                new Named("query.nesting", query.nesting(), "brackets"),
                new Named("query.string", query.stringCharacters(), "characters"),
                time("lanes.quick-time", places.quickTime()),
                new Named("lanes.quick", places.quick(), "queries at a time"),
                new Named("lanes.slow", places.slow(), "queries at a time"),
                new Named("lanes.waiting", places.waiting(), "queries in each lane"),
                time("lanes.patience", places.patience()),
                new Named("lanes.heap", places.mebibytes(), "MiB for each worker"),
                new Named("service.calls", services.calls(), "calls of one query"),
                new Named("service.bindings", services.bindings(), "solutions in one call"),
                new Named("service.answer", services.bytes(), "bytes"),
                new Named("service.rows", services.rows(), "rows"),
                time("traffic.header", traffic.header()),
                time("traffic.body", traffic.body()),
                time("traffic.idle", traffic.idle()),
                time("traffic.stop", traffic.stop()),
                new Named("traffic.request", traffic.requestBytes(), "bytes"),
                new Named("traffic.request-header", traffic.headerBytes(), "bytes"),
                new Named("traffic.connections", traffic.connections(), "connections"),
                new Named("traffic.threads", traffic.threads(), "threads"),
                new Named("client.connections", traffic.clientConnections(), "connections"),
                new Named("client.requests", traffic.clientRequests(), "requests a second"),
                new Named("client.burst", traffic.clientBurst(), "requests at once"));
    }

    private static Named time(String name, Duration value) {
        return new Named(name, value.toMillis(), "ms");
    }
}
