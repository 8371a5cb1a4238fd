package org.genevagraph.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.genevagraph.Commands;

/** Virtuoso as Debian has it (7.2.5), in a process of its own, where anybody on the machine may change it. */
public final class VirtuosoPeer implements Peer {
    /** How to get it. */
    public static final String MISSING = "Virtuoso is not installed – apt-get install virtuoso-opensource-7";

    private static final Path PROGRAM = Path.of("/usr/bin/virtuoso-t");
    private static final String ISQL = "/usr/bin/isql-vt";
    private static final int STARTS_SECONDS = 120;
    private static final String GRAPH = "urn:x-peers:all";

    private final Process virtuoso;
    private final String sql;
    private final int http;

    /**
     * Without a triple.
     *
     * @param folder an empty one, for its files
     * @throws IOException if it does not start
     */
    public VirtuosoPeer(Path folder) throws IOException, InterruptedException {
        int sqlPort = freePort();
        sql = "127.0.0.1:" + sqlPort;
        http = freePort();
        Path settings = Files.writeString(folder.resolve("virtuoso.ini"), """
                [Database]
                DatabaseFile = %1$s/virtuoso.db
                ErrorLogFile = %1$s/virtuoso.log
                LockFile = %1$s/virtuoso.lck
                TransactionFile = %1$s/virtuoso.trx
                xa_persistent_file = %1$s/virtuoso.pxa
                TempStorage = TempDatabase
                [TempDatabase]
                DatabaseFile = %1$s/temporary.db
                TransactionFile = %1$s/temporary.trx
                [Parameters]
                ServerPort = 127.0.0.1:%2$d
                DirsAllowed = %1$s
                NumberOfBuffers = 40000
                MaxDirtyBuffers = 30000
                MaxSortedTopRows = 100001
                [HTTPServer]
                ServerPort = 127.0.0.1:%3$d
                ServerRoot = %1$s
                ServerThreads = 40
                [SPARQL]
                ResultSetMaxRows = 1000000
                """.formatted(folder, sqlPort, http));
        virtuoso = new ProcessBuilder(PROGRAM.toString(), "+foreground", "+configfile", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        waitFor(folder);
        run("GRANT SPARQL_UPDATE TO \"SPARQL\";");
    }

    /** With what a file of N-Triples holds, in one graph that is asked. */
    public static VirtuosoPeer of(Path folder, Path triples) throws IOException, InterruptedException {
        VirtuosoPeer peer = new VirtuosoPeer(folder);
        Path copy = Files.copy(triples, folder.resolve("all.nt"));
        peer.run("DB.DBA.TTLP_MT(file_to_string_output('" + copy + "'), '', '" + GRAPH + "', 255);");
        peer.run("checkpoint;");
        return peer;
    }

    /** Whether it is installed. */
    public static boolean isThere() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(Path.of(ISQL));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void waitFor(Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_SECONDS);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), http)) {
                return;
            } catch (IOException e) {
                if (!virtuoso.isAlive() || System.nanoTime() > end) {
                    throw new IOException("Virtuoso does not start: " + Files.readString(folder.resolve("out.txt")), e);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private void run(String statement) throws IOException, InterruptedException {
        Commands.Ended ended = Commands.run(ISQL, sql, "dba", "dba", "exec=" + statement);
        if (ended.status() != 0 || ended.output().contains("*** Error")) {
            throw new IOException(ended.output());
        }
    }

    @Override
    public String name() {
        return "Virtuoso 7.2.5";
    }

    @Override
    public URI sparql() {
        return URI.create("http://127.0.0.1:" + http + "/sparql");
    }

    @Override
    public void close() {
        try {
            virtuoso.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Virtuoso may still run", e));
        }
    }
}
