package org.genevagraph.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.genevagraph.serve.gate.Health;
import org.genevagraph.serve.gate.Stale;
import org.genevagraph.serve.http.ProblemHandler;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.monitor.Metrics;

/** Tells on a port of its own, with threads of its own and to this machine only, how the server is and what it counts: whatever the public port has to do. */
public final class AdminServer implements AutoCloseable {
    private static final int THREADS = 6;

    private final Server server;
    private final ServerConnector connector;

    private AdminServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts it.
     *
     * @param port the port, or 0 for a free one
     * @throws IOException if it cannot be listened on
     */
    static AdminServer start(
            Supplier<Served> served,
            Supplier<Optional<Stale>> stale,
            Supplier<Boolean> stopping,
            Metrics metrics,
            int port)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("admin");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        server.addConnector(connector);
        server.setErrorHandler(new ProblemHandler());
        server.setHandler(new Handler.Abstract.NonBlocking() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                String path = request.getHttpURI().getPath();
                if (Metrics.PATH.equals(path)) {
                    Metrics.Told told = metrics.tell(request.getHeaders().get(HttpHeader.ACCEPT));
                    send(response, callback, 200, told.type(), told.body());
                    return true;
                }
                Optional<Health> health = Health.at(path, served.get().snapshot(), stale.get(), stopping.get());
                health.ifPresent(told -> send(
                        response,
                        callback,
                        told.status(),
                        "application/json",
                        told.state().toString()));
                return health.isPresent();
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
        return new AdminServer(server, connector);
    }

    private static void send(Response response, Callback callback, int status, String type, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }

    /** Its address, with a slash at its end. */
    public String address() {
        return "http://" + connector.getHost() + ":" + connector.getLocalPort() + "/";
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the port for health did not stop", e);
        }
    }
}
