package org.genevagraph.serve.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.json.JSON;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.serve.Crawl;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.monitor.AccessLog;
import org.genevagraph.serve.monitor.Addresses;
import org.genevagraph.serve.monitor.JsonLines;
import org.genevagraph.serve.monitor.Monitor;
import org.genevagraph.serve.traffic.TrafficLimits;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server behind a real nginx and a real Apache, with TLS and below a path, by the example files for operators. */
class RealProxyTest {
    private static final String PATH = Proxy.PATH;
    private static final String CLIENT = "127.0.0.2";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Proxy.class)
    void theSiteIsWholeBehindIt(Proxy proxy)
            throws IOException, ProblemException, GeneralSecurityException, InterruptedException {
        proxy.isNeeded();
        int port = Proxy.freePort();
        Base base = Base.parse("https://localhost:" + port + PATH);
        BlockingQueue<String> access = new LinkedBlockingQueue<>();
        Monitor monitor = new Monitor(
                Optional.of(new AccessLog(JsonLines.to(access::add), Addresses.whole, Clock.systemUTC())),
                Optional.empty());
        Served served = Mini.served();
        Placement placement = new Placement(Optional.of(base), Proxies.parse(List.of("127.0.0.1")), Set.of());
        Certificate certificate = Certificate.make(folder);
        try (SnapshotServer server =
                SnapshotServer.start(served, "127.0.0.1", 0, TrafficLimits.STANDARD, placement, monitor, false)) {
            Map<String, String> places =
                    Map.of("127.0.0.1:3030", URI.create(server.address()).getAuthority());
            try (Proxy.Running running = proxy.start(folder, proxy.example, port, certificate, places)) {
                HttpClient client = HttpClient.newBuilder()
                        .sslContext(certificate.trusting())
                        .build();
                linksAndRedirectsLeadBelowThePath(base, client);
                descriptionsNameThePlace(base, client);
                toolsAndQueriesAreReached(base, client);
                access.clear();
                whatClientsForgeIsNotBelieved(base, certificate, access);
            }
        }
    }

    private static HttpResponse<String> get(HttpClient client, String address, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static void linksAndRedirectsLeadBelowThePath(Base base, HttpClient client)
            throws IOException, InterruptedException {
        URI home = URI.create(base.url() + "/");
        Crawl crawl = new Crawl(home, home, client);
        crawl.follow(60);
        assertEquals(List.of(), crawl.faults());
        assertTrue(crawl.visited().size() >= 60, "visited: " + crawl.visited().size());
        HttpResponse<String> bare = get(client, base.url());
        assertEquals(301, bare.statusCode());
        assertEquals(home, URI.create(base.url()).resolve(header(bare, "Location")));
        for (Map.Entry<String, String> moved : Map.of(
                        "/id/organisation/GCSP", "/id/organisation/gcsp",
                        "/queries/", "/queries",
                        "/%71ueries", "/queries",
                        "/Queries?x=%2F%26", "/queries?x=%2F%26")
                .entrySet()) {
            HttpResponse<String> response = get(client, base.url() + moved.getKey(), "Accept", "text/html");
            assertEquals(3, response.statusCode() / 100, moved.getKey());
            assertEquals(
                    base.url() + moved.getValue(),
                    URI.create(base.url() + "/")
                            .resolve(header(response, "Location"))
                            .toString());
        }
        HttpResponse<String> page = get(client, base.url() + "/docs", "Accept", "text/html");
        assertTrue(header(page, "Strict-Transport-Security").startsWith("max-age="));
        assertEquals(
                304,
                get(client, base.url() + "/docs", "Accept", "text/html", "If-None-Match", header(page, "ETag"))
                        .statusCode());
        assertEquals("gzip", header(get(client, base.url() + "/docs", "Accept-Encoding", "gzip"), "Content-Encoding"));
        assertEquals(404, get(client, base.url() + "/nowhere").statusCode());
        assertEquals(403, get(client, base.url() + "/metrics").statusCode());
        assertEquals(200, get(client, base.url() + "/health").statusCode());
    }

    private static void descriptionsNameThePlace(Base base, HttpClient client)
            throws IOException, InterruptedException {
        String servers = JSON.parse(get(client, base.url() + "/openapi.json").body())
                .get("servers")
                .getAsArray()
                .get(0)
                .getAsObject()
                .getString("url");
        assertEquals(base.url(), servers);
        assertTrue(get(client, base.url() + "/sparql", "Accept", "text/turtle")
                .body()
                .contains("<" + base.url() + "/sparql>"));
        assertTrue(get(client, base.url() + "/robots.txt").body().contains(base.url() + "/sitemap.xml"));
        assertTrue(get(client, base.url() + "/reconcile").body().contains(base.url() + "/reconcile"));
        assertTrue(get(client, base.url() + "/id/organisation/gcsp.ttl")
                .body()
                .contains("https://w3id.org/geneva-graph/id/organisation/gcsp"));
    }

    private static HttpResponse<String> post(
            HttpClient client, String address, String type, String body, String... headers)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .headers(headers)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void toolsAndQueriesAreReached(Base base, HttpClient client)
            throws IOException, InterruptedException {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        String accept = "application/json, text/event-stream";
        String mcp = base.url() + "/mcp";
        assertEquals(
                200,
                post(client, mcp, "application/json", ping, "Accept", accept).statusCode());
        assertEquals(
                200,
                post(client, mcp, "application/json", ping, "Accept", accept, "Origin", base.origin())
                        .statusCode());
        assertEquals(
                403,
                post(client, mcp, "application/json", ping, "Accept", accept, "Origin", "https://evil.example")
                        .statusCode());
        String sparql = base.url() + "/sparql";
        String query = "SELECT (COUNT(*) AS ?n) { ?s a ?o }";
        HttpResponse<String> posted = post(client, sparql, "application/sparql-query", query, "Accept", "text/csv");
        assertEquals(200, posted.statusCode(), posted.body());
        assertTrue(posted.body().matches("n\r\n\\d+\r\n"), posted.body());
        assertEquals(
                posted.body(),
                get(client, sparql + "?query=" + Http.encoded(query), "Accept", "text/csv")
                        .body());
        // Apache says 502 of a body that is refused while it comes.
        int tooLarge = post(client, sparql, "application/sparql-query", "#".repeat(300_000), "Accept", "text/csv")
                .statusCode();
        assertTrue(tooLarge == 413 || tooLarge == 502, "status " + tooLarge);
    }

    /** What a client that is not the proxy says of its own way here, from an address of its own. */
    private static void whatClientsForgeIsNotBelieved(Base base, Certificate certificate, BlockingQueue<String> access)
            throws IOException, InterruptedException {
        int port = Integer.parseInt(base.host().replaceFirst(".*:", ""));
        String answer = certificate.ask(
                CLIENT,
                port,
                "GET " + PATH + "/robots.txt HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n"
                        + "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: http\r\n"
                        + "X-Forwarded-Prefix: /evil\r\nForwarded: for=203.0.113.9;host=evil.example\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertFalse(answer.contains("evil"), answer);
        String line = access.poll(20, TimeUnit.SECONDS);
        // A request that the proxy gave up is logged when the server is done with it, which may be later.
        while (line != null && !line.contains("/robots.txt")) {
            line = access.poll(20, TimeUnit.SECONDS);
        }
        assertNotNull(line);
        assertEquals(CLIENT, JSON.parse(line).getString("client"), line);
    }
}
