package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Other programs that the tests run, where they are installed. */
public final class Commands {
    /** The Python that packages of the system are installed for. */
    public static final String PYTHON = "/usr/bin/python3";

    private Commands() {}

    /** How it ended, and all that it wrote. */
    public record Ended(int status, String output) {}

    /** Runs a command to its end. */
    public static Ended run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    /** Runs a command to its end, with some variables of the environment. */
    public static Ended run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** Skips the test without these Python modules; where everything must be tested, their lack is a failure. */
    public static void needsPython(String modules, String packages) throws InterruptedException {
        needs(
                "Python's " + modules + " are not installed – apt-get install " + packages,
                PYTHON,
                "-c",
                "import " + modules);
    }

    /** Skips the test if this command does not succeed, and says how to get what it is for; where everything must be tested, that is a failure. */
    public static void needs(String how, String... command) throws InterruptedException {
        boolean ready;
        try {
            ready = run(command).status() == 0;
        } catch (IOException e) {
            ready = false;
        }
        if (System.getenv("CI") != null) {
            assertTrue(ready, how);
        }
        Assumptions.assumeTrue(ready, how);
    }
}
