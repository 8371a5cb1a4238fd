package org.genevagraph.query.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.guard.ForeignQueries;
import org.genevagraph.query.guard.ForeignQuery;
import org.genevagraph.query.guard.QueryText;
import org.genevagraph.snapshot.DumpWriter;
import org.genevagraph.snapshot.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker processes of one snapshot. The first is started by the first query; one that is killed is replaced at once, before the next
 * query comes.
 */
public final class WorkerPool implements ForeignQueries {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final Set<WorkerProcess> ALL = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALL.forEach(WorkerProcess::kill), "workers-end"));
    }

    private final Snapshot snapshot;
    private final Places places;
    private final Semaphore running;
    private final AtomicInteger waiting = new AtomicInteger();

    /** Guarded by this. */
    private final Deque<CompletableFuture<WorkerProcess>> idle = new ArrayDeque<>();

    /** How many queries run or wait; guarded by this. */
    private int users;

    /** Guarded by this. */
    private boolean retired;

    /** Guarded by this; null before the first worker and when nobody needs it any more. */
    private Path dump;

    /** For a snapshot. */
    public WorkerPool(Snapshot snapshot, Places places) {
        this.snapshot = snapshot;
        this.places = places;
        this.running = new Semaphore(places.running(), true);
    }

    @Override
    public WrittenAnswer answer(ForeignQuery query) throws IOException, Refusal {
        QueryText.check(query.text(), query.limits());
        enter();
        try {
            take();
            try {
                return ask(query);
            } finally {
                running.release();
            }
        } finally {
            leave();
        }
    }

    private WrittenAnswer ask(ForeignQuery query) throws IOException, Refusal {
        WorkerProcess worker = worker();
        try {
            return worker.ask(query);
        } finally {
            giveBack(worker);
        }
    }

    private synchronized void enter() {
        users++;
    }

    private synchronized void leave() {
        users--;
        if (retired) {
            deleteUnusedDump();
        }
    }

    /** Waits for a place. */
    private void take() throws Refusal {
        if (running.tryAcquire()) {
            return;
        }
        boolean taken = false;
        if (waiting.incrementAndGet() <= places.waiting()) {
            try {
                taken = running.tryAcquire(places.patience().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        waiting.decrementAndGet();
        if (!taken) {
            throw busy("all " + places.running() + " places for queries are taken");
        }
    }

    private static Refusal busy(String cause) {
        return new Refusal(
                Refusal.Reason.OVER_LIMIT, cause, "ask again in a while, or take the dump and ask it at home");
    }

    private WorkerProcess worker() throws Refusal {
        while (true) {
            CompletableFuture<WorkerProcess> next;
            synchronized (this) {
                next = idle.isEmpty() ? startAnother() : idle.poll();
            }
            try {
                WorkerProcess worker = next.get();
                if (worker.isAlive()) {
                    return worker;
                }
                ALL.remove(worker);
            } catch (ExecutionException e) {
                LOG.error("no worker can be started", e.getCause());
                throw busy("the server cannot start a worker for the query");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw busy("the server stops");
            }
        }
    }

    private synchronized void giveBack(WorkerProcess worker) {
        if (retired) {
            worker.kill();
        } else if (worker.isAlive()) {
            idle.push(CompletableFuture.completedFuture(worker));
            return;
        } else {
            idle.add(startAnother());
        }
        ALL.remove(worker);
    }

    /** Guarded by this. */
    private CompletableFuture<WorkerProcess> startAnother() {
        CompletableFuture<WorkerProcess> started = new CompletableFuture<>();
        Thread starting = new Thread(
                () -> {
                    try {
                        WorkerProcess worker = WorkerProcess.start(dump(), places.mebibytes());
                        ALL.add(worker);
                        started.complete(worker);
                    } catch (IOException | RuntimeException e) {
                        started.completeExceptionally(e);
                    }
                },
                "worker-start");
        starting.setDaemon(true);
        starting.start();
        return started;
    }

    private synchronized Path dump() throws IOException {
        if (dump == null) {
            Path file = Files.createTempFile("geneva-" + snapshot.version() + "-", ".nq");
            file.toFile().deleteOnExit();
            Files.write(file, DumpWriter.nquads(snapshot.dataset()));
            dump = file;
        }
        return dump;
    }

    private void deleteUnusedDump() {
        if (dump != null && users == 0) {
            var unused = dump.toFile().delete();
            dump = null;
        }
    }

    @Override
    public synchronized void retire() {
        retired = true;
        for (CompletableFuture<WorkerProcess> starting : idle) {
            var unused = starting.thenAccept(worker -> {
                worker.kill();
                ALL.remove(worker);
            });
        }
        idle.clear();
        deleteUnusedDump();
    }

    /** The numbers of the processes that live, of all pools of this program. */
    public static List<Long> processes() {
        return ALL.stream()
                .filter(WorkerProcess::isAlive)
                .map(WorkerProcess::pid)
                .toList();
    }
}
