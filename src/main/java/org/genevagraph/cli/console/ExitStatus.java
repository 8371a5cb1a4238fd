package org.genevagraph.cli.console;

/** How the program ends when not all went well. */
public final class ExitStatus {
    /** The data or the answer is not what it should be. */
    public static final int WRONG_DATA = 1;

    /** Wrong usage, or no way to write the results. */
    public static final int WRONG_USAGE = 2;

    /** What the shell says of a program that wrote to a pipe that nobody reads any more. */
    public static final int READER_GONE = 141;

    private ExitStatus() {}
}
