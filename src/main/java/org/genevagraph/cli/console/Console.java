package org.genevagraph.cli.console;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;

/**
 * Where a command prints, and how loud it is.
 *
 * @param out takes results
 * @param err takes everything else
 * @param quiet knows whether the user wants it quiet
 */
public record Console(PrintStream out, PrintStream err, BooleanSupplier quiet) {
    /** Says something that is no result. */
    public void say(String line) {
        if (!quiet.getAsBoolean()) {
            err.println(line);
        }
    }

    /** Says what deserves a look in data that were published all the same. */
    public void sayWarnings(Snapshot snapshot) {
        snapshot.warnings().forEach(warning -> say("warning: " + warning));
    }

    /** A number with a comma before each three digits. */
    public static String grouped(long number) {
        return String.format("%,d", number);
    }

    /** So many of something, which has its plural in s. */
    public static String counted(long number, String one) {
        return grouped(number) + " " + one + (number == 1 ? "" : "s");
    }

    /** How many characters go on a line: $COLUMNS, or what the terminal says; no bound elsewhere. */
    public int width() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        if (!columns.matches("[1-9][0-9]{0,4}") && onTerminal()) {
            columns = terminalColumns();
        }
        return columns.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(columns) : Integer.MAX_VALUE;
    }

    private static String terminalColumns() {
        try {
            Process size = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String told = new String(size.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return told.strip().replaceFirst(".* ", "");
        } catch (IOException e) {
            // Other systems have no stty; their lines are as long as they are.
            return "";
        }
    }

    /** Whether a file is named by the hyphen that stands for standard output. */
    @SuppressWarnings("MethodCanBeStatic") // It is this console that is meant.
    public boolean isStandardOutput(Path file) {
        return file != null && file.toString().equals("-");
    }

    /**
     * Writes a file as {@link OutputFile} does, or to standard output if it is called so.
     *
     * @throws IOException if that is not possible
     * @throws E if there is nothing to be written
     */
    public <E extends Exception> void write(Path file, OutputFile.Printing<E> content) throws IOException, E {
        if (isStandardOutput(file)) {
            content.to(out);
        } else {
            OutputFile.write(file, content);
        }
    }

    /** Whether a person looks at the results. */
    @SuppressWarnings("SystemConsoleNull") // From Java 22 on there is always a console, and it knows by itself.
    public boolean onTerminal() {
        if (System.console() == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Whether results may be in colour: on a terminal, unless the user wants none (https://no-color.org). */
    public boolean isColourful() {
        return onTerminal() && System.getenv("NO_COLOR") == null;
    }

    /** Shows progress on a terminal while the work goes on; is silent elsewhere. */
    public <T, E extends Exception> T withProgress(String task, Work<T, E> work) throws E {
        if (quiet.getAsBoolean() || !onTerminal()) {
            return work.run(Progress.NONE);
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .hideEta()
                .clearDisplayOnFinish()
                .build()) {
            return work.run((step, done, total) -> {
                bar.maxHint(total);
                bar.stepTo(done);
                bar.setExtraMessage(" " + step);
            });
        }
    }

    /** Work that tells how it goes on. */
    public interface Work<T, E extends Exception> {
        T run(Progress progress) throws E;
    }
}
