package org.genevagraph.link.match;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a website without what makes no difference: the protocol, {@code www.}, a slash at the end.
 *
 * @param host its host
 * @param path its path; empty for the whole host
 */
record Website(String host, String path) {
    /** Of an address; empty if it is none. */
    static Optional<Website> of(String address) {
        try {
            String host = URI.create(address.strip().replace(" ", "%20")).getHost();
            String path = URI.create(address.strip().replace(" ", "%20")).getPath();
            if (host == null) {
                return Optional.empty();
            }
            String bare = host.toLowerCase(Locale.ROOT).replaceFirst("^www\\d?\\.", "");
            return Optional.of(new Website(bare, path == null ? "" : plain(path)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without what only chooses a language or names the first page. */
    private static String plain(String path) {
        return path.toLowerCase(Locale.ROOT)
                .replaceFirst("/(index|home|default)(\\.\\w+)?/?$", "")
                .replaceFirst("^/(en|fr|de)(-[a-z]{2})?(?=/|$)", "")
                .replaceFirst("/+$", "");
    }
}
