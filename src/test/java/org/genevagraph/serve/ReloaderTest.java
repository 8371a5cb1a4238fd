package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.atlas.json.JSON;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running server takes over what is right, tells what is wrong, and goes on with its last good graph whatever files do. */
class ReloaderTest {
    private static final String NAME = "Delta Bank";

    @TempDir
    private Path folder;

    private Path table() {
        return folder.resolve("data/organisations.csv");
    }

    @Test
    void keepsTheLastGoodGraph() throws IOException, ProblemException {
        try (Watched watched = Watched.start(folder)) {
            String first = watched.version();
            assertEquals("up", watched.health().getString("status"));

            Watched.edit(table(), "delta,Delta Bank,,,company", "delta,Delta Bank,,,companie");
            watched.await("the fault", watched::isDegraded);
            assertEquals(first, watched.version());
            assertTrue(watched.knows("delta"));
            assertTrue(watched.why().contains("data/organisations.csv:"), watched::why);
            assertTrue(watched.why().contains("'companie' is no organisation kind"), watched::why);
            Instant since = Instant.parse(watched.health().getObj("stale").getString("since"));
            assertTrue(since.isAfter(Instant.now().minusSeconds(120)), since::toString);
            assertEquals("up", health(watched, "/health/live"));
            assertEquals("ready", health(watched, "/health/ready"));
            awaitLastLine(watched);
            String told = watched.log.get(0);
            assertTrue(told.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z WARN reload: the data changed.*"), told);
            assertTrue(watched.log.get(watched.log.size() - 1).endsWith("still serving version " + first));

            Watched.edit(table(), "delta,Delta Bank,,,companie", "delta,Delta Trust,,,company");
            watched.await("the new name", () -> watched.knows("Delta+Trust"));
            assertNotEquals(first, watched.version());
            watched.await("health", () -> watched.health().getString("status").equals("up"));
            assertFalse(watched.health().hasKey("stale"));
        }
    }

    private static String health(Watched watched, String path) {
        return JSON.parse(watched.http().get(path).body()).getString("status");
    }

    @Test
    void anEditDuringTheStartIsNotMissed() throws IOException, ProblemException {
        try (Watched watched = Watched.start(folder, () -> Watched.edit(table(), NAME, "Delta Trust"))) {
            watched.await("the edit", () -> watched.knows("Delta+Trust"));
        }
    }

    @Test
    void anEditOfSeveralFilesIsTakenWhole() throws IOException, ProblemException {
        try (Watched watched = Watched.start(folder)) {
            // The second file is written after the first was seen, the third after all were read.
            AtomicInteger looks = new AtomicInteger();
            AtomicBoolean thirdIsWritten = new AtomicBoolean();
            watched.beforeState = () -> {
                boolean seen = text(table()).contains("delta-bank,");
                if (seen && looks.incrementAndGet() == 2) {
                    Watched.edit(folder.resolve("data/statements/beta.csv"), "delta,", "delta-bank,");
                }
            };
            watched.afterRead = () -> {
                if (!thirdIsWritten.getAndSet(true)) {
                    Watched.edit(folder.resolve("data/statements/alpha.csv"), "delta,", "delta-bank,");
                }
            };
            Watched.edit(table(), "delta,", "delta-bank,");
            watched.await(
                    "the edit",
                    () -> watched.http().get("/id/organisation/delta-bank.nt").statusCode() == 200);
            assertTrue(thirdIsWritten.get());
            // It is told after it is served.
            watched.await("the line about it", () -> !watched.log.isEmpty());
            assertEquals(1, watched.log.size(), watched.log::toString);
        }
    }

    @Test
    void filesThatNeverRestAreTakenOverAllTheSame() throws IOException, ProblemException {
        try (Watched watched = Watched.start(folder)) {
            AtomicInteger line = new AtomicInteger();
            watched.beforeState = () -> append(folder.resolve("data/log.txt"), line.incrementAndGet() + "\n");
            Watched.edit(table(), NAME, "Delta Trust");
            watched.await("the edit", () -> watched.knows("Delta+Trust"));
        }
    }

    @Test
    void sameSizeAndTimeAreNoticed() throws IOException, ProblemException {
        try (Watched watched = Watched.start(folder)) {
            FileTime time = Files.getLastModifiedTime(table());
            Path other = folder.resolve("other");
            Files.writeString(other, text(table()).replace(NAME, "Delta Bond"));
            Files.setLastModifiedTime(other, time);
            Files.move(other, table(), StandardCopyOption.ATOMIC_MOVE);
            assertEquals(time, Files.getLastModifiedTime(table()));
            watched.await("the edit", () -> watched.knows("Delta+Bond"));

            Watched.edit(table(), "Delta Bond", "Delta Trust");
            Files.setLastModifiedTime(table(), FileTime.from(Instant.EPOCH));
            watched.await("the edit of 1970", () -> watched.knows("Delta+Trust"));
        }
    }

    @Test
    void whatEditorsLeaveIsNoEdit() throws IOException, ProblemException {
        try (Watched watched = Watched.start(folder)) {
            Path data = folder.resolve("data");
            for (String name : List.of(
                    "._organisations.csv",
                    ".~lock.organisations.csv#",
                    "~$organisations.csv",
                    "organisations.csv~",
                    "#organisations.csv#",
                    ".organisations.csv.swp",
                    ".hidden.csv")) {
                Files.writeString(data.resolve(name), "nonsense\n");
            }
            Files.createDirectories(data.resolve(".git"));
            Files.writeString(data.resolve(".git/statements.csv"), "nonsense\n");
            Files.writeString(folder.resolve("queries/._about.rq"), "nonsense\n");
            // What is written, emptied and written again, and what comes by a move, is one edit.
            String good = text(table());
            Files.writeString(table(), "");
            Files.writeString(data.resolve("organisations.csv.new"), good.replace(NAME, "Delta Trust"));
            Files.move(data.resolve("organisations.csv.new"), table(), StandardCopyOption.REPLACE_EXISTING);
            watched.await("the edit", () -> watched.knows("Delta+Trust"));
            assertEquals(List.of(), warnings(watched));
        }
    }

    @Test
    void aLinkToAFolderMayPointElsewhere() throws IOException, ProblemException {
        Watched.copy(folder);
        Path old = Files.move(folder.resolve("data"), folder.resolve("release-1"));
        Path fresh = folder.resolve("release-2");
        Mini.copy(old, fresh);
        Watched.edit(fresh.resolve("organisations.csv"), NAME, "Delta Trust");
        Path current = Files.createSymbolicLink(folder.resolve("current"), old.getFileName());
        try (Watched watched = Watched.over(folder, current, () -> {})) {
            assertTrue(watched.knows("Delta+Bank"));
            Path next = Files.createSymbolicLink(folder.resolve("next"), fresh.getFileName());
            Files.move(next, current, StandardCopyOption.ATOMIC_MOVE);
            watched.await("the other release", () -> watched.knows("Delta+Trust"));
            assertEquals(List.of(), warnings(watched));
        }
    }

    @Test
    void aFolderMayGoAndComeBack() throws IOException, ProblemException {
        try (Watched watched = Watched.start(folder)) {
            Path data = folder.resolve("data");
            Path away = Files.move(data, folder.resolve("away"));
            watched.await("the loss", watched::isDegraded);
            assertTrue(watched.knows("Delta+Bank"));
            assertTrue(warnings(watched).stream().anyMatch(line -> line.contains("data is not there – bring it back")));
            List<String> told = List.copyOf(warnings(watched));
            Files.move(away, data);
            watched.await("health", () -> !watched.isDegraded());
            assertEquals(told, warnings(watched));
        }
    }

    @Test
    void whatNestsTooDeepIsToldAndHealed() throws IOException, ProblemException {
        try (Watched watched = Watched.start(folder)) {
            Path turtle = folder.resolve("ontology/deep.ttl");
            Files.writeString(
                    turtle,
                    "<https://w3id.org/geneva-graph/ontology#a> <https://w3id.org/geneva-graph/ontology#b> "
                            + "( ".repeat(200_000) + ") ".repeat(200_000) + ".");
            watched.await("deep Turtle", () -> watched.why().contains("deep"));
            assertTrue(watched.why().contains("ontology/deep.ttl"), watched::why);
            Files.delete(turtle);
            watched.await("health", () -> !watched.isDegraded());

            Path rule = folder.resolve("queries/rules/99-deep.rq");
            Files.writeString(
                    rule,
                    "#+ Adds.\nCONSTRUCT { ?s ?p ?x } WHERE { ?s ?p ?o BIND(1" + " + 1".repeat(30_000) + " AS ?x) }");
            watched.await("a long sum", () -> watched.why().contains("queries/rules/99-deep.rq"));
            Files.delete(rule);
            watched.await("health", () -> !watched.isDegraded());

            Path query = folder.resolve("queries/deep.rq");
            Files.writeString(
                    query,
                    "#+ summary: Deep?\nSELECT ?x { BIND(" + "(".repeat(30_000) + "1" + ")".repeat(30_000)
                            + " AS ?x) } ORDER BY ?x");
            watched.await("a deep query", () -> watched.why().contains("queries/deep.rq"));
            Watched.edit(table(), NAME, "Delta Trust");
            Files.delete(query);
            watched.await("the edit", () -> watched.knows("Delta+Trust"));
        }
    }

    @Test
    void noErrorEndsTheLooking() throws IOException, ProblemException {
        try (Watched watched = Watched.start(folder)) {
            int number = 0;
            for (Error error :
                    List.of(new StackOverflowError(), new OutOfMemoryError("test"), new NoClassDefFoundError("X"))) {
                String name = "Delta " + "ABC".charAt(number++);
                watched.afterRead = () -> {
                    throw error;
                };
                Watched.edit(table(), "delta,Delta ", "delta,Delta  ");
                watched.await("the error", watched::isDegraded);
                watched.afterRead = () -> {};
                Files.writeString(table(), text(table()).replaceAll("delta,Delta [^,]*", "delta," + name));
                watched.await("the edit", () -> watched.knows(name.replace(' ', '+')) && !watched.isDegraded());
            }
        }
    }

    @Test
    void aBadSaveIsToldInAFewLines() throws IOException, ProblemException {
        try (Watched watched = Watched.start(folder)) {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < 2_000; i++) {
                rows.append("nobody-").append(i).append(",funds,talks,,donor,,,stated,alpha#1\n");
            }
            rows.append("\"for\n2026-01-01T00:00:00Z INFO ged\",funds,talks,,donor,,,stated,alpha#1\n");
            append(folder.resolve("data/statements/alpha.csv"), rows.toString());
            watched.await("the fault", watched::isDegraded);
            awaitLastLine(watched);
            assertTrue(watched.log.size() < 20, () -> watched.log.size() + " lines: " + watched.log);
            assertTrue(
                    watched.log.stream().anyMatch(line -> line.contains("more of this kind")), watched.log::toString);
            assertTrue(watched.log.stream().allMatch(line -> line.lines().count() == 1), watched.log::toString);
        }
    }

    /** What went wrong is told at /health first, and then in the log. */
    private static void awaitLastLine(Watched watched) {
        watched.await("the last line", () -> watched.log.stream().anyMatch(line -> line.contains("still serving")));
    }

    private static List<String> warnings(Watched watched) {
        return watched.log.stream().filter(line -> line.contains(" WARN ")).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
