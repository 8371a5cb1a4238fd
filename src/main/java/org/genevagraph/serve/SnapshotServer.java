package org.genevagraph.serve;

import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.genevagraph.query.guard.Lockdown;
import org.genevagraph.serve.gate.FMod_Gate;
import org.genevagraph.serve.gate.FMod_Health;
import org.genevagraph.serve.http.FMod_Assets;
import org.genevagraph.serve.http.Held;
import org.genevagraph.serve.http.ProblemHandler;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.mcp.FMod_Mcp;
import org.genevagraph.serve.pages.FMod_Docs;
import org.genevagraph.serve.pages.FMod_Dump;
import org.genevagraph.serve.pages.FMod_Home;
import org.genevagraph.serve.pages.FMod_Map;
import org.genevagraph.serve.pages.FMod_Matrix;
import org.genevagraph.serve.pages.FMod_Network;
import org.genevagraph.serve.pages.FMod_Ontology;
import org.genevagraph.serve.pages.FMod_Queries;
import org.genevagraph.serve.pages.FMod_Search;
import org.genevagraph.serve.pages.FMod_Things;
import org.genevagraph.serve.sparql.FMod_Sparql;

/** A Fuseki server that serves one snapshot at a time; publishing another swaps it as a whole. */
public final class SnapshotServer implements AutoCloseable {
    private static final int REQUEST_BYTES = 256 << 10;
    private static final int HEADER_BYTES = 80 << 10;
    private static final int IDLE_MILLISECONDS = 30_000;
    private static final int SLOWEST_BYTES_PER_SECOND = 100;
    private static final int STOP_MILLISECONDS = 5_000;
    private static final int MOST_THREADS = 64;

    private final AtomicReference<Served> served;
    private final FusekiServer server;
    private final String host;

    private SnapshotServer(AtomicReference<Served> served, FusekiServer server, String host) {
        this.served = served;
        this.server = server;
        this.host = host;
    }

    /**
     * Starts a server.
     *
     * @param host the address of the network interface that it listens on
     * @param port the port, or 0 for a free one
     * @throws BindException if the port is taken or the address is none of this machine
     */
    public static SnapshotServer start(Served first, String host, int port) throws IOException {
        Lockdown.apply();
        AtomicReference<Served> served = new AtomicReference<>(first);
        FusekiServer server = FusekiServer.create()
                .port(port)
                .loopback(true)
                .numServerThreads(2, MOST_THREADS)
                .fusekiModules(FusekiModules.create(modules(new Held(served::get))))
                .build();
        harden(server.getJettyServer(), host);
        try {
            server.start();
        } catch (FusekiException e) {
            throw asIOException(e);
        }
        SnapshotServer started = new SnapshotServer(served, server, host);
        started.warm(first);
        return started;
    }

    /** What went wrong with the network, out of the wrappings of Fuseki and Jetty; the innermost tells most. */
    private static IOException asIOException(FusekiException e) {
        IOException innermost = null;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException problem) {
                innermost = problem;
            }
        }
        if (innermost == null) {
            throw e;
        }
        return innermost;
    }

    /** All features of the server, in the order in which their filters stand. */
    private static List<FusekiModule> modules(Held served) {
        return List.of(
                new FMod_Gate(served),
                new FMod_Sparql(served),
                new FMod_Queries(served),
                new FMod_Search(served),
                new FMod_Ontology(served),
                new FMod_Docs(served),
                new FMod_Dump(served),
                new FMod_Network(served),
                new FMod_Matrix(served),
                new FMod_Map(served),
                new FMod_Mcp(served, REQUEST_BYTES - 1),
                new FMod_Health(served),
                new FMod_Things(served),
                new FMod_Assets(),
                new FMod_Home(served));
    }

    @SuppressWarnings("removal") // What takes their place in Jetty is a set of further artifacts.
    private static void harden(Server jetty, String host) {
        ((ServletContextHandler) jetty.getHandler()).setErrorHandler(new ProblemHandler());
        ((ServletContextHandler) jetty.getHandler()).setMaxFormContentSize(REQUEST_BYTES);
        jetty.setErrorHandler(new ProblemHandler());
        jetty.insertHandler(new GzipHandler());
        jetty.insertHandler(new SizeLimitHandler(REQUEST_BYTES, -1));
        jetty.setStopTimeout(STOP_MILLISECONDS);
        for (Connector connector : jetty.getConnectors()) {
            ServerConnector network = (ServerConnector) connector;
            network.setHost(host);
            network.setIdleTimeout(IDLE_MILLISECONDS);
            var http = network.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
            http.setRequestHeaderSize(HEADER_BYTES);
            http.setMinRequestDataRate(SLOWEST_BYTES_PER_SECOND);
            http.setSendServerVersion(false);
        }
    }

    /** Serves another snapshot from now on; requests that have begun keep theirs. */
    public void publish(Served next) {
        Served last = served.getAndSet(next);
        if (last.foreign() != next.foreign()) {
            last.foreign().retire();
        }
        warm(next);
    }

    /** Makes what many requests need before the first of them comes; one that comes earlier waits for the same. */
    private void warm(Served fresh) {
        Thread warming = new Thread(fresh::prepare, "warming");
        warming.setDaemon(true);
        warming.start();
    }

    /** What is being served. */
    public Served served() {
        return served.get();
    }

    /** The address of the home page. */
    public String address() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getPort() + "/";
    }

    /** Waits until the server is stopped. */
    public void join() {
        server.join();
    }

    @Override
    public void close() {
        server.stop();
        served().foreign().retire();
    }
}
