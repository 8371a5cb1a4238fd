package org.genevagraph.serve.traffic;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Scheduler;

/** Takes in the body of a request before anything serves it, so that a slow sender holds a connection and no thread. */
public final class WholeBodies extends Handler.Wrapper {
    private final TrafficLimits limits;

    public WholeBodies(TrafficLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) <= 0
                && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return super.handle(request, response, callback);
        }
        AtomicBoolean decided = new AtomicBoolean();
        Scheduler.Task late = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> {
                            if (decided.compareAndSet(false, true)) {
                                refuse(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
                            }
                        },
                        limits.body().toMillis(),
                        TimeUnit.MILLISECONDS);
        Content.Source.asByteArrayAsync(request, limits.requestBytes(), new Promise.Invocable.NonBlocking<>() {
            @Override
            public void succeeded(byte[] bytes) {
                decide(() -> serve(new Whole(request, bytes), response, callback));
            }

            @Override
            public void failed(Throwable failure) {
                decide(() -> refuse(request, response, callback, status(failure)));
            }

            private void decide(Runnable then) {
                late.cancel();
                if (decided.compareAndSet(false, true)) {
                    // What brings the last byte is a thread of the network, which must not be kept.
                    request.getComponents().getExecutor().execute(then);
                }
            }
        });
        return true;
    }

    private void serve(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        }
    }

    private static void refuse(Request request, Response response, Callback callback, int status) {
        // What may still come of the body is not waited for.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Response.writeError(request, response, callback, status);
    }

    private static int status(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException known) {
                return known.getCode();
            }
            if (cause instanceof TimeoutException) {
                return HttpStatus.REQUEST_TIMEOUT_408;
            }
        }
        return HttpStatus.PAYLOAD_TOO_LARGE_413;
    }

    /** A request whose body is in memory. */
    private static final class Whole extends Request.Wrapper {
        private final Content.Source body;

        Whole(Request request, byte[] bytes) {
            super(request);
            this.body = new ByteBufferContentSource(ByteBuffer.wrap(bytes));
        }

        @Override
        public long getLength() {
            return body.getLength();
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable ready) {
            body.demand(ready);
        }

        @Override
        public void fail(Throwable failure) {
            body.fail(failure);
        }
    }
}
