package org.genevagraph.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genevagraph.Commands;

/**
 * A store that a script of {@code src/test/peers} puts behind a door, in a process of its own. The script reads the file of its last argument, if there is one, and then
 * writes its port. It answers one after the other and cannot be told to stop, so that it is started anew when nobody waits any longer.
 */
public final class ScriptPeer implements Peer {
    private static final Path SCRIPTS = Path.of("src/test/peers");
    private static final Path MODULES = Path.of("target/peers/node_modules/oxigraph");

    private final String name;
    private final List<String> command;
    private Process process;
    private int port;

    private ScriptPeer(String name, List<String> command) {
        this.name = name;
        this.command = command;
        start();
    }

    /** Oxigraph as npm has it; empty where {@code src/test/peers/install} has not put it. */
    public static Optional<ScriptPeer> oxigraph(Path... triples) {
        return Files.isDirectory(MODULES)
                ? Optional.of(new ScriptPeer(
                        "Oxigraph (npm)",
                        Stream.concat(
                                        Stream.of(
                                                "node",
                                                SCRIPTS.resolve("oxigraph.mjs").toString()),
                                        Stream.of(triples).map(Path::toString))
                                .toList()))
                : Optional.empty();
    }

    /** rdflib of the system's Python; empty where it is not installed. */
    public static Optional<ScriptPeer> rdflib(Path triples) throws IOException, InterruptedException {
        return Commands.run(Commands.PYTHON, "-c", "import rdflib").status() == 0
                ? Optional.of(new ScriptPeer(
                        "rdflib",
                        List.of(
                                Commands.PYTHON,
                                SCRIPTS.resolve("rdflib_peer.py").toString(),
                                triples.toString())))
                : Optional.empty();
    }

    private void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // Nothing more is written, so that the stream can be left as it is.
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (line == null) {
                throw new IOException(name + " does not start: " + String.join(" ", command));
            }
            port = Integer.parseInt(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public URI sparql() {
        return URI.create("http://127.0.0.1:" + port + "/sparql");
    }

    @Override
    public void giveUp() {
        close();
        start();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
