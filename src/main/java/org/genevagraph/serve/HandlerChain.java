package org.genevagraph.serve;

import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.genevagraph.serve.gate.Endings;
import org.genevagraph.serve.http.ProblemHandler;
import org.genevagraph.serve.place.Arrivals;
import org.genevagraph.serve.place.Placement;
import org.genevagraph.serve.traffic.Admission;
import org.genevagraph.serve.traffic.Clients;
import org.genevagraph.serve.traffic.HeaderDeadline;
import org.genevagraph.serve.traffic.TrafficLimits;
import org.genevagraph.serve.traffic.WholeAnswers;
import org.genevagraph.serve.traffic.WholeBodies;

/** The chain of Jetty's handlers through which every request goes before the features of the server see it: limits, compression, order. */
final class HandlerChain {
    /** Small, so that a slow reader is seen to read: what the network holds for it counts as sent. */
    private static final int SEND_BUFFER_BYTES = 64 << 10;

    private HandlerChain() {}

    /**
     * Sets the handlers up, and the connectors.
     *
     * @param host the address of the network interface that it listens on
     * @param paths at which paths something answers
     * @return what holds connections to the time in which their header is to come
     */
    @SuppressWarnings("removal") // What takes their place in Jetty is a set of further artifacts.
    static HeaderDeadline before(
            Server jetty, String host, TrafficLimits limits, Placement placement, Function<Server, Set<String>> paths) {
        ((ServletContextHandler) jetty.getHandler()).setErrorHandler(new ProblemHandler());
        ((ServletContextHandler) jetty.getHandler()).setMaxFormContentSize(limits.requestBytes());
        jetty.setErrorHandler(new ProblemHandler());
        Clients clients = new Clients(limits, placement.proxies());
        HeaderDeadline header = new HeaderDeadline(limits);
        // Each stands before those that are named earlier.
        jetty.insertHandler(new Admission(limits));
        jetty.insertHandler(new WholeBodies(limits));
        GzipHandler gzip = new GzipHandler();
        gzip.setIncludedMethods("GET", "HEAD");
        jetty.insertHandler(gzip);
        jetty.insertHandler(new SizeLimitHandler(limits.requestBytes(), -1));
        jetty.insertHandler(new WholeAnswers());
        jetty.insertHandler(clients);
        jetty.insertHandler(new Endings(() -> paths.apply(jetty)));
        jetty.insertHandler(new Arrivals(
                placement,
                (response, callback, cause, fix) -> ProblemHandler.write(response, callback, 400, cause, fix)));
        GracefulHandler graceful = new GracefulHandler();
        graceful.setShutdownIdleTimeout(limits.stop().toMillis());
        jetty.insertHandler(graceful);
        jetty.insertHandler(header);
        jetty.setStopTimeout(limits.stop().toMillis());
        for (Connector connector : jetty.getConnectors()) {
            ServerConnector network = (ServerConnector) connector;
            network.setHost(host);
            network.setIdleTimeout(limits.idle().toMillis());
            // Otherwise what runs for longer than a second is cut.
            network.setShutdownIdleTimeout(limits.stop().toMillis());
            network.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
            network.addBean(clients);
            network.addBean(header);
            network.addBean(new NetworkConnectionLimit(limits.connections(), network));
            var http = network.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
            http.setRequestHeaderSize(limits.headerBytes());
            http.setSendServerVersion(false);
            // A slash too many is led to the right path by the gate.
            http.setUriCompliance(
                    UriCompliance.DEFAULT.with("slashes", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
        }
        return header;
    }
}
