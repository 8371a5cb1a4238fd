package org.genevagraph.query.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.genevagraph.Commands;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The graph in Virtuoso as Debian has it (7.2.5), where anybody on the machine may change it. It takes what is published, and does not answer everything: no test
 * of every build, but a command, {@code mvn -Dtest=VirtuosoGolden test}.
 */
class VirtuosoGolden {
    private static final String PROGRAM = "/usr/bin/virtuoso-t";
    private static final int STARTS_SECONDS = 120;

    @TempDir
    private Path folder;

    private Process virtuoso;
    private EngineAddress address;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Commands.needs(
                "Virtuoso is not installed – apt-get install virtuoso-opensource-7",
                "test",
                "-x",
                PROGRAM,
                "-a",
                "-x",
                "/usr/bin/isql-vt");
        int sql = freePort();
        int http = freePort();
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
                ServerThreads = 4
                [SPARQL]
                ResultSetMaxRows = 1000000
                """.formatted(folder, sql, http));
        virtuoso = new ProcessBuilder(PROGRAM, "+foreground", "+configfile", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        waitFor(http);
        Commands.Ended granted = Commands.run(
                "/usr/bin/isql-vt", "127.0.0.1:" + sql, "dba", "dba", "exec=GRANT SPARQL_UPDATE TO \"SPARQL\";");
        assertEquals(0, granted.status(), granted.output());
        String sparql = "http://127.0.0.1:" + http + "/sparql";
        address = EngineAddress.of(sparql, sparql, Map.of());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void waitFor(int port) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_SECONDS);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                if (!virtuoso.isAlive() || System.nanoTime() > end) {
                    throw new IOException("Virtuoso does not start: " + Files.readString(folder.resolve("out.txt")), e);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (virtuoso != null) {
            virtuoso.destroyForcibly().waitFor();
        }
    }

    @Test
    void goldenQuestionsAreAnsweredTheSameButForThoseOfTheTable() throws IOException, ProblemException, Refusal {
        Engine engine = new EngineUpload(address, Clock.systemUTC(), line -> {}).publish(Mini.realSnapshot());
        GoldenQuestions.areAnsweredAsInMemoryButForKnown(engine, Duration.ofMinutes(2), "virtuoso");
    }
}
