package org.genevagraph.serve.place;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Finds out how each request came here, and takes the base's path off its own if the proxy did not. */
public final class Arrivals extends Handler.Wrapper {
    private final Placement placement;
    private final Refusing refusing;

    /** Tells a client what is wrong with its request. */
    public interface Refusing {
        void refuse(Response response, Callback callback, String cause, String fix);
    }

    /** For a server that stands there. */
    public Arrivals(Placement placement, Refusing refusing) {
        this.placement = placement;
        this.refusing = refusing;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        InetAddress peer = address(request.getConnectionMetaData().getRemoteSocketAddress());
        Forwarded forwarded;
        try {
            forwarded = peer != null && placement.proxies().contain(peer)
                    ? Forwarded.read(request.getHeaders())
                    : Forwarded.NOTHING;
        } catch (IllegalArgumentException e) {
            refusing.refuse(response, callback, e.getMessage(), "let the proxy drop the kind that it does not write");
            return true;
        }
        arrival(request, peer, forwarded).keepIn(request);
        return super.handle(withoutBase(request), response, callback);
    }

    private Arrival arrival(Request request, InetAddress peer, Forwarded forwarded) {
        InetAddress client = peer == null ? null : forwarded.client(peer, placement.proxies());
        String asked = Optional.ofNullable(request.getHttpURI().getAuthority()).orElse("");
        SocketAddress local = request.getConnectionMetaData().getLocalSocketAddress();
        boolean own = placement.isOwn(asked) || asked.equals(host(local));
        boolean told = !forwarded.equals(new Forwarded(forwarded.clients(), "", "", ""));
        Optional<Base> proxys = told && placement.base().isEmpty()
                ? Base.of(
                        forwarded.scheme().equalsIgnoreCase("https") ? "https" : "http",
                        forwarded.host().isEmpty() && own ? asked : forwarded.host(),
                        forwarded.prefix().replaceFirst("/+$", ""))
                : Optional.empty();
        Base base = placement
                .base()
                .or(() -> proxys)
                .or(() -> own ? Base.of("http", asked, "") : Optional.empty())
                .or(() -> Base.of("http", host(local), ""))
                .orElse(UNKNOWN);
        boolean named = own || (proxys.isPresent() && !forwarded.host().isEmpty());
        return new Arrival(base, named, proxys.isPresent(), client, placement);
    }

    /** What a server that knows nothing of itself is called: where it stands if nobody moves it. */
    private static final Base UNKNOWN = new Base("http", "127.0.0.1:3030", "");

    private Request withoutBase(Request request) {
        String prefix = placement.base().map(Base::path).orElse("");
        String path = String.valueOf(request.getHttpURI().getPath());
        if (prefix.isEmpty() || !(path + "/").startsWith(prefix + "/")) {
            return request;
        }
        String rest = path.substring(prefix.length());
        HttpURI uri = HttpURI.build(request.getHttpURI())
                .path(rest.isEmpty() ? "/" : rest)
                .asImmutable();
        return Request.serveAs(request, uri);
    }

    private static String host(SocketAddress local) {
        if (!(local instanceof InetSocketAddress network) || network.getAddress() == null) {
            return "";
        }
        String literal = network.getAddress().getHostAddress().replaceFirst("%.*", "");
        return (literal.contains(":") ? "[" + literal + "]" : literal) + ":" + network.getPort();
    }

    static InetAddress address(SocketAddress socket) {
        return socket instanceof InetSocketAddress network ? network.getAddress() : null;
    }
}
