package org.genevagraph.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.genevagraph.Alone;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.federation.ServiceEndpoint;
import org.genevagraph.query.federation.ServiceLimits;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.worker.Places;
import org.genevagraph.query.worker.WorkerPool;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.place.Base;
import org.genevagraph.serve.place.Placement;
import org.genevagraph.serve.place.Proxies;
import org.genevagraph.serve.traffic.TrafficLimits;
import org.genevagraph.snapshot.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that call other servers: those that the operator allows, with whole answers or none, and a word about who failed. */
@Alone
class FederationTest {
    private static final int SQUARES = 500;
    private static final String BASE = "https://graph.example/geneva";
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final CountDownLatch END = new CountDownLatch(1);

    private static SnapshotServer server;
    private static Http http;
    private static FusekiServer other;
    private static HttpServer faulty;
    private static String squares;
    private static String faults;

    @BeforeAll
    static void start() throws IOException, ProblemException {
        StringBuilder data = new StringBuilder("PREFIX : <http://example.org/> ");
        for (int i = 0; i < SQUARES; i++) {
            data.append(":n%d :number %d ; :square %d .%n".formatted(i, i, i * i));
        }
        data.append(":n1 :name 'one', 'un' . :n2 :name 'two' .");
        DatasetGraph numbers = DatasetGraphFactory.createTxnMem();
        RDFParser.fromString(data.toString(), Lang.TURTLE).parse(numbers);
        other = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/numbers", numbers)
                .build();
        other.getJettyServer().insertHandler(new Handler.Wrapper() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                CALLS.incrementAndGet();
                return super.handle(request, response, callback);
            }
        });
        other.start();
        squares = "http://127.0.0.1:" + other.getPort() + "/numbers";
        faulty = faultyServer();
        faults = "http://127.0.0.1:" + faulty.getAddress().getPort();

        int free = freePort();
        Services services = Services.of(List.of(
                new ServiceEndpoint(squares, true),
                new ServiceEndpoint(faults + "/status", true),
                new ServiceEndpoint(faults + "/page", true),
                new ServiceEndpoint(faults + "/broken", true),
                new ServiceEndpoint(faults + "/elsewhere", true),
                new ServiceEndpoint(faults + "/endless", true),
                new ServiceEndpoint(faults + "/silent", true),
                new ServiceEndpoint("http://127.0.0.1:1/", true),
                new ServiceEndpoint("http://localhost:" + other.getPort() + "/numbers", false),
                new ServiceEndpoint("http://127.0.0.1:" + free + "/sparql", true),
                new ServiceEndpoint("http://LOCALHOST:" + free + "/sparql/?x", true),
                new ServiceEndpoint(BASE + "/sparql", true),
                new ServiceEndpoint("http://127.0.0.2:" + free + "/sparql", true)));
        Snapshot snapshot = Mini.snapshot();
        server = SnapshotServer.start(
                Served.of(
                        snapshot,
                        Mini.queries(),
                        Limits.STANDARD.withTime(Duration.ofSeconds(4)),
                        new WorkerPool(snapshot, Places.STANDARD, services)),
                "0.0.0.0",
                free,
                TrafficLimits.STANDARD,
                new Placement(Optional.of(Base.parse(BASE)), Proxies.NONE, Set.of("127.0.0.2")));
        http = new Http(server.address());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpServer faultyServer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        answer(server, "/status", 500, "text/plain", "no memory");
        answer(server, "/page", 200, "text/html", "<p>Welcome</p>");
        answer(
                server,
                "/broken",
                200,
                "application/sparql-results+json",
                "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":[{");
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", squares);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            try (exchange) {
                for (int i = 0; i < 2 * ServiceLimits.STANDARD.bytes() / blanks.length; i++) {
                    exchange.getResponseBody().write(blanks);
                }
            }
        });
        server.createContext("/silent", exchange -> {
            try {
                END.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void answer(HttpServer server, String path, int status, String type, String text) {
        server.createContext(path, exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterAll
    static void stop() {
        END.countDown();
        server.close();
        other.stop();
        faulty.stop(0);
    }

    private static HttpResponse<String> ask(String query) {
        return http.sparql(
                "PREFIX : <http://example.org/> " + query.replace("%s", squares).replace("%f", faults),
                "Accept",
                "text/csv");
    }

    private static List<String> rows(String query) {
        HttpResponse<String> response = ask(query);
        assertEquals(200, response.statusCode(), response::body);
        return response.body().lines().skip(1).sorted().toList();
    }

    /** Queries with the rows that they answer, in order. */
    static List<String[]> joins() {
        return Stream.of(
                        "SELECT ?q { SERVICE <%s> { ?n :number 3 ; :square ?q } } | 9",
                        "SELECT ?q { VALUES ?i { 3 4 } SERVICE <%s> { ?n :number ?i ; :square ?q } } | 16 9",
                        "SELECT ?q { SERVICE <%s> { ?n :number ?i ; :square ?q } VALUES ?i { 3 4 } } | 16 9",
                        // A solution that comes twice is there twice, one that has nothing is not there.
                        "SELECT ?q { VALUES ?i { 3 3 -1 } SERVICE <%s> { ?n :number ?i ; :square ?q } } | 9 9",
                        "SELECT ?m { VALUES ?i { 1 2 } SERVICE <%s> { ?n :number ?i ; :name ?m } } | one two un",
                        "SELECT ?i { VALUES (?i ?m) { (1 'un') (1 UNDEF) (2 'un') } SERVICE <%s> { ?n :number ?i ; :name ?m } } | 1 1 1",
                        "SELECT ?i ?m { VALUES ?i { 2 3 } SERVICE <%s> { ?n :number ?i OPTIONAL { ?n :name ?m } } } | '2,two' '3,'",
                        "SELECT ?i ?m { VALUES (?i ?m) { (3 'x') (2 'x') } SERVICE <%s> { ?n :number ?i OPTIONAL { ?n :name ?m } } } | '3,x'",
                        "SELECT ?i { VALUES ?i { 2 3 } SERVICE <%s> { ?n :number ?i FILTER NOT EXISTS { ?n :name ?m } } } | 3",
                        "SELECT ?i { VALUES ?i { 2 3 } FILTER EXISTS { SERVICE <%s> { ?n :number ?i ; :name ?m } } } | 2",
                        "SELECT ?i ?m { VALUES ?i { 2 3 } OPTIONAL { SERVICE <%s> { ?n :number ?i ; :name ?m } } } | '2,two' '3,'",
                        "SELECT ?i { VALUES ?i { 2 3 } MINUS { SERVICE <%s> { ?n :number ?i ; :name ?m } } } | 3",
                        "SELECT ?c { VALUES ?i { 1 } SERVICE <%s> { SELECT ?i (COUNT(?m) AS ?c) { ?n :number ?i ; :name ?m } GROUP BY ?i } } | 2",
                        "SELECT ?q { { SELECT ?q { SERVICE <%s> { ?n :number ?i ; :square ?q FILTER (?i = 7) } } } } | 49",
                        "SELECT ?q ?i { VALUES ?i { 5 } { SELECT ?q { SERVICE <%s> { ?n :number ?i ; :square ?q FILTER (?i = 7) } } } } | '49,5'",
                        "SELECT (SUM(?q) AS ?s) { VALUES ?i { 3 4 } SERVICE <%s> { ?n :number ?i ; :square ?q } } | 25",
                        "SELECT ?q { BIND (<%s> AS ?e) SERVICE ?e { ?n :number 3 ; :square ?q } } | 9",
                        "SELECT ?q { VALUES (?e ?i) { (<%s> 3) (<%s> 4) } SERVICE ?e { ?n :number ?i ; :square ?q } } | 16 9",
                        "SELECT ?q { BIND (BNODE() AS ?n) SERVICE <%s> { ?n :number 3 ; :square ?q } } | ",
                        // Nothing breaks out of the text that is sent; what is no IRI is no value.
                        "SELECT ?q { BIND (IRI('http://example.org/n3> } #') AS ?n) SERVICE <%s> { ?n :number 3 ; :square ?q } } | 9",
                        "SELECT ?q { BIND ('x\" } } #' AS ?m) SERVICE <%s> { ?n :name ?m ; :square ?q } } | ",
                        "SELECT ?i { VALUES ?i { 7 } SERVICE SILENT <%f/status> { ?n :number ?i } } | 7",
                        "SELECT ?i ?m { VALUES ?i { 2 } SERVICE SILENT <%f/broken> { ?n :number ?i } SERVICE <%s> { ?n :number ?i ; :name ?m } } | '2,two'")
                .map(line -> line.split(" \\| ?", 2))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("joins")
    void aCallIsAJoin(String query, String expected) {
        List<String> values = Arrays.stream(expected.replace("'", "").split(" "))
                .filter(value -> !value.isEmpty())
                .sorted()
                .toList();
        assertEquals(values, rows(query));
    }

    @Test
    void manySolutionsGoWithOneCall() {
        int before = CALLS.get();
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 450; i++) {
            values.append(' ').append(i);
        }
        assertEquals(
                450,
                rows("SELECT ?i ?q { VALUES ?i {" + values + " } SERVICE <%s> { ?n :number ?i ; :square ?q } }")
                        .size());
        assertEquals(5, CALLS.get() - before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | is not allowed to call | SELECT * { SERVICE <%s/query> { ?s ?p ?o } }",
                "403 | not allowed            | SELECT * { SERVICE SILENT <%s/query> { ?s ?p ?o } }",
                "403 | not allowed            | SELECT * { BIND (<%f/other> AS ?e) SERVICE SILENT ?e { ?s ?p ?o } }",
                "403 | not allowed            | SELECT * { ?s ?p ?o FILTER EXISTS { SELECT * { SERVICE <http://127.0.0.1:2/> { ?s ?p ?o } } } }",
                "403 | not allowed            | SELECT * { BIND (STR(<%s>) AS ?t) BIND (IRI(CONCAT(?t, '/')) AS ?e) SERVICE ?e { ?s ?p ?o } }",
                "400 | has no value           | SELECT * { SERVICE SILENT ?e { ?s ?p ?o } }",
                "400 | is no IRI              | SELECT * { BIND ('%s' AS ?e) SERVICE SILENT ?e { ?s ?p ?o } }",
                "403 | ask another SERVICE    | SELECT * { SERVICE <%s> { ?s ?p ?o SERVICE <%s> { ?s ?q ?r } } }",
                "403 | ask another SERVICE    | SELECT * { SERVICE SILENT <%s> { SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE ?s { ?s ?q ?r } } } } }",
                "403 | private address        | SELECT * { SERVICE SILENT <http://localhost:%p/numbers> { ?s ?p ?o } }",
                "403 | this server itself     | SELECT * { SERVICE <%o> { ?s ?p ?o } }",
                "403 | this server itself     | SELECT * { SERVICE SILENT <http://LOCALHOST:%q/sparql/?x> { ?s ?p ?o } }",
                "403 | this server itself     | SELECT * { SERVICE <https://graph.example/geneva/sparql> { ?s ?p ?o } }",
                "403 | this server itself     | SELECT * { BIND (<%o> AS ?e) SERVICE SILENT ?e { ?s ?p ?o } }",
                "502 | sent by this server    | SELECT * { SERVICE <http://127.0.0.2:%q/sparql> { ?s ?p ?o } }",
                "503 | than 20 times          | SELECT * { SERVICE <%s> { ?n :number ?i } OPTIONAL { SERVICE SILENT <%s> { ?n :square ?q } } }",
                "503 | 8388608 bytes          | SELECT * { SERVICE SILENT <%f/endless> { ?s ?p ?o } }",
                "503 | 20000 rows             | SELECT * { SERVICE SILENT <%s> { SELECT ?b { ?a :number ?b . ?c :number ?d } LIMIT 20001 } }",
                "502 | status 500: no memory  | SELECT * { SERVICE <%f/status> { ?s ?p ?o } }",
                "502 | text/html              | SELECT * { SERVICE <%f/page> { ?s ?p ?o } }",
                "502 | no results of SPARQL   | SELECT * { SERVICE <%f/broken> { ?s ?p ?o } }",
                "502 | does not follow        | SELECT * { SERVICE <%f/elsewhere> { ?s ?p ?o } }",
                "502 | did not answer within  | SELECT * { SERVICE <%f/silent> { ?s ?p ?o } }",
                "502 | cannot be reached      | SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
                "502 | status 500             | SELECT * { ?s a ?t FILTER EXISTS { SERVICE <%f/status> { ?s ?p ?o } } }"
            })
    void whatIsNotAllowedOrFailsIsTold(int status, String words, String query) {
        HttpResponse<String> response = http.sparql("PREFIX : <http://example.org/> "
                + query.replace("%s", squares)
                        .replace("%f", faults)
                        .replace("%o", "http://127.0.0.1:" + port() + "/sparql")
                        .replace("%q", port())
                        .replace("%p", Integer.toString(other.getPort())));
        var problem = RealServer.problem(response, status);
        assertTrue(problem.getString("cause").contains(words), response::body);
        assertFalse(problem.getString("fix").isEmpty(), response::body);
        if (status == 502) {
            assertTrue(problem.getString("cause").contains("<http://"), response::body);
        }
    }

    private static String port() {
        return Integer.toString(URI.create(server.address()).getPort());
    }

    @Test
    void theServiceDescriptionSaysThatItCallsOthers() {
        HttpResponse<String> response = http.get("/sparql", "Accept", "application/n-triples");
        assertTrue(
                response.body().contains("<http://www.w3.org/ns/sparql-service-description#BasicFederatedQuery>"),
                response::body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DESCRIBE ?n { SERVICE <%s> { ?n :number 3 } }",
                "CONSTRUCT { ?n :is ?q } { SERVICE <%s> { ?n :number 3 ; :square ?q } }"
            })
    void graphsAreMadeOfThemAsWell(String query) {
        HttpResponse<String> response =
                http.sparql("PREFIX : <http://example.org/> " + query.replace("%s", squares), "Accept", "text/turtle");
        assertEquals(200, response.statusCode(), response::body);
    }
}
