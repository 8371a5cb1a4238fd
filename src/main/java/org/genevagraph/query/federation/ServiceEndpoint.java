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
