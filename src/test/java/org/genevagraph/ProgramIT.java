package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packed jar as users start it, in a process of its own, and the clients that analysts use. */
class ProgramIT {
    private static final String JAR = "target/geneva-graph.jar";
    private static final String PYTHON = "/usr/bin/python3";

    private static Process server;
    private static String address;

    @BeforeAll
    static void start() throws IOException {
        server = new ProcessBuilder(java(), "-jar", JAR, "serve", "--port", "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertTrue(line != null && line.startsWith("Geneva Graph is at http://127.0.0.1:"), line);
        address = line.substring("Geneva Graph is at ".length());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroy();
        assertTrue(server.waitFor(20, TimeUnit.SECONDS), "the server did not stop");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private record Ended(int status, String output) {}

    private static Ended run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    @Test
    void theJarAnswersFromAnyFolder() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(java(), "-jar", Path.of(JAR).toAbsolutePath().toString()));
        command.addAll(List.of(
                "query", "shared-partners", "a=gcsp", "b=CyberPeace Institute", "--format", "table", "--quiet"));
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
        boolean ready =
                run(PYTHON, "-c", "import pandas, rdflib, SPARQLWrapper").status() == 0;
        String how =
                "Python's clients are not installed – apt-get install python3-pandas python3-rdflib python3-sparqlwrapper";
        if (System.getenv("CI") != null) {
            assertTrue(ready, how);
        }
        Assumptions.assumeTrue(ready, how);
        Ended clients = run(PYTHON, "src/test/python/clients.py", address);
        assertEquals(0, clients.status(), clients.output());
    }
}
