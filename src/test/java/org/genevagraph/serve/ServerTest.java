package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.Limits;
import org.genevagraph.query.QueryCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as its clients meet it: real Fuseki, real HTTP, the project's own data. */
class ServerTest {
    private static final String SHARED = "/queries/shared-partners.csv?a=GCSP&b=cyberpeace-institute&scope=involved";

    private static SnapshotServer server;
    private static Http http;

    @BeforeAll
    static void start() throws IOException, ProblemException {
        Served served = Served.of(Mini.realSnapshot(), QueryCatalogue.read(Path.of("queries")), Limits.STANDARD);
        server = SnapshotServer.start(served, "127.0.0.1", 0);
        http = new Http(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonObject problem(HttpResponse<String> response, int status) {
        assertEquals(status, response.statusCode(), response::body);
        assertEquals("application/problem+json", header(response, "Content-Type"));
        JsonObject problem = JSON.parse(response.body());
        assertEquals(status, problem.get("status").getAsNumber().value().intValue());
        assertFalse(problem.getString("cause").isEmpty());
        assertFalse(response.body().contains("\tat ") || response.body().contains("Exception"), response::body);
        return problem;
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void aCannedQueryAnswersInCsvWithVersionAndPassages() {
        HttpResponse<String> response = http.get(SHARED);
        assertEquals(200, response.statusCode());
        assertEquals("text/csv;charset=utf-8", header(response, "Content-Type").replace(" ", ""));
        assertEquals(server.served().snapshot().version(), header(response, "X-Graph-Version"));
        assertEquals("\"" + server.served().snapshot().version() + "\"", header(response, "ETag"));
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
                note.contains("state no partner that Geneva Centre for Security Policy and CyberPeace Institute share"),
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
    void mistypedThingsAreToldTheNearestNames() {
        JsonObject problem = problem(http.get("/queries/shared-partners.csv?a=gscp&b=cyberpeace-institute"), 400);
        assertEquals("a: no organisation is called 'gscp'", problem.getString("cause"));
        assertTrue(problem.getString("mend").startsWith("did you mean gcsp"), problem.getString("mend"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/queries/shared-partner.csv?a=gcsp&b=nato | 404 | there is no query 'shared-partner' | did you mean shared-partners?",
                "/queries/shared-partners.csw?a=gcsp&b=nato | 404 | there is no format 'csw' | did you mean csv?",
                "/queries/shared-partners.csv?a=gcsp | 400 | shared-partners needs the parameter b: the other organisation | for example b=cyberpeace-institute",
                "/queries/shared-partners.csv?a=gcsp&b=nato&scop=involved | 400 | shared-partners has no parameter 'scop' | did you mean scope?",
                "/queries/shared-partners.csv?a=gcsp&b=nato&scope=all | 400 | scope: 'all' is not a choice | choose one of partner, involved",
                "/queries/shared-partners.csv?a=gcsp&a=nato&b=nato | 400 | the parameter 'a' is given more than once | give it once",
                "/queries/why.csv?subject=');DROP | 400 | subject: no organisation or initiative or issue or action-line or sdg or objective or commitment or document or place is called '');DROP' | look it up by its name",
                "/nothing | 404 | there is nothing at /nothing | start at /",
                "/queries/why.ttl?subject=gcsp | 404 | this query does not answer in the format ttl | take csv, tsv, json or xml"
            })
    void badInputIsAnsweredWithCauseAndMend(String path, int status, String cause, String mend) {
        JsonObject problem = problem(http.get(path.replace("'", "%27")), status);
        assertEquals(cause, problem.getString("cause"));
        assertEquals(mend, problem.getString("mend"));
    }

    @Test
    void browsersGetAPageForAProblem() {
        HttpResponse<String> response =
                http.get("/queries/why.html?subject=%3Cscript%3Ealert(1)%3C/script%3E", "Accept", "text/html");
        assertEquals(400, response.statusCode());
        assertTrue(header(response, "Content-Type").startsWith("text/html"));
        assertFalse(response.body().contains("<script>alert"), response::body);
        assertTrue(response.body().contains("&lt;script&gt;alert(1)"), response::body);
    }

    @Test
    void aBrokenQueryIsToldWithLineAndColumn() {
        JsonObject problem = problem(http.sparql("SELECT *\nWHERE { ?s ?p }"), 400);
        assertEquals("the query is broken at line 2, column 15: '}' is not expected there", problem.getString("cause"));
    }

    @Test
    void unknownParametersOfTheProtocolAreRefused() {
        problem(http.get("/sparql?query=ASK%7B%7D&stylesheet=%22%3E%3Cx"), 400);
        problem(http.get("/sparql?query=ASK%7B%7D&callback=alert"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "MOVE"})
    void methodsThatWriteAreRefused(String method) {
        long before = server.served().snapshot().dataset().getDefaultGraph().size();
        for (String path : List.of("/sparql", "/sparql?default", "/sparql/data", "/queries/why", "/")) {
            problem(http.method(method, path), 403);
        }
        assertEquals(
                before, server.served().snapshot().dataset().getDefaultGraph().size());
    }

    @Test
    void updatesAreRefusedHoweverTheyCome() {
        String update = "INSERT DATA { <urn:x:s> <urn:x:p> <urn:x:o> }";
        problem(http.post("/sparql", "application/sparql-update", update), 403);
        problem(http.post("/sparql", "application/x-www-form-urlencoded", "update=" + Http.encoded(update)), 403);
        problem(http.get("/sparql?update=" + Http.encoded(update)), 403);
        problem(http.post("/sparql", "text/turtle", "<urn:x:s> <urn:x:p> <urn:x:o> ."), 415);
        problem(http.post("/sparql", "application/ld+json", "{\"@context\":\"http://127.0.0.1:9/c\"}"), 415);
        problem(http.sparql(update), 400);
        assertTrue(http.sparql("ASK { <urn:x:s> ?p ?o }").body().contains("false"));
    }

    @Test
    void adminAndOtherServicesAreOff() {
        for (String path : List.of(
                "/$/ping",
                "/$/datasets",
                "/$/server",
                "/$/stats",
                "/$/metrics",
                "/$/compact/sparql",
                "/sparql/query",
                "/sparql/update",
                "/sparql/data")) {
            assertEquals(404, http.get(path.replace("$", "%24")).statusCode(), path);
            assertEquals(404, http.get(path + "?query=ASK%7B%7D").statusCode(), path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../../../pom.xml",
                "/assets/%2e%2e/%2e%2e/pom.xml",
                "/assets/..%2f..%2fpom.xml",
                "/assets//etc/passwd",
                "/assets/style.css/../x",
                "/assets/",
                "/queries/../pom.xml",
                "/queries/%2e%2e%2fpom",
                "/queries/..;/pom.xml"
            })
    void pathsLeadNowhereElse(String path) {
        HttpResponse<String> response = http.get(path);
        assertTrue(List.of(400, 404).contains(response.statusCode()), path + " " + response.statusCode());
        assertFalse(response.body().contains("modelVersion") || response.body().contains("root:"), response::body);
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
