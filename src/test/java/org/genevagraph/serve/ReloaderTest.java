package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running server takes over what is right, reports what is wrong, and goes on with its last good graph. */
class ReloaderTest {
    private static final int MOST_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void keepsTheLastGoodGraph() throws IOException, ProblemException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path table = data.resolve("organisations.csv");
        String good = Files.readString(table);
        List<String> log = new CopyOnWriteArrayList<>();
        Reloader.Files files = new Reloader.Files() {
            @Override
            public Object state() throws IOException {
                return Files.readString(table);
            }

            @Override
            public Served build() throws IOException, ProblemException {
                return Served.of(
                        new SnapshotBuilder(Inputs.read(Mini.HOME, data), Progress.NONE).build(),
                        QueryCatalogue.read(Path.of("queries")),
                        Limits.STANDARD);
            }
        };
        try (SnapshotServer server = SnapshotServer.start(files.build(), "127.0.0.1", 0);
                Reloader reloader = new Reloader(server, files, log::add)) {
            Http http = new Http(server.address());
            String first = version(http);

            Files.writeString(table, good.replace("delta,Delta Bank,,,company", "delta,Delta Bank,,,companie"));
            await(() -> log.stream().anyMatch(line -> line.contains("'companie' is no organisation kind")));
            assertTrue(log.get(0).contains("still serving version " + first), log::toString);
            assertEquals(first, version(http));
            assertEquals(
                    200, http.get("/queries/partners.csv?organisation=delta").statusCode());

            Files.writeString(table, good.replace("Delta Bank", "Delta Trust"));
            await(() -> log.stream().anyMatch(line -> line.contains("serving version") && !line.contains("still")));
            assertNotEquals(first, version(http));
            assertEquals(
                    200,
                    http.get("/queries/partners.csv?organisation=Delta+Trust").statusCode());
        }
    }

    private static String version(Http http) {
        return http.get("/health").headers().firstValue("X-Graph-Version").orElse("");
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + MOST_SECONDS * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "did not happen within " + MOST_SECONDS + " s");
            Thread.onSpinWait();
        }
    }
}
