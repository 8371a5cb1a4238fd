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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Paths;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;

/** What a first visit costs: a page with its style sheets, scripts and pictures, compressed as browsers ask for it. */
class PageWeightTest extends RealServer {
    private static final int MOST_BYTES = 150_000;
    private static final Pattern LOADED =
            Pattern.compile("<(?:link rel=\"(?:stylesheet|icon)\"|script|img)[^>]*(?:href|src)=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    private byte[] compressed(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.address() + path.substring(1).replace("&amp;", "&")))
                .header("Accept-Encoding", "gzip")
                .header("Accept", "text/html, image/svg+xml, */*;q=0.5")
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode(), path);
        return response.body();
    }

    private static String text(byte[] page) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(page))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int weight(String path) throws IOException, InterruptedException {
        byte[] page = compressed(path);
        int bytes = page.length;
        Set<String> loaded = new TreeSet<>();
        Matcher files = LOADED.matcher(text(page));
        while (files.find()) {
            loaded.add(files.group(1));
        }
        assertTrue(loaded.stream().anyMatch(file -> file.startsWith("/assets/style.css")), path + loaded);
        for (String file : loaded) {
            bytes += compressed(file).length;
        }
        return bytes;
    }

    @Test
    void homeAndThingsAreLight() throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>(List.of("/", "/?lang=fr"));
        for (Node type :
                List.of(GG.Organisation, GG.Document, GG.SustainableDevelopmentGoal, GG.ActionLine, GG.PolicyIssue)) {
            server.served().snapshot().dataset().getDefaultGraph().stream(Node.ANY, RDF.type.asNode(), type)
                    .map(triple -> Paths.of(triple.getSubject().getURI()))
                    .forEach(paths::add);
        }
        List<String> heavy = new ArrayList<>();
        for (String path : paths) {
            int bytes = weight(path);
            if (bytes > MOST_BYTES) {
                heavy.add(path + ": " + bytes);
            }
        }
        assertEquals(List.of(), heavy);
        assertTrue(paths.size() > 300, "pages: " + paths.size());
    }
}
