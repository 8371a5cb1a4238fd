package org.genevagraph.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.problem.Problem;
import org.genevagraph.query.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code validate --all}: what a contributor runs before a pull request. */
class ValidateAllTest {
    @TempDir
    private Path folder;

    @Test
    void theProjectItselfHasNoFault() {
        Mini.Run run = Mini.geneva("validate", "--all");
        assertEquals(0, run.status(), run.out() + run.err());
        assertTrue(
                run.err().matches("(?s).*\\d+ examples of queries asked\n\\d+ golden answers compared\n.*"), run.err());
    }

    @Test
    void factsAreComparedWithThePassages() throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path statements = data.resolve("statements/alpha.csv");
        Files.writeString(
                statements, Files.readString(statements) + "organisation:beta,funds,talks,,,,,stated,alpha#3\n");
        int line = Files.readAllLines(statements).size();
        Mini.Run run =
                Mini.geneva("validate", "--all", "--data", data.toString(), "--sources", Texts.MADE_UP.toString());
        assertEquals(1, run.status(), run.out());
        assertTrue(run.out().contains("statements/alpha.csv:" + line + ": not found: Beta Institute funds"), run.out());
        assertTrue(run.err().contains("about the project's own tables"), run.err());
    }

    @Test
    void filesAndAllDoNotGoTogether() {
        assertEquals(
                2, Mini.geneva("validate", "--all", "data/organisations.csv").status());
    }

    @Test
    void aGoldenAnswerThatDiffersIsToldAtItsLine() {
        GoldenFile golden = GoldenFile.of(
                "golden/x.txt",
                "$ geneva query x a=\"b c\" --format table\nhead\none\ntwo\n\n$ geneva query x a=d --format table\nnone\n");
        assertEquals(
                List.of("query", "x", "a=b c", "--format", "table"),
                golden.commands().get(0).words());
        List<Problem> problems = golden.differences(words -> words.get(2).equals("a=d") ? "none\n" : "head\none\n2\n");
        assertEquals(1, problems.size());
        assertTrue(
                problems.get(0).toString().startsWith("golden/x.txt:4: is answered otherwise now: 2 – "),
                problems::toString);
        assertEquals(
                List.of(), golden.differences(words -> words.get(2).equals("a=d") ? "none\n" : "head\none\ntwo\n"));
    }
}
