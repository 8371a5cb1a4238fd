package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.QueryListener;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.engine.Engine;
import org.genevagraph.query.engine.EngineAddress;
import org.genevagraph.query.engine.EngineUpload;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.worker.Places;
import org.genevagraph.query.worker.WorkerPool;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server whose queries, those of strangers included, are run in an engine of others. */
class EngineServedTest {
    private static FusekiServer fuseki;
    private static SnapshotServer server;
    private static Http http;

    @BeforeAll
    static void start() throws IOException, ProblemException {
        DatasetGraph store = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(
                store,
                () -> store.add(
                        NodeFactory.createURI("http://example.org/secret"),
                        NodeFactory.createURI("http://example.org/s"),
                        NodeFactory.createURI("http://example.org/p"),
                        NodeFactory.createLiteralString("of somebody else")));
        fuseki = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/graph", store)
                .build()
                .start();
        String address = "http://127.0.0.1:" + fuseki.getPort() + "/graph";
        Snapshot snapshot = Mini.snapshot();
        Optional<Engine> engine = Optional.of(
                new EngineUpload(EngineAddress.of(address, address, Map.of()), Clock.systemUTC(), line -> {})
                        .publish(snapshot));
        server = SnapshotServer.start(
                Served.of(
                        new QueryRunner(snapshot, Limits.STANDARD, engine, QueryListener.NONE),
                        QueryCatalogue.read(Path.of("queries")),
                        new WorkerPool(snapshot, Places.STANDARD, Services.NONE, engine)),
                "127.0.0.1",
                0);
        http = new Http(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
        fuseki.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | 1              | SELECT (COUNT(*) AS ?n) { ?s a gg:Organisation ; rdfs:label ?l FILTER (STR(?l) = 'Delta Bank') }",
                "200 | true           | ASK { GRAPH <https://w3id.org/geneva-graph/graph/organisations> { ?s a gg:Organisation } }",
                "200 | organisations  | SELECT DISTINCT ?g { GRAPH ?g { ?s a gg:Organisation } }",
                "200 | organisation   | SELECT DISTINCT ?s FROM <https://w3id.org/geneva-graph/graph/organisations> { ?s a gg:Organisation }",
                "403 | not in this    | SELECT * FROM <http://example.org/secret> { ?s ?p ?o }",
                "403 | not in this    | SELECT * FROM NAMED <http://example.org/secret> { GRAPH ?g { ?s ?p ?o } }",
                "200 | n              | SELECT ?n { GRAPH <http://example.org/secret> { ?s ?p ?n } }",
                "403 | calls another  | SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
                "400 | does not run   | SELECT (<http://jena.apache.org/ARQ/function#sha1sum>('a') AS ?n) {}",
                "400 | broken         | SELECT * { ?s ?p }",
                "400 |                | INSERT DATA { <a:a> <a:a> <a:a> }"
            })
    void queriesOfStrangersAreRunThere(int status, String words, String query) {
        HttpResponse<String> response = http.sparql("PREFIX gg: <https://w3id.org/geneva-graph/ontology#> "
                + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> " + query);
        assertEquals(status, response.statusCode(), response::body);
        assertTrue(words == null || response.body().contains(words), response::body);
        assertTrue(
                !response.body().contains("of somebody else")
                        && !response.body().contains("/version/"),
                response::body);
    }

    @Test
    void cannedQuestionsAndPagesAreAsBefore() {
        String answer = http.get("/queries/partners.csv?organisation=alpha").body();
        assertTrue(answer.lines().count() > 1, answer);
        assertEquals(
                200, http.get("/id/organisation/alpha", "Accept", "text/html").statusCode());
        assertTrue(
                http.get("/search?q=delta", "Accept", "application/json").body().contains("delta"));
    }
}
