package org.genevagraph.cli;

import java.util.concurrent.Callable;

/** What the commands have in common: they print, and end with an exit status. */
abstract class ConsoleCommand implements Callable<Integer> {
    /** What it prints with; set before the command runs. */
    Console console;
}
