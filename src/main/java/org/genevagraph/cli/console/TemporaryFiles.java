package org.genevagraph.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The folder for temporary files, without which no worker can start. */
public final class TemporaryFiles {
    private TemporaryFiles() {}

    /**
     * Checks that files can be written there.
     *
     * @throws ParameterException if they cannot
     */
    public static void check(CommandLine command) {
        fault(Path.of(System.getProperty("java.io.tmpdir"))).ifPresent(fault -> {
            throw new ParameterException(command, fault);
        });
    }

    /** What is wrong with a folder for temporary files, with the fix; empty if nothing is. */
    static Optional<String> fault(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "geneva-try-", ""));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("no temporary file can be written in " + folder
                    + " – set JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER, with a folder that this user may write");
        }
    }
}
