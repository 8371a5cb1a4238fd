package org.genevagraph.cli.console;

import java.util.concurrent.Callable;

/** What the commands have in common: they print, and end with an exit status. */
public abstract class ConsoleCommand implements Callable<Integer> {
    /** What it prints with; set before the command runs. */
    protected Console console;

    /** Has it print there. */
    public void printOn(Console place) {
        console = place;
    }
}
