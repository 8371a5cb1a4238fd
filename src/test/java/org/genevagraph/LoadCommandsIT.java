package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands of {@code src/test/load} against the packed program, each in a short form; how long they run otherwise is for whoever calls them. */
class LoadCommandsIT {
    private static Commands.Ended run(String command, String... arguments) throws IOException, InterruptedException {
        Commands.needs("python3 is not installed – apt-get install python3", Commands.PYTHON, "--version");
        Commands.Ended ended =
                Commands.run(Stream.concat(Stream.of(Commands.PYTHON, "src/test/load/" + command), Stream.of(arguments))
                        .toArray(String[]::new));
        assertEquals(0, ended.status(), ended.output());
        return ended;
    }

    /** The same for a command that starts servers itself. */
    private static Commands.Ended runWithServers(String command, String... arguments)
            throws IOException, InterruptedException {
        return run(
                command,
                Stream.concat(Stream.concat(Stream.of(arguments), Stream.of("--")), RunningJar.serve())
                        .toArray(String[]::new));
    }

    @Test
    void stoppingLosesNothing() throws IOException, InterruptedException {
        Commands.Ended ended = runWithServers("stops", "--kills", "1", "--terms", "1");
        assertTrue(ended.output().contains("1 x SIGTERM under load: "), ended.output());
    }

    @Test
    void hostileRequestsOfOneSeedDoNoHarm() throws IOException, InterruptedException {
        // Most of these requests would take as much time as they are given.
        try (RunningJar server = RunningJar.start("--limit=query.time=3s")) {
            run(
                    "hostile",
                    server.address().replaceFirst("/$", ""),
                    "--requests",
                    "60",
                    "--longest",
                    "240",
                    "--clients",
                    "4");
        }
    }

    @Test
    void whateverIsEditedEveryAnswerIsRight() throws IOException, InterruptedException {
        Commands.Ended ended = runWithServers("edits", "--edits", "5", "--data", Mini.DATA.toString());
        assertTrue(ended.output().contains("5 edits (seed 1; "), ended.output());
    }
}
