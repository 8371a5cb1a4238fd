package org.genevagraph.query.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.genevagraph.Mini;
import org.genevagraph.peers.VirtuosoPeer;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The graph in Virtuoso, which takes what is published and does not answer everything: no test of every build, but a command,
 * {@code mvn -Dtest=VirtuosoGolden test}.
 */
class VirtuosoGolden {
    @TempDir
    private Path folder;

    @Test
    void goldenQuestionsAreAnsweredTheSameButForThoseOfTheTable()
            throws IOException, InterruptedException, ProblemException, Refusal {
        assertTrue(VirtuosoPeer.isThere(), VirtuosoPeer.MISSING);
        try (VirtuosoPeer virtuoso = new VirtuosoPeer(folder)) {
            String sparql = virtuoso.sparql().toString();
            Engine engine = new EngineUpload(EngineAddress.of(sparql, sparql, Map.of()), Clock.systemUTC(), line -> {})
                    .publish(Mini.realSnapshot());
            GoldenQuestions.areAnsweredAsInMemoryButForKnown(engine, Duration.ofMinutes(2), "virtuoso");
        }
    }
}
