package org.genevagraph.query.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.NotificationEmitter;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.engine.Store;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.foreign.ForeignQuery;
import org.genevagraph.query.foreign.ForeignRun;
import org.genevagraph.query.guard.Deadline;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.guard.Lockdown;
import org.genevagraph.snapshot.frozen.FrozenFile;

/** The program of a worker process: answers one query after the other from a file of frozen graphs, as long as the server holds the pipe to it. */
public final class Worker {
    /** Recursion over a query or a path of the whole graph must fit. Only what is used of it takes memory. */
    private static final long STACK_BYTES = 512L << 20;

    private static final int PIPE_BYTES = 64 << 10;

    /** Of the memory that stays full after a collection: from here on the query is stopped, before the process is. */
    private static final double FULL = 0.85;

    private static final AtomicReference<Deadline> RUNNING = new AtomicReference<>();

    private Worker() {}

    /**
     * Runs until the pipe from the server ends.
     *
     * @param args the file of the snapshot or the store that holds it, and {@link Services#toArguments} of those that queries may call
     */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        // Whatever else prints must not get between the frames.
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), PIPE_BYTES));
        System.setOut(System.err);
        Lockdown.apply();
        // A name leads where it led when it was looked at, so that nobody can lead it elsewhere between that and the
        // call.
        Security.setProperty("networkaddress.cache.ttl", "-1");
        Services services = Services.ofArguments(List.of(args).subList(1, args.length));
        Optional<Store> store = Store.ofArgument(args[0], System.getenv());
        ForeignRun run = store.isPresent()
                ? new ForeignRun(store.get(), services)
                : new ForeignRun(FrozenFile.read(Path.of(args[0])), services);
        watchMemory();
        warm(run);
        out.writeByte(Frames.READY);
        out.flush();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            while (true) {
                ForeignQuery query = Frames.readQuery(in);
                // This thread goes on reading, so as to notice when the server is gone.
                new Thread(null, () -> answer(run, query, out), "query", STACK_BYTES).start();
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Loads what every query needs, which is not to go from the time of the first one. */
    private static void warm(ForeignRun run) throws IOException {
        ForeignQuery query = new ForeignQuery(
                "SELECT ?type (COUNT(*) AS ?n) { ?s a ?type FILTER (STRLEN(STR(?s)) > 0) } GROUP BY ?type ORDER BY ?type LIMIT 1",
                List.of(),
                List.of(),
                AnswerFormat.JSON,
                AnswerFormat.TTL,
                Limits.STANDARD);
        try {
            run.write(query, Deadline.in(Limits.STANDARD.time()), OutputStream.nullOutputStream());
        } catch (Refusal refusal) {
            // It took too long on a slow machine, and has done its work all the same.
        }
    }

    private static void answer(ForeignRun run, ForeignQuery query, DataOutputStream out) {
        Deadline deadline = Deadline.in(query.limits().time());
        RUNNING.set(deadline);
        try {
            try {
                OutputStream parts = new BufferedOutputStream(new Frames.Parts(out), PIPE_BYTES);
                AnswerFormat format = run.write(query, deadline, parts);
                parts.flush();
                Frames.writeEnd(format, out);
            } catch (Refusal refusal) {
                Frames.write(refusal, out);
            } catch (RuntimeException | StackOverflowError e) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                Frames.writeFault(trace.toString(), out);
            }
        } catch (IOException e) {
            // Nobody is there to be answered.
            Runtime.getRuntime().halt(1);
        } finally {
            RUNNING.compareAndSet(deadline, null);
        }
    }

    private static void watchMemory() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported()) {
                long most = pool.getUsage().getMax();
                if (most > 0 && pool.getName().matches(".*(Tenured|Old).*")) {
                    pool.setCollectionUsageThreshold((long) (most * FULL));
                }
            }
        }
        int mebibytes = (int) (Runtime.getRuntime().maxMemory() >> 20);
        ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
                .addNotificationListener(
                        (notification, any) -> {
                            Deadline running = RUNNING.get();
                            if (running != null) {
                                running.fill(mebibytes);
                            }
                        },
                        null,
                        null);
    }
}
