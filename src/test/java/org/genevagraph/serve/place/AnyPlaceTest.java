package org.genevagraph.serve.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.serve.Crawl;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.traffic.TrafficLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server below the path of another host, and what headers that nobody vouches for can do: nothing. */
class AnyPlaceTest extends RealServer {
    private static final String BASE = "https://example.org/graphs/geneva";
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String[] ADDRESSES = {
        "/",
        "/queries",
        "/queries/partners?organisation=gcsp",
        "/queries/partners",
        "/openapi.json",
        "/id",
        "/id/organisation",
        "/id/organisation/gcsp",
        "/id/organisation/GCSP",
        "/search",
        "/search?q=geneva",
        "/search?q=gcsp",
        "/network",
        "/matrix",
        "/map",
        "/sparql",
        "/graph",
        "/graph/statements-gcsp",
        "/.well-known/void",
        "/dump",
        "/changes",
        "/changes.atom",
        "/reconcile",
        "/shapes",
        "/ontology",
        "/robots.txt",
        "/sitemap.xml",
        "/opensearch.xml",
        "/llms.txt",
        "/docs/api",
        "/docs/cite",
        "/docs/query",
        "/docs/reconcile",
        "/queries/",
        "/nowhere"
    };
    private static final List<String> TYPES = List.of("text/html", "text/turtle", "application/json", "*/*");

    private static SnapshotServer below;

    @BeforeAll
    static void startBelow() throws IOException, ProblemException {
        below = serve(new Placement(Optional.of(Base.parse(BASE)), Proxies.NONE, Set.of()), TrafficLimits.STANDARD);
    }

    @AfterAll
    static void stopBelow() {
        below.close();
    }

    private static SnapshotServer serve(Placement placement, TrafficLimits limits)
            throws IOException, ProblemException {
        Served served = Mini.served();
        return SnapshotServer.start(served, "127.0.0.1", 0, limits, placement);
    }

    /** The whole answer to a request with any header, the name of the host included. */
    private static String raw(SnapshotServer server, String method, String path, String body, String... headers)
            throws IOException {
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            String head = method + " " + path + " HTTP/1.1\r\nConnection: close\r\nContent-Length: " + body.length()
                    + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n" + body;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void linksStayBelowTheBase() throws IOException {
        Crawl crawl = new Crawl(URI.create(BASE + "/"), URI.create(below.address()), HttpClient.newHttpClient());
        crawl.follow(260);
        assertEquals(List.of(), crawl.faults());
        assertTrue(crawl.visited().size() >= 200, "visited: " + crawl.visited().size());
        assertTrue(crawl.kinds().size() >= 12, "kinds of pages: " + crawl.kinds());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theProxyMayTakeThePathOffOrNot(boolean off) {
        Http there = new Http(below.address());
        String prefix = off ? "" : "/graphs/geneva";
        HttpResponse<String> page = there.get(prefix + "/id/organisation/GCSP?lang=fr", "Accept", "text/html");
        assertEquals(302, page.statusCode());
        assertEquals("/graphs/geneva/id/organisation/gcsp?lang=fr", header(page, "Location"));
        assertTrue(there.get(prefix + "/openapi.json").body().contains("\"" + BASE + "\""));
        assertTrue(there.get(prefix + "/reconcile").body().contains(BASE + "/reconcile"));
        assertTrue(there.get(prefix + "/robots.txt").body().contains(BASE + "/sitemap.xml"));
        assertTrue(there.get(prefix + "/sparql", "Accept", "text/turtle").body().contains(BASE + "/sparql"));
        String thing = there.get(prefix + "/id/organisation/gcsp.ttl").body();
        assertTrue(thing.contains("https://w3id.org/geneva-graph/id/organisation/gcsp") && !thing.contains(BASE));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noForeignNameIsRepeated(boolean withBase) throws IOException {
        for (String address : ADDRESSES) {
            for (String type : TYPES) {
                String answer = raw(
                        withBase ? below : server,
                        "GET",
                        address,
                        "",
                        "Host: evil.example",
                        "Accept: " + type,
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Proto: evil.example",
                        "X-Forwarded-Prefix: /evil.example",
                        "X-Forwarded-For: evil.example",
                        "X-Original-URL: /evil.example",
                        "Forwarded: host=evil.example;proto=https");
                assertTrue(answer.startsWith("HTTP/1.1 "), answer);
                assertFalse(answer.contains("evil.example"), address + " as " + type);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/graph, true",
        "/graph/geneva, true",
        "/id, true",
        "/sparql, true",
        "/network, true",
        "/graphs, false",
        "/graphs/geneva, false",
        "'', false"
    })
    void aPathOfItsOwnIsKnownAsSuch(String path, boolean own) {
        assertEquals(own, server.hasAddress(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp;x=1", "/./mcp", "/x/../mcp", "/health/../mcp", "/%6dcp"})
    void toolsHaveNoOtherNameAtWhichNobodyAsksForTheOrigin(String path) throws IOException {
        String answer = raw(
                server,
                "POST",
                path,
                INITIALIZE,
                "Host: 127.0.0.1",
                "Content-Type: application/json",
                "Accept: application/json, text/event-stream",
                "Origin: https://evil.example");
        assertTrue(answer.startsWith("HTTP/1.1 308 "), answer);
        assertTrue(answer.contains("Location: /mcp"), answer);
    }

    @Test
    void withABaseNothingDependsOnTheHost() throws IOException {
        String one =
                raw(below, "GET", "/queries/partners?organisation=gcsp", "", "Host: a.example", "Accept: text/html");
        String other =
                raw(below, "GET", "/queries/partners?organisation=gcsp", "", "Host: example.org", "Accept: text/html");
        assertEquals(one.replaceAll("Date: .*", ""), other.replaceAll("Date: .*", ""));
    }

    @Test
    void onlyTheProxyThatIsNamedIsBelieved() throws IOException, ProblemException {
        Placement placement = new Placement(Optional.empty(), Proxies.parse(List.of("127.0.0.0/8")), Set.of());
        try (SnapshotServer behind = serve(placement, TrafficLimits.STANDARD.withClient(100, 1, 3))) {
            String robots = raw(
                    behind,
                    "GET",
                    "/robots.txt",
                    "",
                    "Host: 127.0.0.1",
                    // What the client made up stands before what the proxy added.
                    "X-Forwarded-Host: evil.example, example.org",
                    "X-Forwarded-Proto: https",
                    "X-Forwarded-Prefix: /graphs/geneva/",
                    "X-Forwarded-For: 192.0.2.1");
            assertTrue(robots.contains(BASE + "/sitemap.xml") && robots.contains("Vary: "), robots);
            assertTrue(robots.contains("X-Forwarded-Host"), robots);
            String standard = raw(
                    behind,
                    "GET",
                    "/robots.txt",
                    "",
                    "Host: 127.0.0.1",
                    "Forwarded: for=\"[2001:db8::1]:80\";host=example.org;proto=https");
            assertTrue(standard.contains("https://example.org/sitemap.xml"), standard);
            String both = raw(
                    behind,
                    "GET",
                    "/robots.txt",
                    "",
                    "Host: 127.0.0.1",
                    "X-Forwarded-For: 192.0.2.1",
                    "Forwarded: for=x");
            assertTrue(both.startsWith("HTTP/1.1 400 "), both);
            // Each client is held back by itself, under the address that the proxy saw.
            String status = "";
            for (int i = 0; i < 5; i++) {
                status = raw(
                        behind,
                        "GET",
                        "/robots.txt",
                        "",
                        "Host: 127.0.0.1",
                        "X-Forwarded-For: 198.51.100." + i + ", 192.0.2.7, 127.0.0.3");
            }
            assertTrue(status.startsWith("HTTP/1.1 429 "), status);
            String next =
                    raw(behind, "GET", "/robots.txt", "", "Host: 127.0.0.1", "X-Forwarded-For: 192.0.2.7, 192.0.2.8");
            assertTrue(next.startsWith("HTTP/1.1 200 "), next);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, , 200",
        "localhost:3030, , 200",
        "[::1], , 200",
        "example.org, https://example.org, 200",
        "tools.example, http://tools.example, 200",
        "evil.example, , 421",
        "127.0.0.1, https://evil.example, 403",
        "127.0.0.1, http://example.org, 403",
        "127.0.0.1, null, 403",
    })
    void toolsAreForOwnPagesAndPrograms(String host, String origin, int status) throws IOException, ProblemException {
        Placement placement =
                new Placement(Optional.of(Base.parse(BASE)), Proxies.NONE, Set.of()).named("tools.example");
        try (SnapshotServer tools = serve(placement, TrafficLimits.STANDARD)) {
            String answer = raw(
                    tools,
                    "POST",
                    "/mcp",
                    INITIALIZE,
                    "Host: " + host,
                    "Content-Type: application/json",
                    "Accept: application/json, text/event-stream",
                    origin == null ? "X-Nothing: 1" : "Origin: " + origin);
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
            assertEquals(
                    status == 200 && origin != null,
                    origin != null && answer.contains("Access-Control-Allow-Origin: " + origin),
                    answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org/graphs",
                "ftp://example.org/",
                "https://example.org/?a=b",
                "https://example.org/#a",
                "https:///graphs",
                "https:example.org",
                "https://user@example.org/",
                "https://example.org/a b",
                "https://example.org/a%20b",
                "https://example.org//a",
                "https://example.org/../a",
                ""
            })
    void aBaseThatIsNoneIsRefused(String text) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Base.parse(text))
                .getMessage()
                .contains("– write https://"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/graphs/geneva/, https://example.org/graphs/geneva",
        "HTTPS://Example.org:443, https://example.org",
        "http://[::1]:8080/x, http://[::1]:8080/x"
    })
    void aBaseHasOneSpelling(String text, String url) {
        assertEquals(url, Base.parse(text).url());
    }
}
