package org.genevagraph.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.genevagraph.link.match.Decision;
import org.genevagraph.link.match.OwnThing;
import org.genevagraph.link.register.Endpoint;
import org.genevagraph.link.register.EndpointClient;
import org.genevagraph.link.register.Entry;
import org.genevagraph.link.register.NamesQuery;
import org.genevagraph.link.register.Register;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An endpoint is asked politely, and what it does wrong is told. */
class EndpointTest {
    private static final String NOTHING = "{\"head\":{\"vars\":[\"item\",\"label\"]},\"results\":{\"bindings\":[]}}";

    @TempDir
    Path folder;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @AfterEach
    void stop() {
        over.countDown();
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private URI serve(Handler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                handler.handle(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sparql");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Endpoint endpoint(URI address, Optional<Path> cache, List<String> names) {
        return endpoint(address, Duration.ofMinutes(1), cache, names);
    }

    private static Endpoint endpoint(URI address, Duration patience, Optional<Path> cache, List<String> names) {
        return new Endpoint(
                "",
                "",
                new EndpointClient(address, patience, Duration.ZERO, "tests (test@example.org)", cache),
                NamesQuery.own("thesaurus"),
                names,
                Set.of("en", "fr"));
    }

    private record Reading(List<Entry> entries, List<Problem> problems, boolean isComplete) {}

    private static Reading read(Register register) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Problems problems = new Problems();
        boolean isComplete = register.read(entries::add, Register.Progress.NONE, problems);
        return new Reading(entries, problems.sorted(), isComplete);
    }

    @Test
    void anotherStoreIsAskedForWhatIsWanted() throws Exception {
        DatasetGraph thesaurus = RDFDataMgr.loadDatasetGraph(
                PlantedTest.FOLDER.resolve("planted-thesaurus.ttl").toUri().toString());
        FusekiServer store = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/thesaurus", thesaurus, false)
                .build()
                .start();
        try {
            List<OwnThing> things = PlantedTest.things("issue");
            Register register = endpoint(
                    URI.create("http://127.0.0.1:" + store.getPort() + "/thesaurus/query"),
                    Optional.empty(),
                    things.stream().flatMap(thing -> thing.allNames().stream()).toList());
            Linking linking = PlantedTest.link(register, things);
            List<String> found = linking.decisions().stream()
                    .filter(decision -> decision.outcome() == Decision.Outcome.FOUND)
                    .map(decision -> decision.thing().curie() + " "
                            + decision.best().entry().iri())
                    .toList();
            assertEquals(
                    List.of(
                            "issue:automation http://thesaurus.example/c1",
                            "issue:privacy http://thesaurus.example/c2"),
                    found);
            assertEquals("http://thesaurus.example/", linking.namespace());
        } finally {
            store.stop();
        }
    }

    @Test
    void asksSomeNamesAtATimeUnderItsNameAndKeepsAnswers() throws Exception {
        List<String> agents = new CopyOnWriteArrayList<>();
        URI address = serve(exchange -> {
            agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            send(exchange, 200, NOTHING);
        });
        List<String> names =
                IntStream.range(0, 45).mapToObj(i -> "Name \"" + i + "\" } #").toList();
        Path cache = folder.resolve("answers");
        assertTrue(read(endpoint(address, Optional.of(cache), names)).isComplete());
        assertEquals(3, agents.size(), "questions for 45 names");
        assertEquals(Set.of("tests (test@example.org)"), Set.copyOf(agents));
        assertTrue(read(endpoint(address, Optional.of(cache), names)).isComplete());
        assertEquals(3, agents.size(), "nothing is asked twice");
        try (Stream<Path> kept = Files.list(cache)) {
            assertEquals(3, kept.count());
        }
    }

    @Test
    void waitsWhereItIsToldToAndGoesOn() throws Exception {
        List<Integer> answers = new CopyOnWriteArrayList<>();
        URI address = serve(exchange -> {
            boolean isBusy = answers.isEmpty();
            answers.add(1);
            exchange.getResponseHeaders().add("Retry-After", "0");
            send(exchange, isBusy ? 429 : 200, isBusy ? "slow down" : NOTHING);
        });
        Reading reading = read(endpoint(address, Optional.empty(), List.of("One")));
        assertTrue(reading.isComplete(), reading.problems().toString());
        assertEquals(2, answers.size());
    }

    @Test
    void whatGoesWrongIsToldWithPlaceAndFix() throws Exception {
        URI broken = serve(exchange -> send(exchange, 400, "you cannot ask this"));
        Reading reading = read(endpoint(broken, Optional.of(folder.resolve("none")), List.of("One", "Two")));
        assertFalse(reading.isComplete());
        assertEquals(1, reading.problems().size());
        Problem problem = reading.problems().get(0);
        assertEquals(broken.toString(), problem.file());
        assertTrue(problem.message().contains("status 400: you cannot ask this"), problem.toString());
        assertTrue(problem.fix().contains("--cache"), problem.toString());
        assertFalse(Files.exists(folder.resolve("none")), "an error is no answer");
        server.stop(0);
        URI rubbish = serve(exchange -> send(exchange, 200, "<html>Welcome</html>"));
        Reading page = read(endpoint(rubbish, Optional.empty(), List.of("One")));
        assertFalse(page.isComplete());
        assertEquals(rubbish.toString(), page.problems().get(0).file());
        server.stop(0);
        Reading nobody = read(endpoint(rubbish, Optional.empty(), List.of("One")));
        assertTrue(nobody.problems().get(0).message().contains("nobody answers there"), nobody.toString());
    }

    @Test
    void anAnswerThatDoesNotEndIsGivenUp() throws Exception {
        URI slow = serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            over.await();
        });
        Reading reading = read(endpoint(slow, Duration.ofSeconds(1), Optional.empty(), List.of("One")));
        assertFalse(reading.isComplete());
        assertTrue(reading.problems().get(0).message().contains("no answer within 1 s"), reading.toString());
    }

    @Test
    void afterFailuresInSuccessionNoMoreIsAsked() throws Exception {
        List<Integer> asked = new CopyOnWriteArrayList<>();
        URI address = serve(exchange -> {
            asked.add(1);
            send(exchange, 500, "");
        });
        List<String> names = IntStream.range(0, 200).mapToObj(i -> "Name " + i).toList();
        Reading reading = read(endpoint(address, Optional.empty(), names));
        assertEquals(3, asked.size());
        assertTrue(
                reading.problems().stream()
                        .anyMatch(problem -> problem.message().contains("3 times in succession")),
                reading.toString());
    }

    @Test
    void aQueryWithoutAPlaceForNamesIsRefused() {
        for (String query :
                List.of("SELECT ?item { ?item ?p ?name }", "ASK { VALUES ?name { \"\" } }", "SELECT nonsense")) {
            assertThrows(IllegalArgumentException.class, () -> new NamesQuery(query, Map.of()), query);
        }
    }
}
