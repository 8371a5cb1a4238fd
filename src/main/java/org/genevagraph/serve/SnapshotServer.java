package org.genevagraph.serve;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.eclipse.jetty.ee10.servlet.FilterMapping;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.genevagraph.query.foreign.ForeignQueries;
import org.genevagraph.query.guard.Lockdown;
import org.genevagraph.serve.contribute.FMod_Contribute;
import org.genevagraph.serve.discovery.FMod_Dataset;
import org.genevagraph.serve.discovery.FMod_Discovery;
import org.genevagraph.serve.discovery.FMod_Shapes;
import org.genevagraph.serve.gate.FMod_Gate;
import org.genevagraph.serve.gate.FMod_Health;
import org.genevagraph.serve.gate.Stale;
import org.genevagraph.serve.http.FMod_Assets;
import org.genevagraph.serve.http.Held;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.mcp.FMod_Mcp;
import org.genevagraph.serve.monitor.FMod_Metrics;
import org.genevagraph.serve.monitor.Metrics;
import org.genevagraph.serve.monitor.Monitor;
import org.genevagraph.serve.pages.FMod_Brief;
import org.genevagraph.serve.pages.FMod_Changes;
import org.genevagraph.serve.pages.FMod_Compare;
import org.genevagraph.serve.pages.FMod_Docs;
import org.genevagraph.serve.pages.FMod_Dump;
import org.genevagraph.serve.pages.FMod_Home;
import org.genevagraph.serve.pages.FMod_Imprint;
import org.genevagraph.serve.pages.FMod_Ontology;
import org.genevagraph.serve.pages.FMod_Places;
import org.genevagraph.serve.pages.FMod_Queries;
import org.genevagraph.serve.pages.FMod_Search;
import org.genevagraph.serve.pages.FMod_Things;
import org.genevagraph.serve.pictures.FMod_Map;
import org.genevagraph.serve.pictures.FMod_Matrix;
import org.genevagraph.serve.pictures.FMod_Network;
import org.genevagraph.serve.place.Placement;
import org.genevagraph.serve.reconcile.FMod_Reconcile;
import org.genevagraph.serve.sparql.FMod_Sparql;
import org.genevagraph.serve.traffic.HeaderDeadline;
import org.genevagraph.serve.traffic.TrafficLimits;

/** A Fuseki server that serves one snapshot at a time; publishing another swaps it as a whole. */
public final class SnapshotServer implements AutoCloseable {
    /** What is left of the time to stop when queries that still run are ended, so that they can be told so. */
    private static final Duration TO_TELL = Duration.ofSeconds(3);

    /** So long after the start the first page has the machine for itself. */
    private static final Duration UNDISTURBED = Duration.ofSeconds(1);

    private final AtomicReference<Served> served;
    private final AtomicReference<Stale> stale;
    private final FusekiServer server;
    private final String host;
    private final TrafficLimits limits;
    private final HeaderDeadline connections;
    private final Monitor monitor;
    private volatile boolean stopping;

    private SnapshotServer(
            AtomicReference<Served> served,
            AtomicReference<Stale> stale,
            FusekiServer server,
            String host,
            TrafficLimits limits,
            HeaderDeadline connections,
            Monitor monitor) {
        this.served = served;
        this.stale = stale;
        this.server = server;
        this.host = host;
        this.limits = limits;
        this.connections = connections;
        this.monitor = monitor;
    }

    /**
     * Starts a server.
     *
     * @param host the address of the network interface that it listens on
     * @param port the port, or 0 for a free one
     * @throws BindException if the port is taken or the address is none of this machine
     */
    public static SnapshotServer start(Served first, String host, int port) throws IOException {
        return start(first, host, port, TrafficLimits.STANDARD);
    }

    /** Starts a server under other limits. */
    public static SnapshotServer start(Served first, String host, int port, TrafficLimits limits) throws IOException {
        return start(first, host, port, limits, Placement.LOCAL);
    }

    /** Starts a server that stands elsewhere in the network. */
    public static SnapshotServer start(Served first, String host, int port, TrafficLimits limits, Placement placement)
            throws IOException {
        return start(first, host, port, limits, placement, new Monitor(), false);
    }

    /**
     * Starts a server that is watched.
     *
     * @param monitor sees every request, and is closed with the server
     * @param publicMetrics whether the numbers are for everyone who reaches the server, even if that is not only this machine
     */
    public static SnapshotServer start(
            Served first,
            String host,
            int port,
            TrafficLimits limits,
            Placement placement,
            Monitor monitor,
            boolean publicMetrics)
            throws IOException {
        return start(first, host, port, limits, placement, monitor, publicMetrics, List.of());
    }

    /**
     * Starts a server that does more than serve.
     *
     * @param more features that stand behind the gate like all others
     */
    public static SnapshotServer start(
            Served first,
            String host,
            int port,
            TrafficLimits limits,
            Placement placement,
            Monitor monitor,
            boolean publicMetrics,
            List<FusekiModule> more)
            throws IOException {
        Lockdown.apply();
        // While the server starts on one processor, another can do what the first page waits for.
        inBackground(first::preparePages);
        AtomicReference<Served> served = new AtomicReference<>(first);
        AtomicReference<Stale> stale = new AtomicReference<>();
        FusekiServer server = FusekiServer.create()
                .port(port)
                .loopback(true)
                .numServerThreads(2, limits.threads())
                .fusekiModules(FusekiModules.create(Stream.concat(
                                modules(
                                        new Held(served::get),
                                        () -> Optional.ofNullable(stale.get()),
                                        new FMod_Metrics(monitor.metrics(), publicMetrics || placement.isPrivate(host)))
                                        .stream(),
                                more.stream())
                        .toList()))
                .build();
        server.getJettyServer().setRequestLog(monitor);
        HeaderDeadline connections = HandlerChain.before(
                server.getJettyServer(), host, limits, placement.listening(host), SnapshotServer::answering);
        try {
            server.start();
        } catch (FusekiException e) {
            throw asIOException(e);
        }
        SnapshotServer started = new SnapshotServer(served, stale, server, host, limits, connections, monitor);
        started.count();
        inBackground(() -> {
            monitor.awaitFirst(UNDISTURBED);
            first.prepare();
        });
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
    private static List<FusekiModule> modules(Held served, Supplier<Optional<Stale>> stale, FMod_Metrics metrics) {
        return List.of(
                new FMod_Gate(served),
                new FMod_Sparql(served),
                new FMod_Queries(served),
                new FMod_Compare(served),
                new FMod_Brief(served),
                new FMod_Imprint(served),
                new FMod_Contribute(served),
                new FMod_Search(served),
                new FMod_Ontology(served),
                new FMod_Dataset(served),
                new FMod_Shapes(served),
                new FMod_Discovery(served),
                new FMod_Docs(served),
                new FMod_Dump(served),
                new FMod_Changes(served),
                new FMod_Network(served),
                new FMod_Places(served),
                new FMod_Matrix(served),
                new FMod_Map(served),
                new FMod_Mcp(served),
                new FMod_Reconcile(served),
                new FMod_Health(served, stale),
                metrics,
                new FMod_Things(served),
                new FMod_Assets(),
                new FMod_Home(served));
    }

    /** Tells of itself what Prometheus asks for. */
    private void count() {
        Metrics metrics = monitor.metrics();
        Server jetty = server.getJettyServer();
        metrics.gauge(
                "geneva.graph.triples",
                "Triples of the graph that is served",
                this,
                any -> any.served().snapshot().triples());
        metrics.gauge(
                "geneva.stale",
                "1 if the files hold data that are not right and therefore not served",
                this,
                any -> any.stale().isPresent() ? 1 : 0);
        metrics.gauge(
                "geneva.http.connections",
                "Open connections",
                jetty,
                any -> Arrays.stream(any.getConnectors())
                        .mapToInt(connector -> connector.getConnectedEndPoints().size())
                        .sum());
        metrics.gauge(
                "geneva.http.threads.busy",
                "Threads that serve requests",
                jetty,
                any -> any.getThreadPool() instanceof QueuedThreadPool pool ? pool.getBusyThreads() : 0);
        for (String lane : served().foreign().load().keySet()) {
            metrics.gauge(
                    "geneva.lane.running",
                    "Queries of strangers that run",
                    this,
                    any -> any.load(lane).running(),
                    "lane",
                    lane);
            metrics.gauge(
                    "geneva.lane.waiting",
                    "Queries of strangers that wait for a place",
                    this,
                    any -> any.load(lane).waiting(),
                    "lane",
                    lane);
        }
    }

    private ForeignQueries.Load load(String lane) {
        return served().foreign().load().getOrDefault(lane, new ForeignQueries.Load(0, 0));
    }

    /** Serves another snapshot from now on; requests that have begun keep theirs. */
    public void publish(Served next) {
        Served last = served.getAndSet(next);
        stale.set(null);
        monitor.published();
        if (last.foreign() != next.foreign()) {
            last.foreign().retire();
        }
        inBackground(next::prepare);
    }

    /** Makes what many requests need before the first of them comes; one that comes earlier waits for the same. */
    private static void inBackground(Runnable work) {
        Thread warming = new Thread(work, "warming");
        warming.setDaemon(true);
        warming.start();
    }

    /** Says that the files have changed and what they hold now is not served, until something is published again. */
    public void stale(String why) {
        monitor.stale();
        stale.updateAndGet(earlier -> new Stale(earlier == null ? Instant.now() : earlier.since(), why));
    }

    /** Why the files are not what is served; empty if they are. */
    public Optional<Stale> stale() {
        return Optional.ofNullable(stale.get());
    }

    /** What is being served. */
    public Served served() {
        return served.get();
    }

    /** The address of the home page. */
    public String address() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getPort() + "/";
    }

    /**
     * Tells besides, on a port of its own of this machine, how the server is; close what is returned after the server.
     *
     * @param port the port, or 0 for a free one
     */
    public AdminServer admin(int port) throws IOException {
        return AdminServer.start(this::served, this::stale, this::isStopping, monitor.metrics(), port);
    }

    /** The paths at which something answers, as servlets are mapped: {@code /id/*} for all below {@code /id}. */
    public Set<String> paths() {
        return paths(server.getJettyServer());
    }

    /** Whether something of its own answers at a path, so that a base of that path cannot be told from it. */
    public boolean hasAddress(String path) {
        return answering(server.getJettyServer()).stream()
                .filter(spec -> spec.length() > "/*".length())
                .anyMatch(spec -> spec.endsWith("/*")
                        ? (path + "/").startsWith(spec.substring(0, spec.length() - 1))
                        : path.equals(spec));
    }

    /** Those, and the ones at which a filter answers. */
    private static Set<String> answering(Server jetty) {
        Set<String> paths = new TreeSet<>(paths(jetty));
        for (ServletHandler handler : jetty.getDescendants(ServletHandler.class)) {
            for (FilterMapping mapping : handler.getFilterMappings()) {
                paths.addAll(Arrays.asList(mapping.getPathSpecs()));
            }
        }
        return paths;
    }

    private static Set<String> paths(Server jetty) {
        return jetty.getDescendants(ServletHandler.class).stream()
                .flatMap(handler -> Stream.of(handler.getServletMappings()))
                .flatMap(mapping -> Stream.of(mapping.getPathSpecs()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Waits until the server is stopped. */
    public void join() {
        server.join();
    }

    /** Whether it has begun to stop. */
    public boolean isStopping() {
        return stopping;
    }

    /** Stops: takes no more requests, and lets those that run be answered; what takes too long is told so. */
    @Override
    public synchronized void close() {
        stopping = true;
        served().foreign().stop(limits.stop().minus(TO_TELL));
        connections.stopWaiting();
        server.stop();
        monitor.close();
        served().foreign().retire();
    }
}
