package org.genevagraph.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genevagraph.problem.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The runner of the W3C's suites, on a short suite of our own in which it has to find what was planted. */
class ConformanceTest {
    private static final Path SUITES = Path.of("src/test/resources/conformance/suites");
    private static final Path TABLE = Path.of("src/site/conformance.md");

    private static List<Verdict> verdicts;

    @BeforeAll
    static void run() throws IOException, ProblemException {
        verdicts = Conformance.run(SUITES, new PrintStream(OutputStream.nullOutputStream()));
    }

    @Test
    void whatIsRightIsPassedAndWhatIsPlantedIsFound() {
        Map<String, String> wrong = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            String name = verdict.test().name().replaceFirst(".* ", "");
            Verdict.Outcome expected = name.startsWith("bad-")
                    ? Verdict.Outcome.DEVIATES
                    : name.equals("updates") ? Verdict.Outcome.NOT_OFFERED : Verdict.Outcome.PASSED;
            if (verdict.outcome() != expected || verdict.told().startsWith("cannot be run")) {
                wrong.put(name, verdict.outcome() + " " + verdict.told());
            }
        }
        assertEquals(Map.of(), wrong);
        // Nothing is left out; what the working group took back does not count.
        assertEquals(28, verdicts.size());
    }

    @Test
    void theTableTellsEachDeviationWithWhatCame() {
        String page = Report.of(verdicts, new Reasons(List.of()), "a suite of our own");
        assertTrue(page.contains("**19 of 27 passed, 1 of what is not offered**"), page);
        assertTrue(page.contains("| SPARQL 1.1 Service Description | 3 of 3 |"), page);
        assertTrue(page.contains("| sparql11/own bad-asked | 415: content of this type is not read here |"), page);
        assertTrue(page.contains("sparql11/own (1)"), page);
    }

    @Test
    void theTableInTheDocumentationGivesAReasonForEachDeviation() throws IOException {
        String page = Files.readString(TABLE);
        assertTrue(page.lines().filter(line -> line.startsWith("| sparql11/")).count() > 20, page);
        assertFalse(page.contains("not known yet"), page);
        assertFalse(page.contains("cannot be run"), page);
        for (Reasons.Reason reason : Reasons.read().all()) {
            assertTrue(page.contains(reason.why()), () -> "no test deviates any more for: " + reason.why());
        }
    }
}
