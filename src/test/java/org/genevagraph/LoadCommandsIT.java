package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The commands of {@code src/test/load} against the packed program, each in a short form; how long they run otherwise is for whoever calls them. */
class LoadCommandsIT {
    /** The packed server, stopped hard and softly; the whole number of times is for the command. */
    @Test
    void stoppingLosesNothing() throws IOException, InterruptedException {
        Commands.needs("python3 is not installed – apt-get install python3", Commands.PYTHON, "--version");
        Commands.Ended ended = Commands.run(
                Commands.PYTHON,
                "src/test/load/stops",
                "--kills",
                "3",
                "--terms",
                "2",
                "--",
                RunningJar.java(),
                "-jar",
                RunningJar.JAR,
                "serve",
                "--port",
                "0");
        assertEquals(0, ended.status(), ended.output());
        assertTrue(ended.output().contains("2 x SIGTERM under load: "), ended.output());
    }

    @Test
    void hostileRequestsOfOneSeedDoNoHarm() throws IOException, InterruptedException {
        Commands.needs("python3 is not installed – apt-get install python3", Commands.PYTHON, "--version");
        try (RunningJar server = RunningJar.start()) {
            Commands.Ended ended = Commands.run(
                    Commands.PYTHON,
                    "src/test/load/hostile",
                    server.address().replaceFirst("/$", ""),
                    "--requests",
                    "150",
                    "--longest",
                    "240",
                    "--clients",
                    "4");
            assertEquals(0, ended.status(), ended.output());
        }
    }

    @Test
    void whateverIsEditedEveryAnswerIsRight() throws IOException, InterruptedException {
        Commands.needs("python3 is not installed – apt-get install python3", Commands.PYTHON, "--version");
        Commands.Ended ended = Commands.run(
                Commands.PYTHON,
                "src/test/load/edits",
                "--edits",
                "8",
                "--data",
                Mini.DATA.toString(),
                "--",
                RunningJar.java(),
                "-jar",
                RunningJar.JAR,
                "serve",
                "--port",
                "0");
        assertEquals(0, ended.status(), ended.output());
        assertTrue(ended.output().contains("8 edits (seed 1; "), ended.output());
    }
}
