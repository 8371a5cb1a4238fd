package org.genevagraph.serve.place;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where a server stands in the network.
 *
 * @param base how the public reaches it; empty if it is reached directly
 * @param proxies whose word on where requests came from counts
 * @param hosts names, with or without a port, under which it may be asked besides; in lower case
 */
public record Placement(Optional<Base> base, Proxies proxies, Set<String> hosts) {
    /** On one's own machine, for oneself. */
    public static final Placement LOCAL = new Placement(Optional.empty(), Proxies.NONE, Set.of());

    /** Names of this machine for itself. */
    public static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private static final Set<String> ANY = Set.of("0.0.0.0", "::", "[::]");
    private static final Pattern PORT = Pattern.compile(":\\d+$");

    /** The same with another name. */
    public Placement named(String host) {
        Set<String> more = new TreeSet<>(hosts);
        more.add((host.indexOf(':') != host.lastIndexOf(':') && !host.startsWith("[") ? "[" + host + "]" : host)
                .toLowerCase(Locale.ROOT));
        return new Placement(base, proxies, more);
    }

    /** The same, listening on an address, by which it may be asked if it is one. */
    public Placement listening(String address) {
        return ANY.contains(address) ? this : named(address);
    }

    /**
     * Whether only this machine can reach a server that stands here, as far as it knows.
     *
     * @param address the address of the network interface that it listens on
     */
    public boolean isPrivate(String address) {
        String host = address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
        return base.isEmpty() && proxies.equals(Proxies.NONE) && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether a host, as a request has it with or without a port, is this server, whatever its port. */
    boolean isOwn(String host) {
        String given = host.toLowerCase(Locale.ROOT);
        String name = bare(given);
        return LOOPBACK.contains(name)
                || hosts.contains(given)
                || hosts.contains(name)
                || base.filter(base -> bare(base.host()).equals(name)).isPresent();
    }

    private static String bare(String host) {
        return PORT.matcher(host).replaceFirst("");
    }
}
