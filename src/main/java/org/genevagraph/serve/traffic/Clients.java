package org.genevagraph.serve.traffic;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.genevagraph.serve.http.ProblemHandler;
import org.genevagraph.serve.place.Arrival;
import org.genevagraph.serve.place.Proxies;

/** Holds back a client that sends more requests than one may, and closes what it opens beyond its connections. */
public final class Clients extends Handler.Wrapper implements Connection.Listener {
    /** So many are remembered before those are forgotten that have no connection and all of their requests. */
    private static final int REMEMBERED = 10_000;

    private static final int NETWORK_BYTES_OF_IPV6 = 8;

    private final TrafficLimits limits;
    private final Proxies proxies;
    private final Map<InetAddress, Client> clients = new ConcurrentHashMap<>();
    private final Map<Connection, InetAddress> open = new ConcurrentHashMap<>();

    /**
     * Knows nobody yet.
     *
     * @param proxies who speaks for many clients, so that each of those is held back by itself
     */
    public Clients(TrafficLimits limits, Proxies proxies) {
        this.limits = limits;
        this.proxies = proxies;
    }

    /** What one client has. */
    private static final class Client {
        int connections;
        double requests;
        long since = System.nanoTime();

        Client(int burst) {
            requests = burst;
        }

        private void fill(TrafficLimits limits) {
            long now = System.nanoTime();
            requests = Math.min(limits.clientBurst(), requests + (now - since) / 1e9 * limits.clientRequests());
            since = now;
        }

        synchronized boolean takeRequest(TrafficLimits limits) {
            fill(limits);
            if (requests < 1) {
                return false;
            }
            requests--;
            return true;
        }

        synchronized int connect(int change) {
            connections += change;
            return connections;
        }

        synchronized boolean isQuiet(TrafficLimits limits) {
            fill(limits);
            return connections <= 0 && requests >= limits.clientBurst();
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        InetAddress address = counted(Arrival.of(request).client());
        if (address == null || client(address).takeRequest(limits)) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put("Retry-After", "1");
        ProblemHandler.write(
                response,
                callback,
                429,
                "more than " + limits.clientRequests() + " requests a second come from one address",
                "ask more slowly, or take the dump and ask it at home");
        return true;
    }

    @Override
    public void onOpened(Connection connection) {
        SocketAddress remote = connection.getEndPoint().getRemoteSocketAddress();
        InetAddress address = remote instanceof InetSocketAddress network ? counted(network.getAddress()) : null;
        if (address == null || proxies.contain(address)) {
            return;
        }
        open.put(connection, address);
        if (client(address).connect(1) > limits.clientConnections()) {
            connection.getEndPoint().close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        // A closed connection does not know any more whose it was.
        InetAddress address = open.remove(connection);
        if (address != null) {
            client(address).connect(-1);
        }
    }

    private Client client(InetAddress address) {
        if (clients.size() > REMEMBERED) {
            clients.values().removeIf(client -> client.isQuiet(limits));
        }
        return clients.computeIfAbsent(address, any -> new Client(limits.clientBurst()));
    }

    /** The address that counts as one client, of IPv6 the network; null if it is not held back. */
    private InetAddress counted(InetAddress address) {
        if (address == null || (limits.exemptLoopback() && address.isLoopbackAddress())) {
            return null;
        }
        return network(address);
    }

    /** What counts as one client: an address, of IPv6 the network of which somebody has all addresses. */
    public static InetAddress network(InetAddress address) {
        if (address instanceof Inet6Address) {
            byte[] bytes = address.getAddress();
            Arrays.fill(bytes, NETWORK_BYTES_OF_IPV6, bytes.length, (byte) 0);
            try {
                return InetAddress.getByAddress(bytes);
            } catch (UnknownHostException e) {
                return address;
            }
        }
        return address;
    }
}
