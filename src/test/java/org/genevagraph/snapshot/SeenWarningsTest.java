package org.genevagraph.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** A warning that somebody has seen is told no more, and a note on none is told instead. */
class SeenWarningsTest {
    private static final String WITH_SUMMARY = "university,A school for talkers.,";
    private static final String WITHOUT = "university,,";
    private static final String SEEN =
            "organisation:beta,warning,organisation has no summary,The text says nothing of it.";

    private static List<String> warnings(String summary, String... notes) throws IOException, ProblemException {
        Inputs inputs = Mini.inputs(Mini.DATA);
        List<Inputs.File> tables = new ArrayList<>();
        for (Inputs.File file : inputs.tables()) {
            String text = file.text();
            if (file.name().equals("organisations.csv") && !summary.equals(WITH_SUMMARY)) {
                text = text.replace(WITH_SUMMARY, summary);
                assertNotEquals(file.text(), text);
            }
            if (file.name().equals("evidence-notes.csv")) {
                text = text + Stream.of(notes).map(note -> note + "\n").collect(Collectors.joining());
            }
            tables.add(new Inputs.File(file.shown(), file.name(), text));
        }
        return new SnapshotBuilder(inputs.withTables(tables), Progress.NONE)
                .build().warnings().stream().map(Problem::toString).toList();
    }

    @Test
    void aWarningIsToldUntilANoteSaysWhyItIsRight() throws IOException, ProblemException {
        assertEquals(
                List.of("src/test/resources/mini/organisations.csv:3: summary: organisation has no summary"
                        + " – say in a sentence of your own what it is"),
                warnings(WITHOUT));
        assertEquals(List.of(), warnings(WITHOUT, SEEN));
    }

    @Test
    void aNoteOnAWarningThatNoShapeGivesIsTold() throws IOException, ProblemException {
        assertEquals(
                List.of("src/test/resources/mini/evidence-notes.csv:7: object: no shape gives this warning of it"
                        + " – write its words up to the dash, or delete the row if it has gone"),
                warnings(WITH_SUMMARY, SEEN));
    }
}
