package org.genevagraph.cli.console;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Ports that users name. */
public final class Ports {
    private static final int HIGHEST = 65_535;

    private Ports() {}

    /**
     * Checks that a value can be a port.
     *
     * @throws ParameterException if it cannot
     */
    public static void check(CommandLine command, String option, int value) {
        if (value < 0 || value > HIGHEST) {
            throw new ParameterException(command, option + " " + value + " is no port – take 0 to " + HIGHEST);
        }
    }

    /** What to tell when somebody else listens there. */
    public static String taken(String option, int port) {
        return "port " + port + " is taken – choose another with " + option + ", or 0 for a free one";
    }
}
