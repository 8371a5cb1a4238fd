package org.genevagraph.cli.console;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Ports that users name. */
public final class Ports {
    /** This machine, for those on it alone. */
    public static final String LOOPBACK = "127.0.0.1";

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

    /**
     * Checks that nobody else listens at an address, before anything is read for what shall.
     *
     * @throws ParameterException if somebody does, or this machine cannot
     */
    public static void checkFree(CommandLine command, String option, String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Those who just left do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw fault(command, option, host, port, e);
        }
    }

    /** What to tell when a server could not listen there. */
    public static ParameterException fault(CommandLine command, String option, String host, int port, Exception cause) {
        if (!(cause instanceof BindException)) {
            return new ParameterException(
                    command, "--host " + host + " cannot be listened on – try 127.0.0.1 or 0.0.0.0");
        }
        boolean foreign = String.valueOf(cause.getMessage()).contains("assign");
        return new ParameterException(
                command,
                foreign
                        ? "--host " + host + " is no address of this machine – try 127.0.0.1 or 0.0.0.0"
                        : taken(option, port));
    }

    /** What to tell when somebody else listens there. */
    private static String taken(String option, int port) {
        return "port " + port + " is taken – choose another with " + option + ", or 0 for a free one";
    }
}
