package org.genevagraph.serve.traffic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections whose next request does not begin in time, be it that nothing comes or that its header comes byte by byte, which no
 * timeout for silence would notice.
 */
public final class HeaderDeadline extends Handler.Wrapper implements Connection.Listener {
    private static final long LOOK_MILLISECONDS = 500;
    private static final long AT_WORK = Long.MAX_VALUE;

    private final long most;
    private volatile boolean stopping;

    /** Since when each connection waits for a request, in nanoseconds. */
    private final Map<EndPoint, Long> waiting = new ConcurrentHashMap<>();

    public HeaderDeadline(TrafficLimits limits) {
        this.most = limits.header().toNanos();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookLater();
    }

    private void lookLater() {
        var unused = getServer()
                .getScheduler()
                .schedule(
                        () -> {
                            look();
                            if (isRunning()) {
                                lookLater();
                            }
                        },
                        LOOK_MILLISECONDS,
                        TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        waiting.forEach((endPoint, since) -> {
            if (since != AT_WORK && (stopping || now - since > most)) {
                endPoint.close();
            }
        });
    }

    /** From now on closes connections as soon as nothing is asked through them. */
    public void stopWaiting() {
        stopping = true;
        look();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        waiting.replace(endPoint, AT_WORK);
        Request.addCompletionListener(request, failure -> waiting.replace(endPoint, System.nanoTime()));
        return super.handle(request, response, callback);
    }

    @Override
    public void onOpened(Connection connection) {
        waiting.put(connection.getEndPoint(), System.nanoTime());
    }

    @Override
    public void onClosed(Connection connection) {
        waiting.remove(connection.getEndPoint());
    }
}
