package org.genevagraph.cli.curate;

import java.io.IOException;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.serve.SnapshotServer;
import picocli.CommandLine;

/** Starts the server of a desk as the command does, for tests that look at it. */
public final class DeskServer {
    private DeskServer() {}

    /** Starts it on a free port; the arguments are those of the command. */
    public static SnapshotServer start(String... arguments) throws IOException, ProblemException {
        DeskCommand command = new DeskCommand();
        CommandLine line = new CommandLine(command);
        line.parseArgs(arguments);
        return command.start();
    }
}
