package org.genevagraph.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.genevagraph.Alone;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.worker.Places;
import org.genevagraph.query.worker.WorkerPool;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that would run on, grow, or reach out are refused as a whole; never is an answer cut, never a call made. */
@Alone
class HostileQueriesTest {
    private static final Limits TIGHT =
            Limits.STANDARD.withTime(Duration.ofMillis(800)).withRows(5_000);

    private static SnapshotServer server;
    private static Http http;
    private static HttpServer elsewhere;
    private static final AtomicInteger CALLS = new AtomicInteger();

    @BeforeAll
    static void start() throws IOException, ProblemException {
        Snapshot snapshot = Mini.realSnapshot();
        Served served = Served.of(snapshot, Mini.queries(), TIGHT, new WorkerPool(snapshot, Places.STANDARD));
        server = SnapshotServer.start(served, "127.0.0.1", 0);
        http = new Http(server.address());
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            CALLS.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        elsewhere.stop(0);
    }

    static List<String> endless() {
        String product = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l";
        String backtracking = "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"";
        return List.of(
                "SELECT * { " + product + " } ORDER BY ?c ?f ?i",
                "SELECT ?a (COUNT(*) AS ?n) { " + product + " } GROUP BY ?a",
                "SELECT DISTINCT ?b ?e ?h ?k { " + product + " }",
                "SELECT (COUNT(*) AS ?n) { " + product + " }",
                "SELECT (GROUP_CONCAT(STR(?c)) AS ?n) { " + product + " }",
                "SELECT (SUM(STRLEN(STR(?c))) AS ?n) { " + product + " FILTER (?a != ?d) }",
                "CONSTRUCT { ?a ?e ?i } { " + product + " }",
                "ASK { " + product + " FILTER (CONCAT(STR(?a), STR(?d), STR(?g), STR(?j)) = \"x\") }",
                "SELECT * { " + product + " MINUS { ?a ?x ?y . ?d ?z ?c } } ORDER BY ?l",
                "SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i OPTIONAL { ?j ?k ?l } } } } ORDER BY ?l",
                "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x:p>)* ?b . ?b (!<urn:x:q>)* ?c }",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER REGEX(" + backtracking + ", \"^(.*a){20}b$\") }",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER EXISTS { ?s ?q ?r FILTER REGEX(" + backtracking
                        + ", \"(a*a*a*a*a*a*a*a*)b\") } }",
                "SELECT (REPLACE(" + backtracking + ", \"(.*a){20}b\", \"b\") AS ?n) {}",
                "SELECT ?n { BIND (IF(REGEX(" + backtracking + ", \"(.*.*.*.*.*.*.*.*)=\"), 1, 2) AS ?n) }");
    }

    @ParameterizedTest
    @MethodSource("endless")
    void endlessWorkIsStoppedAndRefused(String query) {
        HttpResponse<String> response = http.sparql(query, "Accept", "*/*");
        // Whichever limit it comes to first: only what ran too long may be asked again.
        boolean late = response.body().contains("more time than");
        assertEquals(503, response.statusCode(), response::body);
        assertTrue(response.body().contains("which is the limit"), response::body);
        assertEquals(late, response.headers().firstValue("Retry-After").isPresent());
    }

    @Test
    void answersOverTheRowLimitAreRefusedWhole() {
        HttpResponse<String> response = http.sparql("SELECT * { ?s ?p ?o }", "Accept", "text/csv");
        assertEquals(503, response.statusCode());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
        assertTrue(response.headers().firstValue("Retry-After").isEmpty());
        assertTrue(response.body().contains("LIMIT"), response::body);
        assertTrue(response.body().contains("more than 5000 rows"), response::body);
        assertTrue(http.sparql("CONSTRUCT WHERE { ?s ?p ?o }").body().contains("more than 5000 triples"));
        HttpResponse<String> justEnough = http.sparql("SELECT * { ?s ?p ?o } LIMIT 5000", "Accept", "text/csv");
        assertEquals(5001, justEnough.body().lines().count());
    }

    @Test
    void stringsStopGrowing() {
        StringBuilder query = new StringBuilder("SELECT (STRLEN(?s30) AS ?n) { BIND (\"xxxxxxxx\" AS ?s0) ");
        for (int i = 1; i <= 30; i++) {
            query.append("BIND (CONCAT(?s")
                    .append(i - 1)
                    .append(", ?s")
                    .append(i - 1)
                    .append(") AS ?s")
                    .append(i)
                    .append(") ");
        }
        HttpResponse<String> response = http.sparql(query + "}");
        assertEquals(503, response.statusCode(), response::body);
        assertTrue(response.body().contains("characters"), response::body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
                "SELECT * { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } } }",
                "SELECT (EXISTS { SERVICE <%s> { ?s ?p ?o } } AS ?e) {}",
                "SELECT * { BIND (<%s> AS ?x) SERVICE ?x { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o MINUS { OPTIONAL { SERVICE <%s> { ?s ?p ?o } } } }",
                "ASK { GRAPH ?g { SERVICE <%s> { ?s ?p ?o } } }",
                "SELECT * FROM <%s> { ?s ?p ?o }",
                "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"
            })
    void nothingIsFetchedFromElsewhere(String query) {
        String address = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/data.ttl";
        HttpResponse<String> response = http.sparql(query.replace("%s", address));
        assertEquals(403, response.statusCode(), response::body);
        assertEquals(0, CALLS.get());
    }

    @Test
    void graphsNamedInTheRequestAreNotFetchedEither() {
        String address =
                Http.encoded("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/data.ttl");
        assertEquals(
                403,
                http.get("/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D&default-graph-uri=" + address)
                        .statusCode());
        assertEquals(
                403,
                http.get("/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D&named-graph-uri=" + address)
                        .statusCode());
        assertEquals(
                403,
                http.post("/sparql", "application/sparql-query", "LOAD <" + address + ">")
                        .statusCode());
        assertEquals(0, CALLS.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<java:java.lang.System.exit>(1) AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#wait>(20000) AS ?x) {}",
                "SELECT (<java:org.apache.jena.sparql.function.library.wait>(20000) AS ?x) {}",
                "SELECT * { ?x <java:org.apache.jena.sparql.pfunction.library.splitIRI> (?a ?b) }",
                "SELECT * { ?x <http://jena.apache.org/ARQ/property#strSplit> (\"a b\" \" \") }"
            })
    void functionsOfTheLibraryAreNotLoaded(String query) {
        HttpResponse<String> response = http.sparql(query, "Accept", "text/csv");
        assertEquals(400, response.statusCode(), response::body);
        String called = query.replaceFirst(".*?<(?=java:|http://jena)([^>]*)>.*", "$1");
        assertTrue(response.body().contains("<" + called + ">"), response::body);
    }

    @Test
    void longAndDeepQueriesAreRefusedBeforeTheyAreParsed() throws IOException {
        HttpResponse<String> tooLong =
                http.post("/sparql", "application/sparql-query", "ASK {} #" + "x".repeat(70_000));
        assertEquals(400, tooLong.statusCode());
        assertTrue(tooLong.body().contains("characters"), tooLong::body);
        String deep = "ASK " + "{".repeat(500) + "}".repeat(500);
        assertTrue(http.post("/sparql", "application/sparql-query", deep).body().contains("deeper than 64"));
        assertEquals("HTTP/1.1 413 Payload Too Large", http.announce("/sparql", "application/sparql-query", 2_000_000));
    }

    @Test
    void aClientMayAskForLessTimeNeverForMore() {
        String query = "/sparql?query=" + Http.encoded("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        assertTrue(http.get(query + "&timeout=0.2").body().contains("0.2 s"));
        assertTrue(http.get(query + "&timeout=60").body().contains("0.8 s"));
        assertEquals(400, http.get(query + "&timeout=soon").statusCode());
    }
}
