package org.genevagraph.serve.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryListener;

/** Sees every request and every query of a server: counts them, and writes down what the operator wants written down. */
public final class Monitor implements RequestLog, QueryListener, AutoCloseable {
    private final Metrics metrics;
    private final Optional<AccessLog> access;
    private final Optional<SlowQueries> slow;
    private final CountDownLatch first = new CountDownLatch(1);

    /** One that only counts. */
    public Monitor() {
        this(Optional.empty(), Optional.empty());
    }

    /** One that writes these logs as well, and closes them in the end. */
    public Monitor(Optional<AccessLog> access, Optional<SlowQueries> slow) {
        String version = Monitor.class.getPackage().getImplementationVersion();
        this.metrics = new Metrics(version == null ? "source" : version);
        this.access = access;
        this.slow = slow;
    }

    /** What was counted. */
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void log(Request request, Response response) {
        long nanos = Math.max(0, System.nanoTime() - request.getBeginNanoTime());
        long bytes = Math.max(0, Response.getContentBytesWritten(response));
        String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
        metrics.answered(path, response.getStatus(), nanos, bytes);
        access.ifPresent(log -> log.write(request, response, nanos, bytes));
        first.countDown();
    }

    /**
     * Waits until the first request has been answered.
     *
     * @param longest after this time it waits no longer
     */
    public void awaitFirst(Duration longest) {
        try {
            first.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void ended(Asked asked, Duration took, Refusal refusal) {
        metrics.ended(asked, took, refusal);
        slow.ifPresent(log -> log.write(asked, took, refusal));
    }

    /** Other data are served from now on. */
    public void published() {
        metrics.count("geneva.publications", "How often other data were taken over");
    }

    /** The files hold data that are not right. */
    public void stale() {
        metrics.count("geneva.reload.failures", "How often changed files were not taken over");
    }

    @Override
    public void close() {
        List.of(access.map(AccessLog::lines), slow.map(SlowQueries::lines))
                .forEach(log -> log.ifPresent(JsonLines::close));
        metrics.close();
    }
}
