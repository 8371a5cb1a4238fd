package org.genevagraph.query.federation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A SPARQL endpoint that queries may call.
 *
 * @param address its whole address, to the letter as queries name it
 * @param inside whether it may stand in a private network, which an operator must say: otherwise a name of the public network that somebody
 *     leads to a private address would open that network to everybody
 */
public record ServiceEndpoint(String address, boolean inside) {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** One spelling of an address: scheme and host in lower case, without the usual port, a query, or a slash at the end. */
    static String canonical(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return address;
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
            String path = uri.normalize().getPath();
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT)
                    + (uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort())
                    + (path == null ? "" : path.replaceFirst("/+$", ""));
        } catch (URISyntaxException e) {
            return address;
        }
    }

    /** What makes an address none that can be called; empty if it can be. */
    public static Optional<String> fault(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return Optional.of("is no address");
        }
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            return Optional.of("does not begin with https:// or http://");
        }
        if (uri.getHost() == null) {
            return Optional.of("names no host");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("holds a name or password");
        }
        return uri.getRawFragment() == null ? Optional.empty() : Optional.of("has a fragment");
    }
}
