package org.genevagraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.project.BuiltProject;
import org.genevagraph.cli.project.Project;
import org.genevagraph.cli.project.ReadProject;
import org.genevagraph.cli.settings.CacheFolder;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A second start tells what the first one told, from what that one kept. */
class KeptBuildTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void tables() throws IOException {
        Mini.copy(Mini.DATA, folder.resolve("data"));
    }

    private Mini.Run run(String... words) {
        String[] all = Stream.concat(
                        Stream.of(words),
                        Stream.of(
                                "--data",
                                folder.resolve("data").toString(),
                                "--build-cache",
                                folder.resolve("cache").toString()))
                .toArray(String[]::new);
        return Mini.geneva(all);
    }

    /** Lets the process forget what it built last, which it would not read again. */
    private void forget() {
        assertEquals(0, Mini.geneva("build", "--data", Mini.DATA.toString()).status());
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.toList();
        }
    }

    @Test
    void theSecondStartTellsTheSame() throws IOException {
        Mini.Run cold = run("build", "--out", "-");
        assertEquals(0, cold.status(), cold.err());
        assertTrue(cold.out().contains("/statement/"), "a dump");
        Mini.Run query = run("query", "partners", "organisation=alpha", "--format", "csv");
        assertEquals(1, kept().size());
        forget();
        assertEquals(cold, run("build", "--out", "-"));
        forget();
        assertEquals(query, run("query", "partners", "organisation=alpha", "--format", "csv"));
        assertEquals(1, kept().size());
        forget();
        assertEquals(
                run("build"),
                Mini.geneva("build", "--data", folder.resolve("data").toString(), "--build-cache", "off"));
    }

    @Test
    void whatIsDamagedIsBuiltAnewAndSaidSo() throws IOException {
        Mini.Run cold = run("build");
        Path kept = kept().get(0);
        byte[] whole = Files.readAllBytes(kept);
        Files.write(kept, new byte[] {1, 2, 3});
        forget();
        Mini.Run again = run("build");
        assertEquals(cold.out(), again.out());
        assertEquals(
                1,
                again.err().lines().filter(line -> line.contains("built anew")).count(),
                again.err());
        assertEquals(whole.length, Files.size(kept));
        assertFalse(again.err().contains(folder.resolve("cache").toString()), again.err());
    }

    @Test
    void anEditIsSeen() throws IOException {
        run("build");
        Path table = folder.resolve("data/organisations.csv");
        String text = Files.readString(table);
        Files.writeString(table, text + "\"broken\n");
        assertEquals(1, run("build").status());
        assertEquals(1, kept().size(), "what is wrong is not kept");
        Files.writeString(table, text);
        assertEquals(0, run("build").status());
    }

    /** What a start from what is kept makes only when somebody needs it, is made of what it read, whatever the files hold by then. */
    @Test
    void whatIsMadeLaterIsOfTheSameFiles() throws IOException, ProblemException {
        run("build");
        forget();
        ReadProject read = project().read(quiet());
        Path table = folder.resolve("data/organisations.csv");
        String text = Files.readString(table);
        Files.writeString(table, text.replace("A foundation for talks.", "Another summary."));
        Inputs inputs = read.inputs();
        assertTrue(inputs.tables().stream().anyMatch(file -> file.text().equals(text)), "the table as it was");
        assertEquals(List.of(), inputs.faults());
        String version = project().build(read, quiet()).version();
        assertEquals(version, new SnapshotBuilder(inputs, Progress.NONE).build().version());
        assertEquals(
                Project.queries().all().size(),
                read.queries().all().size(),
                "the queries, which are not parsed before");
        assertNotEquals(version, project().build(quiet()).version(), "read again, the edit is seen");
    }

    private BuiltProject project() {
        BuiltProject project = new BuiltProject();
        new CommandLine(CommandSpec.create().addMixin("project", CommandSpec.forAnnotatedObject(project)))
                .parseArgs(
                        "--data",
                        folder.resolve("data").toString(),
                        "--build-cache",
                        folder.resolve("cache").toString());
        return project;
    }

    private static Console quiet() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Console(nowhere, nowhere, () -> true);
    }

    @Test
    void theFolderIsWhereItIsSaid() {
        Map<String, String> none = Map.of();
        assertEquals(Optional.of(Path.of("here")), CacheFolder.of("here", none));
        assertEquals(Optional.empty(), CacheFolder.of("off", Map.of("GENEVA_BUILD_CACHE", "there")));
        assertEquals(Optional.empty(), CacheFolder.of(null, none), "what the tests set");
        String set = System.clearProperty("geneva.build-cache");
        try {
            assertEquals(Optional.of(Path.of("there")), CacheFolder.of(null, Map.of("GENEVA_BUILD_CACHE", "there")));
            assertEquals(Optional.empty(), CacheFolder.of(null, Map.of("GENEVA_BUILD_CACHE", "off")));
            assertEquals(
                    Optional.of(Path.of("/caches/geneva-graph")),
                    CacheFolder.of(null, Map.of("XDG_CACHE_HOME", "/caches")));
            Path usual = Path.of(System.getProperty("user.home"), ".cache", "geneva-graph");
            assertEquals(Optional.of(usual), CacheFolder.of(null, Map.of("XDG_CACHE_HOME", "relative")));
            assertEquals(Optional.of(usual), CacheFolder.of(null, none));
            String home = System.setProperty("user.home", "?");
            try {
                assertTrue(CacheFolder.isMissing(null, none), "Java knows no home of the user");
                assertFalse(CacheFolder.isMissing("off", none));
                assertFalse(CacheFolder.isMissing("here", none));
            } finally {
                System.setProperty("user.home", home);
            }
        } finally {
            System.setProperty("geneva.build-cache", set);
        }
    }
}
