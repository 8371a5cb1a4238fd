package org.genevagraph.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.genevagraph.cli.settings.LimitText;
import org.genevagraph.serve.monitor.AccessLog;
import org.genevagraph.serve.monitor.Addresses;
import org.genevagraph.serve.monitor.JsonLines;
import org.genevagraph.serve.monitor.Monitor;
import org.genevagraph.serve.monitor.SlowQueries;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which logs the server writes, where and for how long. */
public final class LogOptions {
    private static final String STANDARD_ERROR = "-";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description =
                    "Write a line of JSON for every request to this file, or to standard error if it is -. With yyyy_mm_dd in its "
                            + "name each day has a file.")
    private String accessLog;

    @Option(
            names = "--access-log-addresses",
            paramLabel = "HOW",
            defaultValue = "truncated",
            description =
                    "How much of a client's address it holds: one of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE}, which is the network "
                            + "only, if not said.")
    private Addresses accessLogAddresses;

    @Option(
            names = "--slow-query-log",
            paramLabel = "FILE",
            description =
                    "Write a line of JSON for every query that takes long to this file, or to standard error if it is -.")
    private String slowQueryLog;

    @Option(
            names = "--slow-query",
            paramLabel = "TIME",
            defaultValue = "1s",
            description = "How long a query takes that is written down, such as 500ms; ${DEFAULT-VALUE} if not said.")
    private String slowQuery;

    @Option(
            names = "--log-days",
            paramLabel = "DAYS",
            defaultValue = "31",
            description = "After how many days the files of single days are deleted; ${DEFAULT-VALUE} if not said.")
    private int logDays;

    /**
     * Checks what they say.
     *
     * @throws ParameterException if one of them is wrong
     */
    void check() {
        checkLog("--access-log", accessLog);
        checkLog("--slow-query-log", slowQueryLog);
        if (logDays < 1) {
            throw new ParameterException(spec.commandLine(), "--log-days " + logDays + " is too few – take 1 or more");
        }
        slowTime();
    }

    private void checkLog(String option, String file) {
        if (file != null && !file.equals(STANDARD_ERROR)) {
            Path folder = Path.of(file).toAbsolutePath().getParent();
            if (!Files.isDirectory(folder) || Files.isDirectory(Path.of(file))) {
                throw new ParameterException(
                        spec.commandLine(),
                        option + " " + file + " cannot be written – give a file in a folder that is there");
            }
        }
    }

    private Duration slowTime() {
        try {
            return LimitText.time(slowQuery);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--slow-query " + e.getMessage());
        }
    }

    /**
     * Sees what the server does, and writes the logs that are wanted.
     *
     * @param standardError takes the lines of a log that is to be written there
     * @throws ParameterException if one cannot be written
     */
    Monitor monitor(Consumer<String> standardError) {
        return new Monitor(
                Optional.ofNullable(accessLog)
                        .map(file -> new AccessLog(
                                log("--access-log", file, standardError), accessLogAddresses, Clock.systemUTC())),
                Optional.ofNullable(slowQueryLog)
                        .map(file -> new SlowQueries(
                                log("--slow-query-log", file, standardError), slowTime(), Clock.systemUTC())));
    }

    private JsonLines log(String option, String file, Consumer<String> standardError) {
        try {
            return file.equals(STANDARD_ERROR) ? JsonLines.to(standardError) : JsonLines.file(file, logDays);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), option + " " + file + " cannot be written – give another file");
        }
    }
}
