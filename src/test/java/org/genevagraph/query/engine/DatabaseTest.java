package org.genevagraph.query.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.snapshot.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph in TDB2 databases of a folder. */
class DatabaseTest {
    private static final int KILLED = 9;

    @TempDir
    private Path temporary;

    private final List<String> told = new ArrayList<>();

    private DatabaseFolder databases;
    private Instant now;

    @AfterEach
    void close() throws IOException {
        if (databases != null) {
            databases.close();
        }
    }

    private Path folder() {
        return temporary.resolve("not/yet/there");
    }

    private Database publish(Snapshot snapshot) throws IOException {
        return publish(snapshot, 0);
    }

    private Database publish(Snapshot snapshot, int day) throws IOException {
        now = Instant.parse("2026-11-01T00:00:00Z").plus(Duration.ofDays(day));
        told.clear();
        if (databases == null) {
            databases = DatabaseFolder.open(folder(), () -> now, told::add);
        }
        return databases.publish(snapshot);
    }

    /** As when the program ends. */
    private void end() throws IOException {
        databases.close();
        databases = null;
    }

    private boolean wasLoaded() {
        return told.stream().anyMatch(line -> line.contains("triples in"));
    }

    private List<String> inside() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Which organisations of the made-up tables bear a name that begins so. */
    private static List<String> names(Store store) throws Refusal {
        Result result = store.ask(
                QueryFactory.create("SELECT DISTINCT ?name { ?s <" + RDFS.label.getURI()
                        + "> ?name FILTER (STRSTARTS(?name, 'Delta')) } ORDER BY ?name"),
                Limits.STANDARD,
                Limits.STANDARD.time());
        return ((Result.Rows) result)
                .rows().stream()
                        .map(row -> row.get(Var.alloc("name")).getLiteralLexicalForm())
                        .distinct()
                        .toList();
    }

    @Test
    void everyGoldenQuestionIsAnsweredTheSame() throws IOException, ProblemException, Refusal {
        GoldenQuestions.areAnsweredAsInMemory(publish(Mini.realSnapshot()));
    }

    @Test
    void whatIsThereIsNotLoadedAgainAndWhatIsDamagedIs() throws IOException, Refusal {
        Database first = publish(Mini.snapshot());
        assertTrue(wasLoaded());
        end();
        Database second = publish(Mini.snapshot());
        assertTrue(!wasLoaded(), "it is loaded again");
        assertEquals(first.version(), second.version());
        assertEquals(List.of("Delta Bank"), names(second));

        end();
        Path files = folder().resolve(first.version()).resolve("Data-0001");
        Files.write(files.resolve("SPO.dat"), new byte[] {1});
        assertThrows(IOException.class, () -> Database.open(folder().resolve(first.version())));
        assertEquals(List.of("Delta Bank"), names(publish(Mini.snapshot())));
        assertTrue(wasLoaded(), "what is damaged is taken");
    }

    @Test
    void versionsLieBesideEachOtherAndTheOldestGoes() throws IOException, ProblemException, Refusal {
        Snapshot one = Mini.naming(temporary, "Delta One");
        Database first = publish(one, 1);
        Database second = publish(Mini.naming(temporary, "Delta Two"), 2);
        assertEquals(List.of("Delta One"), names(first));
        assertEquals(List.of("Delta Two"), names(second));
        Files.createDirectories(folder().resolve("of somebody else"));
        // While one is made ready to be served, another may come: the one that is served is asked all the time.
        Database third = publish(Mini.naming(temporary, "Delta Three"), 3);
        assertEquals(List.of("Delta One"), names(first), "it is removed while it is asked");
        Files.createDirectories(folder().resolve("0123456789abcdef.part"));
        Database fourth = publish(Mini.naming(temporary, "Delta Four"), 4);
        List<String> left = Stream.of(
                        "geneva.lock", "of somebody else", second.version(), third.version(), fourth.version())
                .sorted()
                .toList();
        assertEquals(left, inside());
        Refusal refusal = assertThrows(Refusal.class, () -> names(first));
        assertEquals(Refusal.Reason.BUSY, refusal.reason());
        assertEquals(List.of("Delta One"), names(publish(one, 5)));
    }

    @Test
    void aLoadThatWasKilledIsDoneAgain() throws IOException, InterruptedException, Refusal {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(KILLED, process.waitFor());
        assertTrue(inside().stream().anyMatch(name -> name.endsWith(".part")), inside()::toString);
        Database whole = publish(Mini.snapshot());
        assertEquals(List.of("Delta Bank"), names(whole));
        assertTrue(wasLoaded());
        assertEquals(List.of(whole.version(), "geneva.lock"), inside());
    }

    /** A program that ends in the middle of a load as a killed one does. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] arguments) throws IOException {
            Consumer<String> end = line -> Runtime.getRuntime().halt(KILLED);
            DatabaseFolder.open(Path.of(arguments[0]), Clock.systemUTC(), end).publish(Mini.snapshot());
        }
    }

    @Test
    void graphsAreThoseOfTheGraphInMemory() throws IOException, Refusal {
        Snapshot snapshot = Mini.snapshot();
        Database database = publish(snapshot);
        Result.Rows rows = (Result.Rows) database.ask(
                QueryFactory.create(
                        "SELECT ?g (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } GROUP BY ?g"),
                Limits.STANDARD,
                Limits.STANDARD.time());
        assertEquals(snapshot.triplesPerGraph().size() + 1, rows.rows().size());
        rows.rows().forEach(row -> {
            long expected = row.contains("g")
                    ? snapshot.dataset().getGraph(row.get("g")).size()
                    : snapshot.dataset().getDefaultGraph().size();
            assertEquals(Long.toString(expected), row.get("n").getLiteralLexicalForm());
        });
    }
}
