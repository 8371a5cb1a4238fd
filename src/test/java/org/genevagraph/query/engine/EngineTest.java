package org.genevagraph.query.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDFS;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.snapshot.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph in an engine of others: a plain Fuseki, which knows nothing of this project. */
class EngineTest {
    private static final Limits LIMITS = Limits.STANDARD.withTime(Duration.ofMinutes(2));
    private static final Node ORGANISATIONS =
            NodeFactory.createURI("https://w3id.org/geneva-graph/graph/organisations");

    @TempDir
    private Path folder;

    private final AtomicInteger updates = new AtomicInteger();
    private final AtomicInteger posts = new AtomicInteger();
    private final List<String> told = new ArrayList<>();
    private DatasetGraph store;
    private FusekiServer fuseki;
    private EngineAddress address;

    @BeforeEach
    void start() {
        store = DatasetGraphFactory.createTxnMem();
        fuseki = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/graph", store)
                .build();
        fuseki.getJettyServer().insertHandler(new Handler.Wrapper() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                if (request.getHttpURI().getPath().endsWith("update")) {
                    updates.incrementAndGet();
                }
                if (request.getHttpURI().getPath().endsWith("data")) {
                    posts.incrementAndGet();
                }
                return super.handle(request, response, callback);
            }
        });
        fuseki.start();
        String base = "http://127.0.0.1:" + fuseki.getPort() + "/graph/";
        address = EngineAddress.of(base + "query", base + "update", Map.of());
    }

    @AfterEach
    void stop() {
        fuseki.stop();
    }

    private Engine publish(Snapshot snapshot) throws IOException {
        return publish(snapshot, 0);
    }

    private Engine publish(Snapshot snapshot, int day) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z").plus(Duration.ofDays(day)), ZoneOffset.UTC);
        return new EngineUpload(address, clock, told::add).publish(snapshot);
    }

    @Test
    void everyGoldenQuestionIsAnsweredTheSame() throws IOException, ProblemException, Refusal {
        address = address.withGraphs("http://127.0.0.1:" + fuseki.getPort() + "/graph/data");
        Engine engine = publish(Mini.realSnapshot());
        assertTrue(posts.get() > 50, "posted: " + posts);
        GoldenQuestions.areAnsweredAsInMemory(engine);
    }

    /** Whether as updates or by the Graph Store Protocol: the same triples, and a blank node is one. */
    @Test
    void bothWaysOfPublishingGiveTheSameGraphs() throws IOException {
        Snapshot snapshot = Mini.snapshot();
        publish(snapshot);
        Map<Node, Graph> updated = held();
        assertEquals(0, posts.get());
        Txn.executeWrite(store, store::clear);
        address = address.withGraphs("http://127.0.0.1:" + fuseki.getPort() + "/graph/data");
        publish(snapshot);
        assertTrue(posts.get() >= updated.size() - 1, "posted: " + posts);
        Map<Node, Graph> posted = held();
        assertEquals(updated.keySet(), posted.keySet());
        updated.forEach((name, graph) -> assertTrue(graph.isIsomorphicWith(posted.get(name)), name::toString));
    }

    private Map<Node, Graph> held() {
        return Txn.calculateRead(store, () -> {
            Map<Node, Graph> held = new HashMap<>();
            store.listGraphNodes().forEachRemaining(name -> {
                Graph copy = GraphFactory.createDefaultGraph();
                GraphUtil.addInto(copy, store.getGraph(name));
                held.put(name, copy);
            });
            return held;
        });
    }

    @Test
    void whatIsThereIsNotSentAgainAndWhatIsMissingIs() throws IOException {
        Snapshot snapshot = Mini.snapshot();
        Engine first = publish(snapshot);
        int all = updates.get();
        assertEquals(first.version(), publish(snapshot).version());
        assertEquals(all, updates.get(), "a version that is there is sent again");

        // As if the upload had ended before its last two graphs.
        List<Node> parts = new EngineRegister(address).parts(first.version());
        Node version = EngineGraphs.node(first.version());
        Txn.executeWrite(store, () -> {
            store.deleteAny(
                    EngineGraphs.register(),
                    version,
                    null,
                    NodeFactory.createURI(parts.get(0).getURI()));
            store.deleteAny(
                    EngineGraphs.register(), version, NodeFactory.createURI("http://purl.org/dc/terms/issued"), null);
            store.deleteAny(parts.get(0), null, RDFS.label.asNode(), null);
        });
        updates.set(0);
        publish(snapshot);
        assertTrue(updates.get() < all, "all of it was sent again");
        assertEquals(
                parts.size(), new EngineRegister(address).parts(first.version()).size());
    }

    @Test
    void versionsLieBesideEachOtherAndTheOldestGoes() throws IOException, ProblemException, Refusal {
        address = address.withGraphs("http://127.0.0.1:" + fuseki.getPort() + "/graph/data");
        Engine first = publish(Mini.naming(folder, "Delta One"), 1);
        Engine second = publish(Mini.naming(folder, "Delta Two"), 2);
        assertEquals(List.of("Delta One"), names(first));
        assertEquals(List.of("Delta Two"), names(second));
        publish(Mini.naming(folder, "Delta Three"), 3);
        publish(Mini.naming(folder, "Delta Four"), 4);
        EngineRegister register = new EngineRegister(address);
        assertEquals(3, register.complete().size());
        assertFalse(register.complete().contains(first.version()));
        assertEquals(List.of(), names(first));
        assertEquals(List.of("Delta Two"), names(second));
        long graphs = Txn.calculateRead(store, () -> {
            List<Node> left = new ArrayList<>();
            store.listGraphNodes().forEachRemaining(left::add);
            return left.stream()
                    .filter(graph -> graph.getURI().contains(first.version()))
                    .count();
        });
        assertEquals(0, graphs);
    }

    private static List<String> names(Engine engine) throws Refusal {
        Result result = engine.ask(
                QueryFactory.create("SELECT ?name { ?s <" + RDFS.label.getURI()
                        + "> ?name FILTER (STRSTARTS(?name, 'Delta')) } ORDER BY ?name"),
                LIMITS,
                LIMITS.time());
        return ((Result.Rows) result)
                .rows().stream()
                        .map(row -> row.get(Var.alloc("name")).getLiteralLexicalForm())
                        .distinct()
                        .toList();
    }

    @Test
    void graphsHaveTheirNamesInQueriesAndAnswers() throws IOException, Refusal {
        Engine engine = publish(Mini.snapshot());
        Result.Rows graphs = (Result.Rows)
                engine.ask(QueryFactory.create("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"), LIMITS, LIMITS.time());
        assertTrue(
                graphs.rows().stream().anyMatch(row -> row.get(Var.alloc("g")).equals(ORGANISATIONS)));
        assertTrue(graphs.rows().stream()
                .noneMatch(row -> row.get(Var.alloc("g")).getURI().contains("/version/")));
        Result there = engine.ask(
                QueryFactory.create("ASK { GRAPH <" + ORGANISATIONS.getURI() + "> { ?s ?p ?o } }"),
                LIMITS,
                LIMITS.time());
        assertEquals(new Result.Truth(true), there);
    }

    @Test
    void anEngineThatLosesSomethingIsNotBelieved() throws IOException {
        Engine engine = publish(Mini.snapshot());
        Txn.executeWrite(store, () -> store.deleteAny(EngineGraphs.register(), null, null, null));
        fuseki.stop();
        IOException gone = assertThrows(IOException.class, () -> publish(Mini.snapshot()));
        assertTrue(gone.getMessage().contains("cannot be reached"), gone.getMessage());
        Refusal refusal = assertThrows(Refusal.class, () -> names(engine));
        assertEquals(Refusal.Reason.BUSY, refusal.reason());
        assertTrue(refusal.getMessage().contains("cannot be reached"), refusal.getMessage());
    }
}
