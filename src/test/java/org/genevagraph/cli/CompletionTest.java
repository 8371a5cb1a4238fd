package org.genevagraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevagraph.Mini;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real bash completes with the script. */
class CompletionTest {
    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    private Path folder;

    private List<String> completed(Path script, String line, String... words) throws IOException, InterruptedException {
        String ask = "source " + script + "; COMP_LINE='" + line + "'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=("
                + String.join(" ", words) + "); COMP_CWORD=" + (words.length - 1)
                + "; _geneva; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder(BASH.toString(), "-c", ask)
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), output);
        return output.lines().toList();
    }

    @Test
    void bashCompletesCommandsQueriesParametersAndValues() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(BASH), "no bash at " + BASH + ": completion is not tried");
        Mini.Run run = Mini.geneva("completion", "--quiet");
        assertEquals(0, run.status(), run.err());
        Path script = folder.resolve("completion.bash");
        Files.writeString(script, run.out());
        assertEquals(List.of("evidence"), completed(script, "./geneva ev", "./geneva", "ev"));
        assertEquals(List.of("shared-partners"), completed(script, "./geneva query sh", "./geneva", "query", "sh"));
        assertEquals(List.of("wikidata"), completed(script, "./geneva link wi", "./geneva", "link", "wi"));
        assertEquals(
                List.of("place"),
                completed(script, "./geneva link ror x --kind pl", "./geneva", "link", "ror", "x", "--kind", "pl"));
        assertEquals(
                List.of("--endpoint"), completed(script, "./geneva link ror --en", "./geneva", "link", "ror", "--en"));
        assertEquals(
                List.of("geojson"),
                completed(script, "./geneva query places --format g", "./geneva", "query", "places", "--format", "g"));
        assertEquals(List.of("trig"), completed(script, "./geneva export tr", "./geneva", "export", "tr"));
        assertEquals(
                List.of("json"),
                completed(script, "./geneva validate --format j", "./geneva", "validate", "--format", "j"));
        assertEquals(List.of("--port"), completed(script, "./geneva serve --po", "./geneva", "serve", "--po"));
        assertEquals(
                List.of("scope="),
                completed(script, "./geneva query partners sc", "./geneva", "query", "partners", "sc"));
        assertEquals(
                List.of("partner", "involved"),
                completed(script, "./geneva query partners scope=", "./geneva", "query", "partners", "scope", "="));
        assertEquals(
                List.of("gcsp"),
                completed(
                                script,
                                "./geneva query partners organisation=gcs",
                                "./geneva",
                                "query",
                                "partners",
                                "organisation",
                                "=",
                                "gcs")
                        .stream()
                        .filter(word -> !word.contains("-"))
                        .toList());
        assertTrue(
                completed(script, "./geneva query why subject=norm", "./geneva", "query", "why", "subject", "=", "norm")
                        .contains("normandy-p5"));
    }
}
