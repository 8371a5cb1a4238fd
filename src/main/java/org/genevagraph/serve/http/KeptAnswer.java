package org.genevagraph.serve.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** An answer as it was sent once: its body, gzipped if that makes it smaller, and the headers that came with it. */
final class KeptAnswer {
    /** Below this, gzip's own bytes are not worth it; Jetty draws the line there, too. */
    private static final int LEAST_TO_GZIP = 32;

    /** What an entry takes besides its bytes. */
    private static final int OVERHEAD = 1 << 10;

    private final byte[] body;
    private final boolean gzipped;
    private final String contentType;
    private final EntityTag tag;
    private final Map<String, Header> headers;

    private KeptAnswer(byte[] body, boolean gzipped, String contentType, EntityTag tag, Map<String, Header> headers) {
        this.body = body;
        this.gzipped = gzipped;
        this.contentType = contentType;
        this.tag = tag;
        this.headers = headers;
    }

    /** The bytes as they are kept. */
    byte[] body() {
        return body;
    }

    /** Whether those are gzipped. */
    boolean gzipped() {
        return gzipped;
    }

    /** Its type. */
    String contentType() {
        return contentType;
    }

    /** Its validator. */
    EntityTag tag() {
        return tag;
    }

    /**
     * A header.
     *
     * @param values its values
     * @param added whether they stand beside what every response says there
     */
    record Header(List<String> values, boolean added) {}

    /** A body with what was written into headers since they were {@code before}. */
    static KeptAnswer of(
            byte[] body,
            String contentType,
            EntityTag tag,
            Map<String, List<String>> before,
            HttpServletResponse response) {
        Map<String, Header> headers = new LinkedHashMap<>();
        headers(response).forEach((name, values) -> {
            List<String> earlier = before.getOrDefault(name, List.of());
            boolean added = values.size() >= earlier.size()
                    && values.subList(0, earlier.size()).equals(earlier);
            List<String> fresh = added ? values.subList(earlier.size(), values.size()) : values;
            if (!fresh.isEmpty()) {
                headers.put(name, new Header(List.copyOf(fresh), added));
            }
        });
        byte[] gzipped = isText(contentType) && body.length > LEAST_TO_GZIP ? gzip(body) : body;
        boolean smaller = gzipped.length < body.length;
        return new KeptAnswer(smaller ? gzipped : body, smaller, contentType, tag, headers);
    }

    /** What stands in the headers of a response now. */
    static Map<String, List<String>> headers(HttpServletResponse response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Collection<String> names = response.getHeaderNames();
        names.forEach(name -> headers.put(name, new ArrayList<>(response.getHeaders(name))));
        return headers;
    }

    /** How many bytes it takes, more or less. */
    int weight() {
        int weight = OVERHEAD + body.length;
        for (Header header : headers.values()) {
            weight += header.values().stream().mapToInt(String::length).sum() * 2;
        }
        return weight;
    }

    /** Writes the headers that came with it. */
    void tell(HttpServletResponse response) {
        headers.forEach((name, header) -> {
            if (!header.added()) {
                response.setHeader(name, null);
            }
            header.values().forEach(value -> response.addHeader(name, value));
        });
    }

    /** The body as it is. */
    byte[] plain() throws IOException {
        if (!gzipped) {
            return body;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }

    private static boolean isText(String contentType) {
        return contentType.startsWith("text/")
                || contentType.contains("json")
                || contentType.contains("xml")
                || contentType.contains("sparql");
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4 + LEAST_TO_GZIP);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory refuses nothing", e);
        }
        return bytes.toByteArray();
    }
}
