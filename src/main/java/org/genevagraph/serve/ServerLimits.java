package org.genevagraph.serve;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final long DAY = Duration.ofDays(1).toMillis();

    /**
     * One limit as operators know it.
     *
     * @param name its name
     * @param value its value
     * @param unit what it counts
     * @param least the least value that makes sense
     * @param most the most
     */
    public record Named(String name, long value, String unit, long least, long most) {}

    /** Every limit, by name. */
    public List<Named> named() {
        return List.of(
                time("query.time", query.time(), 1),
                number("query.rows", query.rows(), "rows or triples", 1),
                new Named("query.answer", query.characters(), "characters", 1, 1L << 40),
                number("query.text", query.queryCharacters(), "characters", 1),
                new Named("query.nesting", query.nesting(), "brackets", 1, 1_000),
                number("query.string", query.stringCharacters(), "characters", 1),
                time("lanes.quick-time", places.quickTime(), 1),
                new Named("lanes.quick", places.quick(), "queries at a time", 1, 1_000),
                new Named("lanes.spare", places.spare(), "process more", 0, 1_000),
                new Named("lanes.slow", places.slow(), "queries at a time", 1, 1_000),
                new Named("lanes.waiting", places.waiting(), "queries in each lane", 0, 100_000),
                time("lanes.patience", places.patience(), 0),
                new Named("lanes.heap", places.mebibytes(), "MiB for each worker", 128, 1 << 20),
                number("service.calls", services.calls(), "calls of one query", 1),
                number("service.bindings", services.bindings(), "solutions in one call", 1),
                number("service.answer", services.bytes(), "bytes", 1),
                number("service.rows", services.rows(), "rows", 1),
                time("traffic.header", traffic.header(), 1),
                time("traffic.body", traffic.body(), 1),
                time("traffic.idle", traffic.idle(), 1),
                // Some of it is kept for telling those whose queries have to be ended.
                time("traffic.stop", traffic.stop(), 4_000),
                number("traffic.request", traffic.requestBytes(), "bytes", 1),
                new Named("traffic.request-header", traffic.headerBytes(), "bytes", 1_024, 16 << 20),
                number("traffic.connections", traffic.connections(), "connections", 1),
                // Some stay with the network.
                new Named("traffic.threads", traffic.threads(), "threads", 16, 10_000),
                number("client.connections", traffic.clientConnections(), "connections", 1),
                number("client.requests", traffic.clientRequests(), "requests a second", 1),
                number("client.burst", traffic.clientBurst(), "requests at once", 1));
    }

    private static Named time(String name, Duration value, long least) {
        return new Named(name, value.toMillis(), "ms", least, DAY);
    }

    private static Named number(String name, long value, String unit, long least) {
        return new Named(name, value, unit, least, Integer.MAX_VALUE);
    }

    /**
     * The same with some values changed, by name.
     *
     * @throws IllegalArgumentException if there is no such limit, or the value makes no sense
     */
    public ServerLimits with(Map<String, Long> changes) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Named limit : named()) {
            long value = changes.getOrDefault(limit.name(), limit.value());
            if (value < limit.least() || value > limit.most()) {
                throw new IllegalArgumentException(limit.name() + " cannot be " + value);
            }
            values.put(limit.name(), value);
        }
        if (!values.keySet().containsAll(changes.keySet())) {
            throw new IllegalArgumentException("limits are " + String.join(", ", values.keySet()));
        }
        return of(new Values(values), traffic.exemptLoopback());
    }

    private static ServerLimits of(Values values, boolean exemptLoopback) {
        return new ServerLimits(
                new Limits(
                        values.time("query.time"),
                        values.number("query.rows"),
                        values.all().get("query.answer"),
                        values.number("query.text"),
                        values.number("query.nesting"),
                        values.number("query.string")),
                new Places(
                        values.number("lanes.quick"),
                        values.time("lanes.quick-time"),
                        values.number("lanes.slow"),
                        values.number("lanes.waiting"),
                        values.time("lanes.patience"),
                        values.number("lanes.heap"),
                        values.number("lanes.spare")),
                new ServiceLimits(
                        values.number("service.calls"),
                        values.number("service.bindings"),
                        values.number("service.answer"),
                        values.number("service.rows")),
                new TrafficLimits(
                        values.time("traffic.header"),
                        values.time("traffic.body"),
                        values.time("traffic.idle"),
                        values.time("traffic.stop"),
                        values.number("traffic.request"),
                        values.number("traffic.request-header"),
                        values.number("traffic.connections"),
                        values.number("traffic.threads"),
                        values.number("client.connections"),
                        values.number("client.requests"),
                        values.number("client.burst"),
                        exemptLoopback));
    }

    private record Values(Map<String, Long> all) {
        Duration time(String name) {
            return Duration.ofMillis(all.get(name));
        }

        int number(String name) {
            return Math.toIntExact(all.get(name));
        }
    }
}
