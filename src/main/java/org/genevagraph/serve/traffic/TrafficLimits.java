package org.genevagraph.serve.traffic;

import java.time.Duration;

/**
 * What the network may take of the server.
 *
 * @param header how long a connection may take until the header of its next request is complete
 * @param body how long a request may take until its body is complete
 * @param idle how long a reader may take nothing before its answer is given up
 * @param stop how long requests may go on when the server stops
 * @param requestBytes how large the body of a request may be
 * @param headerBytes how large its header may be
 * @param connections how many connections there may be in all
 * @param threads how many threads serve requests
 * @param clientConnections how many connections one client may have
 * @param clientRequests how many requests a second one client may send for long
 * @param clientBurst how many it may send at once
 * @param exemptLoopback whether clients on this machine, such as a reverse proxy that speaks for many, are not held back
 */
public record TrafficLimits(
        Duration header,
        Duration body,
        Duration idle,
        Duration stop,
        int requestBytes,
        int headerBytes,
        int connections,
        int threads,
        int clientConnections,
        int clientRequests,
        int clientBurst,
        boolean exemptLoopback) {
    /** What the server publishes. */
    public static final TrafficLimits STANDARD = new TrafficLimits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(120),
            Duration.ofSeconds(15),
            256 << 10,
            80 << 10,
            4_000,
            128,
            100,
            50,
            400,
            true);

    /** The same with other deadlines for header and body. */
    public TrafficLimits withDeadlines(Duration otherHeader, Duration otherBody) {
        return new TrafficLimits(
                otherHeader,
                otherBody,
                idle,
                stop,
                requestBytes,
                headerBytes,
                connections,
                threads,
                clientConnections,
                clientRequests,
                clientBurst,
                exemptLoopback);
    }

    /** The same with other limits for one client, wherever it is. */
    public TrafficLimits withClient(int otherConnections, int otherRequests, int otherBurst) {
        return new TrafficLimits(
                header,
                body,
                idle,
                stop,
                requestBytes,
                headerBytes,
                connections,
                threads,
                otherConnections,
                otherRequests,
                otherBurst,
                false);
    }
}
