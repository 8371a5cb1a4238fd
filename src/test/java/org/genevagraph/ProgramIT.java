package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packed jar as users start it, in a process of its own, and the clients that analysts use. */
class ProgramIT {
    private static RunningJar server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningJar.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theJarAnswersFromAnyFolder() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                RunningJar.java(),
                "-jar",
                Path.of(RunningJar.JAR).toAbsolutePath().toString()));
        command.addAll(List.of(
                "query",
                "shared-partners",
                "a=gcsp",
                "b=CyberPeace Institute",
                "--format",
                "table",
                "--quiet",
                "--build-cache",
                RunningJar.BUILDS));
        Process process = new ProcessBuilder(command)
                .directory(Path.of("src").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.contains("The sources state no partner that"), output);
    }

    @Test
    void analystsClientsGetTheirAnswers() throws IOException, InterruptedException {
        Commands.needsPython("pandas, rdflib, SPARQLWrapper", "python3-pandas python3-rdflib python3-sparqlwrapper");
        Commands.Ended clients = Commands.run(Commands.PYTHON, "src/test/python/clients.py", server.address());
        assertEquals(0, clients.status(), clients.output());
    }
}
