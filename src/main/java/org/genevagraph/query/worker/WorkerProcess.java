package org.genevagraph.query.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.foreign.ForeignQuery;
import org.genevagraph.query.guard.OverLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker as the server sees it: a process that answers one query at a time, and is killed if it does not answer in time. */
final class WorkerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

    /** How much later than the query's own deadline the process is killed: most queries end by themselves, and their worker can stay. */
    private static final Duration GRACE = Duration.ofMillis(500);

    /** A worker that has not read its file by then never will; below everybody else's priority, a very busy machine gives it little time. */
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    /** A signal to the whole group, such as Ctrl-C, is for the server, which lets queries finish; and pages come before queries. */
    private static final String AS_WORKER = "trap '' INT TERM HUP; nice=$1; shift; "
            + "command -v nice >/dev/null && exec nice -n \"$nice\" \"$@\"; exec \"$@\"";

    private static final int OUT_OF_MEMORY = 3;
    private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

    private final Process process;
    private final int mebibytes;
    private final DataOutputStream questions;
    private final DataInputStream answers;

    /** Set before it is killed; the process itself lives on for a moment. */
    private volatile boolean spent;

    /** Set before it is killed because the server stops. */
    private volatile boolean stopped;

    private WorkerProcess(Process process, int mebibytes) {
        this.process = process;
        this.mebibytes = mebibytes;
        this.questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    private static ScheduledThreadPoolExecutor watchdog() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "query-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /**
     * Starts a process, which cannot answer yet; see {@link #awaitReady}.
     *
     * @throws IOException if it cannot be started
     */
    static WorkerProcess start(String source, Services services, int mebibytes, int niceness) throws IOException {
        return new WorkerProcess(
                new ProcessBuilder(command(source, services, mebibytes, niceness))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                mebibytes);
    }

    /**
     * Waits until it can answer.
     *
     * @throws IOException if it ends before, or is killed
     */
    void awaitReady() throws IOException {
        ScheduledFuture<?> kill = WATCHDOG.schedule(this::kill, LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
        try {
            if (answers.read() != Frames.READY) {
                throw new IOException("a worker ended before it could answer, with status " + status());
            }
        } catch (IOException e) {
            kill();
            throw e;
        } finally {
            kill.cancel(false);
        }
    }

    private static List<String> command(String source, Services services, int mebibytes, int niceness) {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", AS_WORKER, "worker", Integer.toString(niceness)));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + mebibytes + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        // Its words about that must not get between the frames.
        command.add("-XX:+DisplayVMOutputToStderr");
        command.add("-XX:-UsePerfData");
        command.add("-Xshare:auto");
        // It compiles as this process does.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:SharedArchiveFile=") || argument.startsWith("-XX:Tier"))
                .forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Worker.class.getName());
        command.add(source);
        command.addAll(services.toArguments());
        return command;
    }

    /** The number of the process. */
    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return !spent && process.isAlive();
    }

    /** Ends the process at once, whatever it does. */
    void kill() {
        spent = true;
        process.destroyForcibly();
    }

    /** Ends the process at once because the server stops. */
    void stop() {
        stopped = true;
        kill();
    }

    /**
     * Asks.
     *
     * @throws Refusal if the query is refused, or the process had to be killed for it
     */
    WrittenAnswer ask(ForeignQuery query) throws IOException, Refusal {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> watch = WATCHDOG.schedule(
                () -> {
                    late.set(true);
                    kill();
                },
                query.limits().time().plus(GRACE).toMillis(),
                TimeUnit.MILLISECONDS);
        WrittenAnswer.Body body = new WrittenAnswer.Body();
        boolean whole = false;
        try {
            Frames.write(query, questions);
            WrittenAnswer answer = receive(body);
            whole = true;
            return answer;
        } catch (Refusal refusal) {
            if (refusal.reason() == Refusal.Reason.BAD_GATEWAY) {
                // It keeps for ever where the names of other servers lead; another one looks again.
                kill();
            }
            throw refusal;
        } catch (IOException e) {
            kill();
            if (stopped) {
                throw Lane.stops();
            }
            if (late.get()) {
                throw OverLimit.time(query.limits().time());
            }
            if (status() == OUT_OF_MEMORY) {
                throw OverLimit.memory(mebibytes);
            }
            LOG.error("a worker ended with status {}", status(), e);
            throw new Refusal(Refusal.Reason.TOO_LARGE, "the query ended its worker", "ask in another way");
        } finally {
            watch.cancel(false);
            if (!whole) {
                body.discard();
            }
        }
    }

    private WrittenAnswer receive(WrittenAnswer.Body body) throws IOException, Refusal {
        while (true) {
            switch (answers.read()) {
                case Frames.PART -> body.write(Frames.readBytes(answers));
                case Frames.END -> {
                    return body.answer(Frames.readFormat(answers));
                }
                case Frames.REFUSED -> throw Frames.readRefusal(answers);
                case Frames.FAULT -> {
                    LOG.error("a query failed: {}", Frames.readText(answers));
                    throw new Refusal(
                            Refusal.Reason.BAD_REQUEST, "the query cannot be run", "ask in another way, or report it");
                }
                default -> throw new IOException("the pipe ended");
            }
        }
    }

    /** The exit status of a process that is about to end; -1 if it does not. */
    private int status() {
        try {
            return process.waitFor(2, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
