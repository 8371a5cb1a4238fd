package org.genevagraph.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.serve.http.Served;

/** Looks for changed files and publishes what they make; what is wrong is reported, and the last good snapshot stays. */
public final class Reloader implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SnapshotServer server;
    private final Files files;
    private final Consumer<String> log;
    private final ScheduledExecutorService clock;
    private Object seen;

    /** The files from which the server's data come. */
    public interface Files {
        /** Something that differs whenever the files do. */
        Object state() throws IOException;

        /** What they make. */
        Served build() throws IOException, ProblemException;
    }

    /**
     * Starts looking.
     *
     * @param log takes what is reported, line by line
     */
    public Reloader(SnapshotServer server, Files files, Consumer<String> log) throws IOException {
        this.server = server;
        this.files = files;
        this.log = log;
        this.seen = files.state();
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "reloader");
            thread.setDaemon(true);
            return thread;
        });
        // The result is not asked for: every exception is dealt with inside.
        var unused =
                clock.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Object state = files.state();
            if (state.equals(seen)) {
                return;
            }
            seen = state;
            Served next = files.build();
            if (!next.snapshot().version().equals(server.served().snapshot().version())) {
                log.accept(
                        "the data changed: serving version " + next.snapshot().version());
            }
            server.publish(next);
        } catch (ProblemException e) {
            log.accept("the data changed and are not right; still serving version "
                    + server.served().snapshot().version());
            e.problems().forEach(problem -> log.accept(problem.toString()));
        } catch (IOException | UncheckedIOException e) {
            log.accept("the data cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            // Otherwise the clock would stop without a word.
            log.accept("the data could not be built: " + e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
