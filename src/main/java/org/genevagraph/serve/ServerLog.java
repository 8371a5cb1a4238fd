package org.genevagraph.serve;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.genevagraph.problem.OneLine;

/** What a server tells those who run it: lines of time, level and text. */
public final class ServerLog {
    private final Clock clock;
    private final Consumer<String> info;
    private final Consumer<String> warnings;

    /**
     * A log.
     *
     * @param info takes the lines that tell how it goes
     * @param warnings takes those that tell what is wrong
     */
    public ServerLog(Clock clock, Consumer<String> info, Consumer<String> warnings) {
        this.clock = clock;
        this.info = info;
        this.warnings = warnings;
    }

    /** Tells how it goes. */
    public void info(String text) {
        info.accept(line("INFO", text));
    }

    /** Tells what is wrong. */
    public void warn(String text) {
        warnings.accept(line("WARN", text));
    }

    private String line(String level, String text) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + level + " " + OneLine.of(text);
    }
}
