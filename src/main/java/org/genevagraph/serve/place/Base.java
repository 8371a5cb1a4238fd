package org.genevagraph.serve.place;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The URL below which a server is reached. It is where links lead; what things are called does not depend on it.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host, and its port unless it is the usual one: {@code example.org}, {@code [::1]:3030}
 * @param path what every path begins with, without a slash at its end: {@code /graphs/geneva}; empty at the root of the host
 */
public record Base(String scheme, String host, String path) {
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");

    /**
     * Reads what an operator wrote; a slash at the end makes no difference.
     *
     * @throws IllegalArgumentException with what is wrong and how to fix it
     */
    public static Base parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw wrong(text, "is no URL");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw wrong(text, "does not begin with http:// or https://");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw wrong(text, "has a query or a fragment");
        }
        if (uri.getRawUserInfo() != null) {
            throw wrong(text, "has a user");
        }
        String host = Objects.requireNonNullElse(uri.getRawAuthority(), "");
        if (!host.chars().allMatch(c -> c < 0x80)) {
            throw wrong(
                    text, "has a host with other letters than those of names on the network, which write it as xn--…");
        }
        if (uri.getPort() > HIGHEST_PORT) {
            throw wrong(text, "has a port above " + HIGHEST_PORT);
        }
        String path = Objects.requireNonNullElse(uri.getRawPath(), "").replaceFirst("/+$", "");
        return of(scheme, host, path)
                .orElseThrow(() -> wrong(
                        text,
                        HOST.matcher(host).matches()
                                ? "has a path with other characters than letters, digits, and - . _ ~"
                                : "has no host"));
    }

    private static IllegalArgumentException wrong(String text, String what) {
        return new IllegalArgumentException("'" + text + "' " + what + " – write https://example.org/graphs/geneva");
    }

    /** A base of its parts; empty if the host is none, or the path could be misread where links stand. */
    static Optional<Base> of(String scheme, String host, String path) {
        if (!HOST.matcher(host).matches() || !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        String usual = scheme.equals("https") ? ":443" : ":80";
        String name = host.toLowerCase(Locale.ROOT);
        return Optional.of(new Base(
                scheme, name.endsWith(usual) ? name.substring(0, name.length() - usual.length()) : name, path));
    }

    /** The whole URL, without a slash at its end. */
    public String url() {
        return origin() + path;
    }

    /** Scheme and host, as browsers name the origin of a page. */
    public String origin() {
        return scheme + "://" + host;
    }
}
