package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.Mini;
import org.genevagraph.files.Fingerprint;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.SnapshotBuilder;

/** A running server over files of its own that a test edits, looked at often. */
final class Watched implements AutoCloseable, Reloader.Files {
    static final Reloader.Pace PACE =
            new Reloader.Pace(Duration.ofMillis(20), Duration.ofMillis(60), Duration.ofSeconds(2));

    private static final int MOST_SECONDS = 120;

    /** Most conditions ask the server, which has its files to read meanwhile. */
    private static final int LOOK_MILLIS = 50;

    /** What happens just before the files are looked at; a test can edit them there. */
    volatile Runnable beforeState = () -> {};

    /** What happens just after the files were read. */
    volatile Runnable afterRead = () -> {};

    final List<String> log = new CopyOnWriteArrayList<>();
    private final Path home;
    private final Path data;
    private final SnapshotServer server;
    private final Reloader reloader;
    private final Http http;

    private Watched(Path home, Path data, Runnable duringStart) throws IOException, ProblemException {
        this.home = home;
        this.data = data;
        Object before = state();
        Served first = read().build();
        duringStart.run();
        server = SnapshotServer.start(first, "127.0.0.1", 0);
        reloader = new Reloader(server, this, before, PACE, new ServerLog(Clock.systemUTC(), log::add, log::add));
        http = new Http(server.address());
    }

    /** With copies of the project's ontology, shapes and queries and of the made-up tables, below a folder. */
    static Watched start(Path folder) throws IOException, ProblemException {
        return start(folder, () -> {});
    }

    /** The same, where something happens between the first reading of the files and the first look at them. */
    static Watched start(Path folder, Runnable duringStart) throws IOException, ProblemException {
        copy(folder);
        return over(folder, folder.resolve("data"), duringStart);
    }

    static void copy(Path folder) throws IOException {
        for (String part : List.of("ontology", "shapes", "queries", "catalogue")) {
            Mini.copy(Path.of(part), folder.resolve(part));
        }
        Mini.copy(Mini.DATA, folder.resolve("data"));
    }

    static Watched over(Path home, Path data, Runnable duringStart) throws IOException, ProblemException {
        return new Watched(home, data, duringStart);
    }

    @Override
    public Object state() throws IOException {
        beforeState.run();
        return Fingerprint.of(List.of(
                data,
                home.resolve("ontology"),
                home.resolve("shapes"),
                home.resolve("queries"),
                home.resolve("catalogue")));
    }

    @Override
    public Reloader.Reading read() throws IOException, ProblemException {
        QueryCatalogue queries = QueryCatalogue.read(home.resolve("queries"));
        Inputs inputs = Inputs.read(home, data);
        afterRead.run();
        return () -> Served.of(new SnapshotBuilder(inputs, Progress.NONE).build(), queries, Limits.STANDARD);
    }

    Http http() {
        return http;
    }

    String version() {
        return http.get("/health").headers().firstValue("X-Graph-Version").orElse("");
    }

    JsonObject health() {
        return JSON.parse(http.get("/health").body());
    }

    boolean isDegraded() {
        return health().getString("status").equals("degraded");
    }

    String why() {
        JsonObject health = health();
        return health.hasKey("stale") ? health.getObj("stale").getString("why") : "";
    }

    boolean knows(String organisation) {
        return http.get("/queries/partners.csv?organisation=" + organisation).statusCode() == 200;
    }

    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + MOST_SECONDS * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> what + " did not happen within " + MOST_SECONDS + " s: " + log);
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                throw new AssertionError(what, e);
            }
        }
    }

    /** Puts something in place of something that must be there. */
    static void edit(Path file, String old, String fresh) {
        try {
            String text = Files.readString(file);
            assertTrue(text.contains(old), () -> file + " has no " + old);
            Files.writeString(file, text.replace(old, fresh));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        reloader.close();
        server.close();
    }
}
