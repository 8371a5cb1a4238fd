package org.genevagraph.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemDigest;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Severity;
import org.genevagraph.serve.http.Served;

/**
 * Looks for changed files and publishes what they make. What is wrong is told in the log and at {@code /health}, the last good snapshot stays,
 * and the looking goes on whatever happens.
 */
public final class Reloader implements AutoCloseable {
    /** Of each kind of fault so many are told in the log. */
    private static final int MOST_OF_A_KIND = 3;

    /** Looking takes at most one part in so many of a processor's time. */
    private static final int SHARE = 20;

    private final SnapshotServer server;
    private final Files files;
    private final Pace pace;
    private final ServerLog log;
    private final ScheduledExecutorService clock;
    private Object seen;

    /** The files from which the server's data come. */
    public interface Files {
        /** Something that differs whenever the files do, and is equal when they are; also when they cannot be read. */
        Object state() throws IOException;

        /** Reads them all, without yet making anything of them that takes long. */
        Reading read() throws IOException, ProblemException;
    }

    /** What was read from the files; they may change again without it. */
    public interface Reading {
        /** What the files make. */
        Served build() throws IOException, ProblemException;
    }

    /**
     * When it looks.
     *
     * @param look the time between two looks
     * @param rest for how long files must stay as they are before they are taken over, so that an edit of several is taken whole
     * @param patience after which time they are taken over even if they never rest
     */
    public record Pace(Duration look, Duration rest, Duration patience) {
        /** For files that people edit. */
        public static final Pace STANDARD =
                new Pace(Duration.ofSeconds(1), Duration.ofMillis(400), Duration.ofSeconds(20));
    }

    /**
     * Starts looking.
     *
     * @param first the state of the files before those were read that the server serves now
     * @param log takes what is reported
     */
    public Reloader(SnapshotServer server, Files files, Object first, Pace pace, ServerLog log) {
        this.server = server;
        this.files = files;
        this.seen = first;
        this.pace = pace;
        this.log = log;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "reloader");
            thread.setDaemon(true);
            return thread;
        });
        next(pace.look().toNanos());
    }

    private void next(long nanos) {
        if (!clock.isShutdown()) {
            // The result is not asked for: whatever is thrown is dealt with inside.
            var unused = clock.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Looks, and sees to it that there is a next look. */
    @SuppressWarnings("CatchingUnchecked") // Nothing at all may end the looking.
    private void look() {
        long cost = 0;
        try {
            long begun = System.nanoTime();
            Object state = state();
            cost = System.nanoTime() - begun;
            if (!state.equals(seen)) {
                takeOver(state);
            }
        } catch (InterruptedException e) {
            // Closing ends the waiting.
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            tell(new Failure("the data could not be taken over: " + e, "the data could not be taken over", List.of()));
        } finally {
            next(Math.max(pace.look().toNanos(), SHARE * cost));
        }
    }

    private Object state() {
        try {
            return files.state();
        } catch (IOException | UncheckedIOException e) {
            return e.toString();
        }
    }

    private void takeOver(Object changed) throws InterruptedException {
        Object before = seen;
        Object state = changed;
        long begun = System.nanoTime();
        Reading reading = null;
        Failure failure;
        do {
            state = atRest(state, begun);
            if (state.equals(before)) {
                // Something came and went, such as what an editor keeps while it saves.
                seen = state;
                return;
            }
            failure = null;
            try {
                reading = files.read();
            } catch (ProblemException | IOException | RuntimeException | StackOverflowError e) {
                failure = Failure.of(e);
            }
            seen = state;
            // What was read while somebody wrote may be half of an edit.
            state = state();
        } while (!state.equals(seen) && isPatient(begun));
        if (failure == null) {
            failure = publish(reading);
        }
        if (failure != null) {
            tell(failure);
        }
    }

    /** Waits until the files stay as they are, and tells how they are then. */
    private Object atRest(Object changed, long begun) throws InterruptedException {
        Object last = changed;
        while (isPatient(begun)) {
            TimeUnit.NANOSECONDS.sleep(pace.rest().toNanos());
            Object now = state();
            if (now.equals(last)) {
                return now;
            }
            last = now;
        }
        return last;
    }

    private boolean isPatient(long begun) {
        return System.nanoTime() - begun < pace.patience().toNanos();
    }

    /** Builds and publishes; null if nothing went wrong. */
    private Failure publish(Reading reading) {
        Served next;
        try {
            next = reading.build();
            // Until it can answer at once, readers have the last one.
            next.prepare();
        } catch (ProblemException | IOException | RuntimeException | Error e) {
            return Failure.of(e);
        }
        boolean healed = server.stale().isPresent();
        boolean changed =
                !next.snapshot().version().equals(server.served().snapshot().version());
        server.publish(next);
        if (changed || healed) {
            log.info("reload: " + (changed ? "the data changed" : "the data are right again") + "; serving version "
                    + next.snapshot().version());
        }
        return null;
    }

    /**
     * Why the files were not taken over.
     *
     * @param why in a line
     * @param outside the same for everybody who asks, without paths of this machine and names of the inside
     * @param details further lines for the log
     */
    private record Failure(String why, String outside, List<String> details) {
        /** A path from the root of this machine, or of a drive, without its last part. */
        private static final Pattern FOLDERS =
                Pattern.compile("(?<![\\w.:/])(?:[A-Za-z]:)?[/\\\\](?:[^\\s:/\\\\]+[/\\\\])+");

        private Failure(String why, List<String> details) {
            this(why, why, details);
        }

        static Failure of(Throwable e) {
            if (e instanceof ProblemException wrong) {
                return of(wrong.problems());
            }
            if (e instanceof IOException || e instanceof UncheckedIOException) {
                return unread(e instanceof UncheckedIOException ? e.getCause() : e);
            }
            if (e instanceof StackOverflowError) {
                return new Failure("something in the files nests too deep to be read", List.of());
            }
            if (e instanceof OutOfMemoryError) {
                return new Failure("the data take more memory than the server has", List.of());
            }
            return new Failure("the data could not be built: " + e, "the data could not be built", List.of());
        }

        private static Failure unread(Throwable e) {
            String why = "the data cannot be read: " + e.getMessage();
            if (e instanceof NoSuchFileException missing) {
                why = "the data cannot be read: " + missing.getFile() + " is not there – bring it back";
            } else if (e instanceof AccessDeniedException denied) {
                why = "the data cannot be read: " + denied.getFile() + " – let this user read it";
            }
            boolean isPlain = e instanceof FileSystemException;
            return new Failure(
                    why, isPlain ? FOLDERS.matcher(why).replaceAll("") : "the data cannot be read", List.of());
        }

        private static Failure of(List<Problem> problems) {
            List<Problem> errors = problems.stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .toList();
            List<String> lines = ProblemDigest.lines(errors, MOST_OF_A_KIND, "");
            String why = String.format(
                    "the data changed and are not right (%,d %s): %s",
                    errors.size(), errors.size() == 1 ? "fault" : "faults", lines.get(0));
            return new Failure(why, FOLDERS.matcher(why).replaceAll(""), lines.subList(1, lines.size()));
        }
    }

    private void tell(Failure failure) {
        server.stale(failure.outside());
        log.warn("reload: " + failure.why());
        failure.details().forEach(detail -> log.warn("reload: " + detail));
        log.warn("reload: still serving version " + server.served().snapshot().version());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
