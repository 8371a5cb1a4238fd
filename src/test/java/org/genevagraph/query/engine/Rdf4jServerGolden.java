package org.genevagraph.query.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.genevagraph.Mini;
import org.genevagraph.peers.Rdf4jServerPeer;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The graph in RDF4J Server, with its own protocol. It is some seventy megabytes and not among the tools of the build, so that this is a command:
 * {@code src/test/peers/install}, then {@code mvn -Dtest=Rdf4jServerGolden test}.
 */
class Rdf4jServerGolden {
    @TempDir
    private Path folder;

    @Test
    void everyGoldenQuestionIsAnsweredTheSame() throws IOException, InterruptedException, ProblemException, Refusal {
        assertTrue(Files.exists(Rdf4jServerPeer.WAR), Rdf4jServerPeer.MISSING);
        try (Rdf4jServerPeer server = new Rdf4jServerPeer(folder)) {
            EngineAddress address =
                    EngineAddress.of(server.sparql().toString(), server.update().toString(), Map.of());
            GoldenQuestions.areAnsweredAsInMemory(
                    new EngineUpload(address, Clock.systemUTC(), line -> {}).publish(Mini.realSnapshot()));
        }
    }
}
