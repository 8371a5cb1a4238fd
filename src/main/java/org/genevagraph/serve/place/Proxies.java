package org.genevagraph.serve.place;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies whose word on where a request came from counts, by their addresses.
 *
 * @param networks where they stand
 */
public record Proxies(List<Network> networks) {
    /** None: nobody's word counts. */
    public static final Proxies NONE = new Proxies(List.of());

    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]+");

    /**
     * Addresses that begin alike.
     *
     * @param address one of them
     * @param bits how many bits they share
     */
    public record Network(InetAddress address, int bits) {
        boolean contains(InetAddress other) {
            byte[] mine = address.getAddress();
            byte[] others = other.getAddress();
            if (mine.length != others.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((mine[bit / Byte.SIZE] & mask) != (others[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Reads addresses and networks such as {@code 10.0.0.0/8}.
     *
     * @throws IllegalArgumentException with what is wrong and how to fix it
     */
    public static Proxies parse(List<String> texts) {
        List<Network> networks = new ArrayList<>();
        for (String text : texts) {
            String[] parts = text.strip().split("/", 2);
            InetAddress address = literal(parts[0]).orElseThrow(() -> wrong(text));
            int most = address.getAddress().length * Byte.SIZE;
            if (parts.length > 1 && (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > most)) {
                throw wrong(text);
            }
            networks.add(new Network(address, parts.length > 1 ? Integer.parseInt(parts[1]) : most));
        }
        return new Proxies(List.copyOf(networks));
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is no address – write one such as 127.0.0.1 or ::1, or a network such as 10.0.0.0/8");
    }

    /** The address that a text writes out; nothing is looked up. */
    static Optional<InetAddress> literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether one of them stands at an address. */
    public boolean contain(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
