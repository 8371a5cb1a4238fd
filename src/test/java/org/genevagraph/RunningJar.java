package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packed jar, serving in a process of its own on a free port. */
final class RunningJar implements AutoCloseable {
    static final String JAR = "target/geneva-graph.jar";

    /** Where the first of these processes keeps what it builds for the others. */
    static final String BUILDS =
            Path.of("target", "kept-builds").toAbsolutePath().toString();

    private final Process server;
    private final String address;

    private RunningJar(Process server, String address) {
        this.server = server;
        this.address = address;
    }

    static RunningJar start(String... options) throws IOException {
        Process server = new ProcessBuilder(
                        Stream.concat(serve(), Stream.of(options)).toList())
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

    /** The command that serves on a free port. */
    static Stream<String> serve() {
        // Each is asked for a minute or two: what the slow compiler makes of it comes too late, and takes half of the
        // processors.
        return Stream.of(
                java(), "-XX:TieredStopAtLevel=1", "-jar", JAR, "serve", "--port", "0", "--build-cache", BUILDS);
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
}
