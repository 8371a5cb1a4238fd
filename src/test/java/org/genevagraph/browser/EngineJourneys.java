package org.genevagraph.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.tdb2.DatabaseMgr;
import org.genevagraph.Mini;
import org.genevagraph.cli.project.ProposalsOnDisk;
import org.genevagraph.curate.inbox.Inbox;
import org.genevagraph.peers.Rdf4jServerPeer;
import org.genevagraph.peers.VirtuosoPeer;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.QueryListener;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.engine.EngineAddress;
import org.genevagraph.query.engine.EngineUpload;
import org.genevagraph.query.engine.Store;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.worker.Places;
import org.genevagraph.query.worker.WorkerPool;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journeys of readers while an engine of others answers the questions: a stock Fuseki on TDB2, or with {@code -Dengine=} Virtuoso
 * ({@code virtuoso}) or RDF4J Server ({@code rdf4j}). Publishing the graph takes a minute, so this is no test of every build, but a command,
 * {@code mvn -Dtest=EngineJourneys test}.
 */
class EngineJourneys extends JourneysTest {
    /** Some questions take engines longer than a public server would let them, above all on a busy machine. */
    private static final Limits PATIENT = Limits.STANDARD.withTime(Duration.ofMinutes(1));

    @TempDir
    private static Path store;

    private static AutoCloseable engine;

    /** Puts a server that asks the engine where the class has one that asks its memory. */
    @BeforeAll
    static void publish() throws IOException, InterruptedException, ProblemException {
        Snapshot snapshot = Mini.realSnapshot();
        Optional<Store> published = Optional.of(
                new EngineUpload(address(System.getProperty("engine", "fuseki")), Clock.systemUTC(), line -> {})
                        .publish(snapshot));
        server.close();
        server = SnapshotServer.start(
                Served.of(
                                new QueryRunner(snapshot, PATIENT, published, QueryListener.NONE),
                                Mini.queries(),
                                new WorkerPool(snapshot, Places.STANDARD, Services.NONE, published))
                        .with(new Inbox(new ProposalsOnDisk(proposals))),
                "127.0.0.1",
                0);
    }

    private static EngineAddress address(String name) throws IOException, InterruptedException {
        switch (name) {
            case "virtuoso" -> {
                assertTrue(VirtuosoPeer.isThere(), VirtuosoPeer.MISSING);
                VirtuosoPeer virtuoso = new VirtuosoPeer(store);
                engine = virtuoso;
                return EngineAddress.of(
                        virtuoso.sparql().toString(), virtuoso.sparql().toString(), Map.of());
            }
            case "rdf4j" -> {
                assertTrue(Files.exists(Rdf4jServerPeer.WAR), Rdf4jServerPeer.MISSING);
                Rdf4jServerPeer rdf4j = new Rdf4jServerPeer(store);
                engine = rdf4j;
                return EngineAddress.of(
                        rdf4j.sparql().toString(), rdf4j.update().toString(), Map.of());
            }
            default -> {
                FusekiServer fuseki = FusekiServer.create()
                        .port(0)
                        .loopback(true)
                        .add("/graph", DatabaseMgr.connectDatasetGraph(store.toString()))
                        .build()
                        .start();
                engine = fuseki::stop;
                String address = "http://127.0.0.1:" + fuseki.getPort() + "/graph";
                return EngineAddress.of(address, address, Map.of());
            }
        }
    }

    @AfterAll
    static void stopEngine() throws Exception {
        if (engine != null) {
            engine.close();
        }
    }
}
