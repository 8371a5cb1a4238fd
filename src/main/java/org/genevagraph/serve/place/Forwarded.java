package org.genevagraph.serve.place;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;

/**
 * What proxies wrote into the header of a request: {@code X-Forwarded-*}, or {@code Forwarded} (RFC 7239). Lists are in the order in which
 * the proxies added to them, so that the last element is of the nearest proxy, and what a client made up stands before.
 *
 * @param clients for whom each asked
 * @param host the host that the nearest proxy was asked for; empty if it does not say
 * @param scheme how it was asked; empty if it does not say
 * @param prefix what it took off the beginning of the path; empty if nothing
 */
record Forwarded(List<String> clients, String host, String scheme, String prefix) {
    private static final String FORWARDED = "Forwarded";
    private static final String FOR = "X-Forwarded-For";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String PREFIX = "X-Forwarded-Prefix";

    /** The headers that are read, as caches need to know them. */
    static final String HEADERS = String.join(", ", FORWARDED, FOR, HOST, PROTO, PREFIX);

    static final Forwarded NOTHING = new Forwarded(List.of(), "", "", "");

    private static final Pattern PAIR =
            Pattern.compile("\\s*([A-Za-z]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;,\"\\s]*))\\s*(?:([;,])|$)");
    private static final Pattern PORT = Pattern.compile("^(?:\\[([^]]*)](?::\\d+)?|([^:]*):\\d+)$");

    /**
     * Reads a header.
     *
     * @throws IllegalArgumentException if it has both kinds: one of them then is the client's, and nobody knows which
     */
    static Forwarded read(HttpFields header) {
        boolean old = Stream.of(FOR, HOST, PROTO, PREFIX).anyMatch(header::contains);
        if (old && header.contains(FORWARDED)) {
            throw new IllegalArgumentException("Forwarded and X-Forwarded-* contradict each other");
        }
        if (old) {
            return new Forwarded(elements(header, FOR), last(header, HOST), last(header, PROTO), last(header, PREFIX));
        }
        return standard(String.join(",", header.getValuesList(FORWARDED)));
    }

    private static Forwarded standard(String text) {
        List<String> clients = new ArrayList<>();
        String host = "";
        String scheme = "";
        Matcher pair = PAIR.matcher(text);
        int end = 0;
        while (end < text.length() && pair.find() && pair.start() == end) {
            end = pair.end();
            String value = pair.group(2) == null ? pair.group(3) : pair.group(2);
            switch (pair.group(1).toLowerCase(Locale.ROOT)) {
                case "for" -> clients.add(value);
                case "host" -> host = value;
                case "proto" -> scheme = value;
                default -> {
                    // What proxies call themselves is of no use here.
                }
            }
            if (",".equals(pair.group(4)) && end < text.length()) {
                // The next proxy speaks for itself.
                host = "";
                scheme = "";
            }
        }
        return end < text.length() ? NOTHING : new Forwarded(clients, host, scheme, "");
    }

    private static List<String> elements(HttpFields header, String name) {
        return header.getValuesList(name).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static String last(HttpFields header, String name) {
        List<String> all = elements(header, name);
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    /** The client: from the nearest backwards, the first that is no trusted proxy; the last one that is known if somebody hides it. */
    InetAddress client(InetAddress nearest, Proxies proxies) {
        InetAddress client = nearest;
        for (int index = clients.size() - 1; index >= 0 && proxies.contain(client); index--) {
            Optional<InetAddress> before = address(clients.get(index));
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    private static Optional<InetAddress> address(String text) {
        Matcher port = PORT.matcher(text);
        return Proxies.literal(!port.matches() ? text : port.group(1) == null ? port.group(2) : port.group(1));
    }
}
