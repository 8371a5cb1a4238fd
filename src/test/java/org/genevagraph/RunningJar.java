package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The packed jar, serving in a process of its own on a free port, and other programs that ask it. */
final class RunningJar implements AutoCloseable {
    static final String JAR = "target/geneva-graph.jar";
    static final String PYTHON = "/usr/bin/python3";

    private final Process server;
    private final String address;

    private RunningJar(Process server, String address) {
        this.server = server;
        this.address = address;
    }

    static RunningJar start() throws IOException {
        Process server = new ProcessBuilder(java(), "-jar", JAR, "serve", "--port", "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null || !line.startsWith("Geneva Graph is at http://127.0.0.1:")) {
            server.destroy();
            throw new IOException("the server did not tell its address: " + line);
        }
        return new RunningJar(server, line.substring("Geneva Graph is at ".length()));
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        server.destroy();
        try {
            assertTrue(server.waitFor(20, TimeUnit.SECONDS), "the server did not stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    record Ended(int status, String output) {}

    static Ended run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    static Ended run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** Skips the test without these Python modules; where everything must be tested, their lack is a failure. */
    static void needsPython(String modules, String packages) throws InterruptedException {
        needs(
                "Python's " + modules + " are not installed – apt-get install " + packages,
                PYTHON,
                "-c",
                "import " + modules);
    }

    /** Skips the test if this command does not succeed, and says how to get what it is for; where everything must be tested, that is a failure. */
    static void needs(String how, String... command) throws InterruptedException {
        boolean ready;
        try {
            ready = run(command).status() == 0;
        } catch (IOException e) {
            ready = false;
        }
        if (System.getenv("CI") != null) {
            assertTrue(ready, how);
        }
        Assumptions.assumeTrue(ready, how);
    }
}
