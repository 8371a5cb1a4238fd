package org.genevagraph.serve.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.genevagraph.serve.place.Arrival;
import org.genevagraph.serve.place.Placement;
import org.genevagraph.vocabulary.Iris;

/** The address of this server as the client calls it, for examples that it can copy. */
public final class Address {
    private Address() {}

    /** The address without a slash at the end. */
    public static String of(HttpServletRequest request) {
        return Arrival.of(request).base().url();
    }

    /** Every address by which a path of this server is known: to the client, to the public, and to this machine. */
    public static List<String> all(HttpServletRequest request, String path) {
        Arrival arrival = Arrival.of(request);
        Set<String> all = new TreeSet<>(Set.of(arrival.base().url() + path));
        arrival.placement().base().ifPresent(base -> all.add(base.url() + path));
        for (String name : Placement.LOOPBACK) {
            all.add("http://" + name + ":" + request.getLocalPort() + path);
        }
        return List.copyOf(all);
    }

    /** Scheme and host alone, for what goes before the links of a page. */
    public static String origin(HttpServletRequest request) {
        return Arrival.of(request).base().origin();
    }

    /** What the paths of this server begin with where the client finds it; empty if it has a host for itself. */
    public static String path(HttpServletRequest request) {
        return Arrival.of(request).base().path();
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
