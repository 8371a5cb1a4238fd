package org.genevagraph.serve.traffic;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.genevagraph.serve.http.ProblemHandler;

/**
 * Lets in as many requests as leave some threads for the network and for health. More wait without a thread: what strangers ask in SPARQL
 * until the project's own pages and queries are in.
 */
public final class Admission extends Handler.Wrapper {
    private static final int THREADS_OF_THE_NETWORK = 12;
    private static final int MOST_WAITING = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RETRY_SECONDS = 10;

    private final int places;

    /** Guarded by this. */
    private int taken;

    /** Guarded by this. */
    private final Deque<Waiting> own = new ArrayDeque<>();

    /** Guarded by this. */
    private final Deque<Waiting> strange = new ArrayDeque<>();

    public Admission(TrafficLimits limits) {
        this.places = Math.max(1, limits.threads() - THREADS_OF_THE_NETWORK);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        if (path.equals("/health") || path.startsWith("/health/")) {
            return super.handle(request, response, callback);
        }
        if (path.equals("*") && HttpMethod.OPTIONS.is(request.getMethod())) {
            // Asked of the server as a whole, which no address answers.
            response.setStatus(HttpStatus.NO_CONTENT_204);
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST, OPTIONS");
            callback.succeeded();
            return true;
        }
        Waiting mine = new Waiting(request, response, callback);
        Deque<Waiting> queue = path.startsWith("/sparql") || path.startsWith("/mcp") ? strange : own;
        boolean now;
        boolean waits;
        synchronized (this) {
            now = taken < places;
            waits = !now && queue.size() < MOST_WAITING;
            if (now) {
                taken++;
            } else if (waits) {
                queue.add(mine);
            }
        }
        if (now) {
            mine.serve();
        } else if (waits) {
            mine.late = request.getComponents()
                    .getScheduler()
                    .schedule(() -> expire(mine, queue), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            mine.refuse();
        }
        return true;
    }

    private void expire(Waiting late, Deque<Waiting> queue) {
        boolean waits;
        synchronized (this) {
            waits = queue.remove(late);
        }
        if (waits) {
            late.refuse();
        }
    }

    private void leave() {
        Waiting next;
        synchronized (this) {
            next = own.isEmpty() ? strange.poll() : own.poll();
            if (next == null) {
                taken--;
            }
        }
        if (next != null) {
            Scheduler.Task late = next.late;
            if (late != null) {
                late.cancel();
            }
            next.request.getComponents().getExecutor().execute(next::serve);
        }
    }

    /** A request that is let in sooner or later. */
    private final class Waiting {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private volatile Scheduler.Task late;

        Waiting(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        void serve() {
            Callback leaving = Callback.from(callback, Admission.this::leave);
            try {
                if (!Admission.super.handle(request, response, leaving)) {
                    Response.writeError(request, response, leaving, HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable e) {
                Response.writeError(request, response, leaving, e);
            }
        }

        void refuse() {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
            ProblemHandler.write(
                    response,
                    callback,
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    "all " + places + " places for requests are taken",
                    "ask again in a while");
        }
    }
}
