package org.genevagraph.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.QueryListener;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.engine.Store;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.worker.Places;
import org.genevagraph.query.worker.WorkerPool;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server of the made-up tables whose queries, those of strangers included, are run where the graph was published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreServed {
    @TempDir
    protected static Path folder;

    private SnapshotServer server;
    private Http http;

    /** Publishes, as the program does it when it starts and when tables change. */
    abstract Store publish(Snapshot snapshot) throws IOException;

    /** Ends what it publishes in, when nobody asks it any more. */
    abstract void close() throws IOException;

    @BeforeAll
    void start() throws IOException, ProblemException {
        server = SnapshotServer.start(served(Mini.snapshot()), "127.0.0.1", 0);
        http = new Http(server.address());
    }

    private Served served(Snapshot snapshot) throws IOException, ProblemException {
        Optional<Store> store = Optional.of(publish(snapshot));
        return Served.of(
                new QueryRunner(snapshot, Limits.STANDARD, store, QueryListener.NONE),
                Mini.queries(),
                new WorkerPool(snapshot, Places.STANDARD, Services.NONE, store));
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        close();
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
                "403 | read-only      | INSERT DATA { <a:a> <a:a> <a:a> }"
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

    @Test
    void anEditIsPublishedToo() throws IOException, ProblemException {
        String before = http.get("/health").body();
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path table = data.resolve("organisations.csv");
        Files.writeString(table, Files.readString(table).replace("Delta Bank", "Delta Fund"));
        server.publish(served(new SnapshotBuilder(Mini.inputs(data), Progress.NONE).build()));
        String ask = "ASK { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l FILTER (STR(?l) = 'Delta Fund') }";
        HttpResponse<String> answer = http.sparql(ask, "Accept", "application/sparql-results+json");
        assertTrue(answer.body().contains("true"), answer.body());
        assertTrue(http.get("/queries/about.csv?thing=delta").body().contains("Delta Fund"));
        assertNotEquals(before, http.get("/health").body());
        server.publish(served(Mini.snapshot()));
        assertTrue(http.sparql(ask, "Accept", "application/sparql-results+json")
                .body()
                .contains("false"));
    }
}
