package org.genevagraph.serve.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.genevagraph.Mini;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.query.reconcile.Reconciler;
import org.junit.jupiter.api.Test;

/** A batch that takes too long is refused, whatever it asks for. */
class ResponsesTest {
    private static final Limits NONE = Limits.STANDARD.withTime(Duration.ZERO);

    private final Graph graph = Mini.snapshot().dataset().getDefaultGraph();
    private final ThingIndex things = ThingIndex.of(graph);
    private final Responses responses =
            new Responses(new Reconciler(graph, things), things, graph, Labels.of(Mini.snapshot()), Language.EN);

    @Test
    void namesAreMatchedUnderADeadline() throws Refusal {
        var batch = Requests.batch("{\"q0\": {\"query\": \"Geneva\"}}", responses.reconciler());
        assertEquals(1, responses.results(batch, Limits.STANDARD).size());
        Refusal refusal = assertThrows(Refusal.class, () -> responses.results(batch, NONE));
        assertEquals(Refusal.Reason.OVER_LIMIT, refusal.reason());
    }

    @Test
    void valuesAreLookedUpUnderADeadlineEvenIfNoneAreAskedFor() throws Refusal {
        for (String properties : new String[] {"", "{\"id\": \"partnerOf\"}"}) {
            var extension = Requests.extension(
                    "{\"ids\": [\"x\"], \"properties\": [" + properties + "]}", responses.reconciler());
            assertEquals(
                    1,
                    responses
                            .extended(extension, Limits.STANDARD)
                            .getObj("rows")
                            .size());
            Refusal refusal = assertThrows(Refusal.class, () -> responses.extended(extension, NONE));
            assertEquals(Refusal.Reason.OVER_LIMIT, refusal.reason());
        }
    }
}
