package org.genevagraph.query.engine;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.genevagraph.Mini;
import org.genevagraph.peers.ScriptPeer;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.junit.jupiter.api.Test;

/**
 * The graph in Oxigraph, which comes from npm and not with the tools of the build, so that this is a command: {@code src/test/peers/install}, then
 * {@code mvn -Dtest=OxigraphGolden test}.
 */
class OxigraphGolden {
    @Test
    void everyGoldenQuestionIsAnsweredTheSame() throws IOException, ProblemException, Refusal {
        try (ScriptPeer oxigraph = ScriptPeer.oxigraph()
                .orElseThrow(() -> new AssertionError("Oxigraph is not installed – src/test/peers/install"))) {
            String sparql = oxigraph.sparql().toString();
            Engine engine = new EngineUpload(EngineAddress.of(sparql, sparql, Map.of()), Clock.systemUTC(), line -> {})
                    .publish(Mini.realSnapshot());
            GoldenQuestions.areAnsweredAsInMemory(engine);
        }
    }
}
