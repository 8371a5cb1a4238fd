package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.Mini;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.http.Served;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server as its clients meet it: real Fuseki, real HTTP, the project's own data. */
class ServerTest extends RealServer {
    private static final String SHARED = "/queries/shared-partners.csv?a=GCSP&b=cyberpeace-institute&scope=involved";

    @Test
    void aCannedQueryAnswersInCsvWithVersionAndPassages() {
        HttpResponse<String> response = http.get(SHARED);
        assertEquals(200, response.statusCode());
        assertEquals("text/csv;charset=utf-8", header(response, "Content-Type").replace(" ", ""));
        assertEquals(server.served().snapshot().version(), header(response, "X-Graph-Version"));
        List<String> lines = response.body().lines().toList();
        assertTrue(lines.get(0).startsWith("partner,partnerLabel,side,"), lines.get(0));
        assertEquals(4, lines.size());
        assertTrue(
                lines.stream().skip(1).allMatch(line -> line.contains("/organisation/european-union,European Union,")));
        assertTrue(lines.stream().skip(1).allMatch(line -> line.contains("https://w3id.org/geneva-graph/id/passage/")));
    }

    @ParameterizedTest
    @CsvSource({
        "csv, text/csv",
        "tsv, text/tab-separated-values",
        "json, application/sparql-results+json",
        "xml, application/sparql-results+xml",
        "html, text/html",
        "rq, application/sparql-query"
    })
    void everyFormatHasItsEnding(String ending, String type) {
        HttpResponse<String> response = http.get(SHARED.replace(".csv", "." + ending));
        assertEquals(200, response.statusCode());
        assertTrue(header(response, "Content-Type").startsWith(type), header(response, "Content-Type"));
        assertTrue(response.body().contains(ending.equals("rq") ? "SELECT" : "European Union"), response::body);
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, text/csv",
        "application/sparql-results+json, application/sparql-results+json",
        "application/sparql-results+xml, application/sparql-results+xml",
        "text/html, text/html",
        "*/*, application/sparql-results+json"
    })
    void theFormatIsNegotiated(String accept, String type) {
        HttpResponse<String> response = http.get(SHARED.replace(".csv", ""), "Accept", accept);
        assertTrue(header(response, "Content-Type").startsWith(type), header(response, "Content-Type"));
        assertTrue(response.headers().allValues("Vary").toString().contains("Accept"));
    }

    @Test
    void whatTheClientHasIsNotSentAgain() {
        String tag = header(http.get(SHARED), "ETag");
        HttpResponse<String> again = http.get(SHARED, "If-None-Match", tag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(200, http.get(SHARED, "If-None-Match", "\"other\"").statusCode());
    }

    @Test
    void silenceIsSaidAloud() {
        HttpResponse<String> response = http.get("/queries/shared-partners.csv?a=gcsp&b=cyberpeace-institute");
        assertEquals(1, response.body().lines().count());
        String note = header(response, "X-Answer-Note");
        assertTrue(
                note.contains(
                        "state no partner that the Geneva Centre for Security Policy and the CyberPeace Institute share"),
                note);
        assertTrue(note.contains("Geneva Centre for Security Policy is profiled"), note);
        assertTrue(note.contains("CyberPeace Institute is profiled"), note);
        assertTrue(note.contains("scope=involved"), note);
    }

    @Test
    void theSameAnswerComesInPlainSparql() {
        HttpResponse<String> response = http.sparql("""
                PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                PREFIX org: <https://w3id.org/geneva-graph/id/organisation/>
                SELECT DISTINCT ?third WHERE {
                  org:gcsp gg:involvedIn/^gg:involvedIn ?third .
                  org:cyberpeace-institute gg:involvedIn/^gg:involvedIn ?third .
                }
                """, "Accept", "text/csv");
        assertEquals(
                "third\nhttps://w3id.org/geneva-graph/id/organisation/european-union\n",
                response.body().replace("\r", ""));
    }

    @Test
    void queriesCanBePosted() {
        String ask = "ASK { ?s ?p ?o }";
        for (HttpResponse<String> response : List.of(
                http.post("/sparql", "application/sparql-query", ask),
                http.post("/sparql", "application/x-www-form-urlencoded", "query=" + Http.encoded(ask)))) {
            assertEquals(200, response.statusCode(), response::body);
            assertTrue(response.body().replace(" ", "").contains("\"boolean\":true"), response::body);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, text/turtle",
        "application/ld+json, application/ld+json",
        "application/n-triples, application/n-triples",
        "application/rdf+xml, application/rdf+xml",
        "*/*, text/turtle"
    })
    void graphsComeInTheirFormats(String accept, String type) {
        HttpResponse<String> response =
                http.sparql("DESCRIBE <https://w3id.org/geneva-graph/id/organisation/gcsp>", "Accept", accept);
        assertEquals(200, response.statusCode(), response::body);
        assertTrue(header(response, "Content-Type").startsWith(type), header(response, "Content-Type"));
        assertTrue(response.body().contains("Geneva Centre for Security Policy"));
    }

    @Test
    void withoutAQueryTheServiceDescribesItself() {
        assertTrue(http.get("/sparql", "Accept", "text/turtle").body().contains("SPARQL11Query"));
        assertTrue(http.get("/sparql", "Accept", "text/html").body().contains("<textarea"));
    }

    @Test
    void graphsOfTheDatasetCanBeNamed() {
        String graph = "https://w3id.org/geneva-graph/graph/statements-gcsp";
        String count = "SELECT (COUNT(*) AS ?n) FROM <" + graph + "> WHERE { ?s ?p ?o }";
        long triples = server.served().snapshot().triplesPerGraph().get("statements-gcsp");
        assertEquals(
                "n\n" + triples + "\n",
                http.sparql(count, "Accept", "text/csv").body().replace("\r", ""));
        String plain = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }";
        assertEquals(
                "n\n" + triples + "\n",
                http.get(
                                "/sparql?query=" + Http.encoded(plain) + "&default-graph-uri=" + Http.encoded(graph),
                                "Accept",
                                "text/csv")
                        .body()
                        .replace("\r", ""));
    }

    @Test
    void anyOriginMayReadWithoutCredentials() {
        HttpResponse<String> response = http.get("/health", "Origin", "https://example.org");
        assertEquals("*", header(response, "Access-Control-Allow-Origin"));
        assertEquals("", header(response, "Access-Control-Allow-Credentials"));
        HttpResponse<String> preflight = http.method(
                "OPTIONS", "/sparql", "Origin", "https://example.org", "Access-Control-Request-Method", "PUT");
        assertEquals(204, preflight.statusCode());
        assertEquals("GET, HEAD, POST, OPTIONS", header(preflight, "Access-Control-Allow-Methods"));
    }

    @Test
    void everyResponseHasItsSafetyHeaders() {
        for (String path :
                List.of("/", "/queries", "/sparql?query=ASK%7B%7D", "/nothing", "/health", "/assets/style.css")) {
            HttpResponse<String> response = http.get(path);
            assertEquals("nosniff", header(response, "X-Content-Type-Options"), path);
            assertTrue(header(response, "Content-Security-Policy").contains("default-src 'self'"), path);
            assertEquals(server.served().snapshot().version(), header(response, "X-Graph-Version"), path);
        }
    }

    @Test
    void healthTellsWhatIsServed() {
        JsonObject health = JSON.parse(http.get("/health").body());
        assertEquals("up", health.getString("status"));
        assertEquals(server.served().snapshot().version(), health.getString("version"));
    }

    @Test
    void theCatalogueListsEveryQueryWithItsParameters() {
        String json = http.get("/queries", "Accept", "application/json").body();
        for (var query : server.served().catalogue().all()) {
            assertTrue(json.contains("\"" + query.name() + "\""), query.name());
        }
        assertTrue(http.get("/queries", "Accept", "text/html")
                .body()
                .contains("Which partners do two organisations share?"));
        assertTrue(http.get("/queries/shared-partners", "Accept", "text/html")
                .body()
                .contains("<form"));
    }

    @Test
    void theHomePageShowsQuestionsAndNumbers() {
        String page = http.get("/", "Accept", "text/html").body();
        assertTrue(page.contains("Which partners do two organisations share?"));
        assertTrue(page.contains("Organisation"));
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        HttpResponse<String> response = http.method("HEAD", SHARED);
        assertEquals(200, response.statusCode());
        assertEquals("", response.body());
    }

    @Test
    void answersAreCompressedOnRequest() {
        assertEquals("gzip", header(http.get("/queries", "Accept-Encoding", "gzip"), "Content-Encoding"));
        problem(http.post("/sparql", "application/sparql-query", "ASK {}", "Content-Encoding", "gzip"), 415);
    }

    @Test
    void aTakenPortIsTold() {
        int port = Integer.parseInt(server.address().replaceAll(".*:(\\d+)/", "$1"));
        Assertions.assertThrows(
                BindException.class,
                () -> SnapshotServer.start(server.served(), "127.0.0.1", port).close());
    }

    @Test
    void publishingSwapsTheWholeSnapshot() throws IOException {
        Served small = Served.of(Mini.snapshot(), server.served().catalogue(), Limits.STANDARD);
        Served real = server.served();
        try (SnapshotServer other = SnapshotServer.start(real, "127.0.0.1", 0)) {
            Http client = new Http(other.address());
            other.publish(small);
            assertEquals(small.snapshot().version(), header(client.get("/health"), "X-Graph-Version"));
            assertEquals(
                    200, client.get("/queries/partners.csv?organisation=alpha").statusCode());
            assertEquals(
                    400, client.get("/queries/partners.csv?organisation=gcsp").statusCode());
        }
    }

    @Test
    void everyExampleInTheHeadersAnswers() {
        for (var query : server.served().catalogue().all()) {
            String parameters = query.parameters().stream()
                    .map(parameter -> Map.entry(parameter.name(), parameter.example()))
                    .map(entry -> entry.getKey() + "=" + Http.encoded(entry.getValue()))
                    .collect(Collectors.joining("&"));
            HttpResponse<String> response = http.get("/queries/" + query.name() + ".csv?" + parameters);
            assertEquals(200, response.statusCode(), response::body);
            assertTrue(response.body().lines().count() > 1, query.name() + " answers nothing to its own example");
        }
    }
}
