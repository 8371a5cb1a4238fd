package org.genevagraph.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Passes bytes on, and remembers the first that could not be written: a {@link PrintStream} above it would keep that to itself. */
public final class WatchedOutput extends FilterOutputStream {
    private IOException failure;

    public WatchedOutput(OutputStream out) {
        super(out);
    }

    /** Prints into it, in UTF-8. */
    public PrintStream printer() {
        return new PrintStream(this, false, StandardCharsets.UTF_8);
    }

    /** Why something could not be written; empty if everything could. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether whoever read has gone away, as {@code head} does when it has seen enough. */
    public boolean hasLostItsReader() {
        return failure != null && String.valueOf(failure.getMessage()).contains("Broken pipe");
    }

    @Override
    public void write(int oneByte) throws IOException {
        watch(() -> out.write(oneByte));
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        watch(() -> out.write(bytes, from, count));
    }

    @Override
    public void flush() throws IOException {
        watch(out::flush);
    }

    private void watch(Step step) throws IOException {
        if (failure != null) {
            // What comes after a gap would be read as if there were none.
            throw failure;
        }
        try {
            step.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
