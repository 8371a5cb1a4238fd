package org.genevagraph.serve.place;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/**
 * How a request came here.
 *
 * @param base where the client finds this server: what links begin with
 * @param named whether it was asked for under a name that is the server's own; a foreign one is never repeated
 * @param asForwarded whether the base is a proxy's word, so that it depends on the header
 * @param client who asked; null if it is not known
 * @param placement where the server stands
 */
public record Arrival(Base base, boolean named, boolean asForwarded, InetAddress client, Placement placement) {
    /** What an answer whose links are a proxy's word depends on. */
    public static final String VARY = Forwarded.HEADERS;

    private static final String ATTRIBUTE = Arrival.class.getName();

    /** What it is of a request; every request that reaches a servlet has one. */
    public static Arrival of(ServletRequest request) {
        return (Arrival) request.getAttribute(ATTRIBUTE);
    }

    /** What it is of a request; every request behind {@link Arrivals} has one. */
    public static Arrival of(Request request) {
        return (Arrival) request.getAttribute(ATTRIBUTE);
    }

    /** What links begin with; nothing for a request that is too broken to have come this far. */
    public static String path(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof Arrival arrival
                ? arrival.base().path()
                : "";
    }

    /** Who asks; null for a request that is too broken to have come this far, unless its connection tells. */
    public static InetAddress client(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Arrival arrival) {
            return arrival.client();
        }
        return Arrivals.address(request.getConnectionMetaData().getRemoteSocketAddress());
    }

    void keepIn(Request request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Whether scripts of an origin may read what is not for everybody: those of this server, and of the hosts that its operator named. */
    public boolean trusts(String origin) {
        if (origin.equals(base.origin())) {
            return true;
        }
        Optional<String> host = Optional.of(origin)
                .filter(text -> text.startsWith("http://") || text.startsWith("https://"))
                .map(text -> text.substring(text.indexOf("//") + 2));
        return placement.base().filter(own -> origin.equals(own.origin())).isPresent()
                || host.filter(placement.hosts()::contains).isPresent();
    }
}
