package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher starts a server again that ran out of memory, and nothing else; a stand-in takes Java's place. */
class LauncherTest {
    @TempDir
    private Path home;

    @BeforeEach
    void standIn() throws IOException {
        Files.copy(Path.of("geneva"), home.resolve("geneva"));
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectories(home.resolve("target"));
        Files.createFile(home.resolve("pom.xml"));
        FileTime later = FileTime.from(Instant.now().plusSeconds(60));
        for (String built : List.of("geneva-graph.jar", "geneva-graph.jsa")) {
            Files.setLastModifiedTime(Files.createFile(home.resolve("target").resolve(built)), later);
        }
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        // Ends as if out of memory at first, then with the status that its last argument says.
        Files.writeString(java, """
                #!/bin/sh
                echo "$@" >> "%1$s/runs"
                if [ "$(wc -l < "%1$s/runs")" -lt 2 ]; then exit 3; fi
                for last in "$@"; do :; done
                exit "$last"
                """.formatted(home));
        assertTrue(java.toFile().setExecutable(true));
    }

    @Test
    void aServerThatRanOutOfMemoryIsStartedAgain() throws IOException, InterruptedException {
        Commands.Ended ended = geneva("--quiet", "serve", "7");
        assertEquals(7, ended.status());
        assertTrue(ended.output().contains("the server ran out of memory"), ended.output());
        List<String> runs = Files.readAllLines(home.resolve("runs"));
        assertEquals(2, runs.size());
        assertEquals(runs.get(0), runs.get(1));
        assertTrue(runs.get(0).contains("-Xmx"), runs::toString);
        assertTrue(runs.get(0).contains("-XX:+ExitOnOutOfMemoryError"), runs::toString);
        assertFalse(runs.get(0).contains("TieredStopAtLevel"), runs::toString);
    }

    @Test
    void anyOtherCommandIsNot() throws IOException, InterruptedException {
        assertEquals(3, geneva("query", "serve").status());
        List<String> runs = Files.readAllLines(home.resolve("runs"));
        assertEquals(1, runs.size());
        assertTrue(runs.get(0).contains("-XX:TieredStopAtLevel=1"), runs::toString);
    }

    /** Maven builds a jar without it. */
    @Test
    void classesAreArchivedOnceForAJar() throws IOException, InterruptedException {
        Files.delete(home.resolve("target/geneva-graph.jsa"));
        Commands.Ended ended = geneva("query", "0");
        assertEquals(0, ended.status(), ended.output());
        assertTrue(ended.output().contains("Making later starts faster"), ended.output());
        List<String> runs = Files.readAllLines(home.resolve("runs"));
        assertEquals(4, runs.size(), runs::toString);
        assertTrue(runs.get(2).contains("-Xshare:dump"), runs::toString);
        Files.setLastModifiedTime(
                home.resolve("target/geneva-graph.jsa"),
                FileTime.from(Instant.now().plusSeconds(120)));
        // What could not be archived is not tried again.
        assertEquals(0, geneva("query", "0").status());
        assertEquals(5, Files.readAllLines(home.resolve("runs")).size());
        assertTrue(Files.notExists(home.resolve("target/geneva-graph.jsa.lock")));
    }

    @Test
    void theFirstBuildTellsWhatItIsAbout() throws IOException, InterruptedException {
        Files.delete(home.resolve("target/geneva-graph.jar"));
        Files.writeString(home.resolve("runs"), "archived\n");
        Path maven = home.resolve("bin/mvn");
        Files.writeString(maven, """
                #!/bin/sh
                echo "[INFO] --- compiler:3.14.0:compile (default-compile) @ geneva-graph ---"
                sleep 2
                touch "%s/target/geneva-graph.jar"
                """.formatted(home));
        assertTrue(maven.toFile().setExecutable(true));
        Commands.Ended ended = geneva("validate", "0");
        assertEquals(0, ended.status(), ended.output());
        assertTrue(
                ended.output().contains("Building Geneva Graph")
                        && ended.output().contains("  compile ("),
                ended.output());
    }

    @Test
    void aBuildThatFailsShowsWhy() throws IOException, InterruptedException {
        Files.delete(home.resolve("target/geneva-graph.jar"));
        Path maven = home.resolve("bin/mvn");
        Files.writeString(maven, "#!/bin/sh\necho '[INFO] chatter'\necho '[ERROR] no room'\nexit 1\n");
        assertTrue(maven.toFile().setExecutable(true));
        Commands.Ended ended = geneva("validate");
        assertEquals(1, ended.status(), ended.output());
        assertTrue(ended.output().contains("[ERROR] no room\ngeneva: the build failed"), ended.output());
        assertTrue(!ended.output().contains("chatter"), ended.output());
    }

    private Commands.Ended geneva(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = home.resolve("geneva").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        String path = home.resolve("bin") + ":" + System.getenv("PATH");
        return Commands.run(Map.of("JAVA_HOME", home.toString(), "PATH", path), command);
    }
}
