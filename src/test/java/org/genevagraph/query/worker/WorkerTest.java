package org.genevagraph.query.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.genevagraph.Alone;
import org.genevagraph.Mini;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.foreign.ForeignQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.snapshot.frozen.FrozenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker does not outlive its server, even one that was killed. */
@Alone
class WorkerTest {
    @TempDir
    private Path folder;

    @Test
    void itEndsWithItsServerEvenInTheMiddleOfAQuery() throws IOException, InterruptedException {
        Path file = folder.resolve("frozen");
        try (OutputStream out = Files.newOutputStream(file)) {
            FrozenFile.write(Mini.snapshot().dataset(), out);
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                file.toString()));
        command.addAll(Services.NONE.toArguments());
        Process worker = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(Frames.READY, worker.getInputStream().read());
        DataOutputStream pipe = new DataOutputStream(worker.getOutputStream());
        Frames.write(
                new ForeignQuery(
                        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
                        List.of(),
                        List.of(),
                        AnswerFormat.CSV,
                        AnswerFormat.NT,
                        Limits.STANDARD.withTime(Duration.ofMinutes(5))),
                pipe);
        pipe.close();
        assertTrue(worker.waitFor(30, TimeUnit.SECONDS), "the worker goes on without a server");
        assertEquals(0, worker.exitValue());
    }
}
