package org.genevagraph.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.genevagraph.Passage;
import org.genevagraph.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the made-up texts say that no fact of the made-up tables holds. */
class CoverageTest {
    @TempDir
    private Path folder;

    private Coverage cover(String line) throws IOException, ProblemException {
        return Coverage.of(new Passage(folder).says(line).build());
    }

    private static List<String> words(Coverage coverage) {
        return coverage.unexplained().stream()
                .filter(words -> words.passages().contains("beta#4"))
                .map(words -> words.kind() + " " + words.words())
                .sorted()
                .toList();
    }

    @Test
    void namesAcronymsYearsAndNumbersThatNoFactUsesAreTold() throws IOException, ProblemException {
        Coverage coverage = cover(
                "However, the Epsilon Society of Friends and the XYZ met the Gamma Office in 2031, with 42 guests and seven dogs.");
        assertEquals(
                List.of("acronym XYZ", "figure 42", "figure seven", "name Epsilon Society of Friends", "year 2031"),
                words(coverage));
        assertEquals(List.of("beta#4"), coverage.silentPassages());
    }

    /** A heading says what the passages below it are about; nobody need write that it carries no facts. */
    @ParameterizedTest
    @ValueSource(strings = {"heading", "section", "header"})
    void noFactIsMissedOfAHeading(String kind) throws IOException, ProblemException {
        Coverage coverage =
                Coverage.of(new Passage(folder).kind(kind).says("What they do").build());
        assertEquals(List.of(), coverage.silentPassages());
    }

    /** Talking is another name of an issue, and RES is explained by a note in another document only. */
    @Test
    void membersOfListsThatNothingHoldsAreTold() throws IOException, ProblemException {
        assertEquals(
                List.of("listed kites", "listed paper boats"),
                words(cover("They do things such as kites, paper boats, long talking and speech.")));
    }

    @Test
    void ordinaryWordsAreNoNames() throws IOException, ProblemException {
        assertEquals(List.of(), words(cover("Students talk. On a day in May the talk ended. It was the second one.")));
    }

    @Test
    void notesExplain() throws IOException, ProblemException {
        Coverage coverage = cover("It ended.");
        assertEquals(1, coverage.explained());
        assertTrue(
                coverage.unexplained().isEmpty(), () -> coverage.unexplained().toString());
    }

    @Test
    void thingsThatHangOnTooLittleAreTold() throws IOException, ProblemException {
        Coverage coverage = cover("It ended.");
        assertEquals(List.of("document:beta", "place:land"), coverage.inNoStatement());
        assertEquals(
                List.of("initiative:round", "initiative:school", "organisation:alpha", "organisation:beta"),
                coverage.withoutIssue());
        assertEquals(
                List.of("organisation:alpha-lab", "organisation:beta", "organisation:delta", "organisation:gamma"),
                coverage.withoutLink());
    }
}
