package org.genevagraph.query.engine;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.genevagraph.Mini;
import org.genevagraph.peers.Rdf4jPeer;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.junit.jupiter.api.Test;

/** The graph in RDF4J, where it is published by updates and asked over HTTP. */
class Rdf4jEngineTest {
    @Test
    void everyGoldenQuestionIsAnsweredTheSame() throws IOException, ProblemException, Refusal {
        try (Rdf4jPeer rdf4j = new Rdf4jPeer(Duration.ofMinutes(2))) {
            String sparql = rdf4j.sparql().toString();
            GoldenQuestions.areAnsweredAsInMemory(
                    new EngineUpload(EngineAddress.of(sparql, sparql, Map.of()), Clock.systemUTC(), line -> {})
                            .publish(Mini.realSnapshot()));
        }
    }
}
