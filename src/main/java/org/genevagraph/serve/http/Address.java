package org.genevagraph.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.genevagraph.vocabulary.Iris;

/** The address of this server as the client calls it, for examples that it can copy. */
public final class Address {
    private static final String USUAL = "http://127.0.0.1:3030";
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(:\\d{1,5})?");

    private Address() {}

    /** The address without a slash at the end; the usual one if what the client sent is not the name of a host. */
    public static String of(HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (host == null || !HOST.matcher(host).matches()) {
            return USUAL;
        }
        // A public server stands behind another one that speaks TLS for it.
        boolean secure = request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        return (secure ? "https://" : "http://") + host;
    }

    /**
     * The IRI of what a text names by its address on this server, as browsers show it; any other text as it is.
     *
     * @param address the server's address without a slash at the end
     */
    public static String asIri(String text, String address) {
        String things = address + "/id/";
        String given = text.strip();
        return given.startsWith(things) ? Iris.BASE + "id/" + given.substring(things.length()) : text;
    }
}
