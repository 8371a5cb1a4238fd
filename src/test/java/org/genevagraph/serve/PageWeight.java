package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a first visit to pages of a server costs: a page with its style sheets, scripts and pictures, compressed as browsers ask for it. */
public final class PageWeight {
    private static final int MOST_BYTES = 150_000;
    private static final Pattern LOADED =
            Pattern.compile("<(?:link rel=\"(?:stylesheet|icon)\"|script|img)[^>]*(?:href|src)=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    /** What the files weigh that pages load. */
    private final Map<String, Integer> weights = new HashMap<>();

    public PageWeight(String address) {
        this.address = address;
    }

    private byte[] compressed(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address + path.substring(1).replace("&amp;", "&")))
                .header("Accept-Encoding", "gzip")
                .header("Accept", "text/html, image/svg+xml, */*;q=0.5")
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode(), path);
        return response.body();
    }

    /** A page as it is read. */
    public String html(String path) throws IOException, InterruptedException {
        return text(compressed(path));
    }

    private static String text(byte[] page) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(page))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The pages that weigh more than pages may, with what they weigh. */
    public List<String> heavy(Collection<String> paths) throws IOException, InterruptedException {
        List<String> heavy = new ArrayList<>();
        for (String path : paths) {
            int bytes = of(path);
            if (bytes > MOST_BYTES) {
                heavy.add(path + ": " + bytes);
            }
        }
        return heavy;
    }

    /** The bytes of a page and of what it loads. */
    private int of(String path) throws IOException, InterruptedException {
        byte[] page = compressed(path);
        int bytes = page.length;
        Set<String> loaded = new TreeSet<>();
        Matcher files = LOADED.matcher(text(page));
        while (files.find()) {
            loaded.add(files.group(1));
        }
        assertTrue(loaded.stream().anyMatch(file -> file.startsWith("/assets/style.css")), path + loaded);
        for (String file : loaded) {
            Integer known = weights.get(file);
            if (known == null) {
                known = compressed(file).length;
                weights.put(file, known);
            }
            bytes += known;
        }
        return bytes;
    }
}
