package org.genevagraph.serve.monitor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryListener;

/** Numbers of one server for Prometheus. Their labels have few values, whatever clients send. */
public final class Metrics implements AutoCloseable {
    /** The address of the metrics. */
    public static final String PATH = "/metrics";

    /** The text form of Prometheus. */
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private static final String OPEN = "application/openmetrics-text";
    private static final String OPEN_TYPE = OPEN + "; version=1.0.0; charset=utf-8";

    private static final Duration[] STEPS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private static final int HUNDRED = 100;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    Metrics(String version) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        collections.bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        Gauge.builder("geneva.build.info", () -> 1)
                .description("The version of the program")
                .tag("version", version)
                .register(registry);
    }

    /**
     * The numbers as text.
     *
     * @param body the text
     * @param type its media type
     */
    public record Told(String body, String type) {}

    /** All numbers, in the form that a client accepts. */
    public Told tell(String accept) {
        boolean open = accept != null && accept.contains(OPEN);
        return new Told(registry.scrape(open ? OPEN_TYPE : TEXT), open ? OPEN_TYPE : TEXT);
    }

    /** Tells a number that is looked up whenever it is asked for. */
    public <T> void gauge(String name, String description, T of, ToDoubleFunction<T> number, String... tags) {
        Gauge.builder(name, of, number)
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    /** Counts one more. */
    void count(String name, String description, String... tags) {
        Counter.builder(name)
                .description(description)
                .tags(tags)
                .register(registry)
                .increment();
    }

    void answered(String path, int status, long nanos, long bytes) {
        Timer.builder("geneva.http.requests")
                .description("Time until an answer was sent, by feature and class of status")
                .tags("route", Routes.of(path), "status", status / HUNDRED + "xx")
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
        count("geneva.http.responses", "Answers, by status", "status", Integer.toString(status));
        Counter.builder("geneva.http.sent")
                .description("Bytes of the bodies of answers")
                .baseUnit("bytes")
                .register(registry)
                .increment((double) bytes);
    }

    void ended(QueryListener.Asked asked, Duration took, Refusal refusal) {
        Timer.builder("geneva.queries")
                .description("Time that queries took, by query and outcome")
                .tags("query", asked.name(), "outcome", outcome(refusal))
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(took);
    }

    /** What came of a query, in a word. */
    static String outcome(Refusal refusal) {
        return refusal == null ? "answered" : refusal.reason().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
