package org.genevagraph.serve.pages;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Paths;
import org.genevagraph.query.catalogue.Parameter;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;

/** What a first visit costs: a page with its style sheets, scripts and pictures, compressed as browsers ask for it. */
class PageWeightTest extends RealServer {
    private static final int MOST_BYTES = 150_000;
    private static final Pattern LOADED =
            Pattern.compile("<(?:link rel=\"(?:stylesheet|icon)\"|script|img)[^>]*(?:href|src)=\"([^\"]+)\"");

    private static final Pattern VIEW = Pattern.compile("<a href=\"(/queries/[^\"]*[?;]view=[^\"]*)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    /** What the files weigh that pages load. */
    private final Map<String, Integer> weights = new HashMap<>();

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
            Integer known = weights.get(file);
            if (known == null) {
                known = compressed(file).length;
                weights.put(file, known);
            }
            bytes += known;
        }
        return bytes;
    }

    /** Every question with its examples, and the longest answers, in every view that its page offers. */
    @Test
    void answersAreLightInAllViews() throws IOException, InterruptedException {
        List<String> asked = new ArrayList<>(List.of(
                "/queries/reading?document=tunis-agenda",
                "/queries/about?thing=organisation:united-nations",
                "/queries/requests?document=tunis-agenda",
                "/queries/commitments-for?organisation=itu",
                "/queries/implementation-map",
                "/compare?a=gcsp&b=cyberpeace-institute",
                "/compare?a=tunis-agenda&b=tunis-commitment",
                "/brief?about=tunis-agenda"));
        for (QueryFile query : server.served().catalogue().all()) {
            String parameters = query.parameters().stream()
                    .filter(Parameter::required)
                    .map(parameter -> parameter.name() + "=" + Http.encoded(parameter.example()))
                    .collect(Collectors.joining("&"));
            asked.add("/queries/" + query.name() + (parameters.isEmpty() ? "" : "?" + parameters));
        }
        List<String> heavy = new ArrayList<>();
        int views = 0;
        for (String path : asked) {
            List<String> paths = new ArrayList<>(List.of(path));
            Matcher others = VIEW.matcher(text(compressed(path)));
            while (others.find()) {
                paths.add(others.group(1));
            }
            views += paths.size();
            for (String view : paths) {
                int bytes = weight(view);
                if (bytes > MOST_BYTES) {
                    heavy.add(view + ": " + bytes);
                }
            }
        }
        assertEquals(List.of(), heavy);
        assertTrue(views > 2 * asked.size(), "views: " + views);
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
