package org.genevagraph.query.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.guard.ForeignQueries;
import org.genevagraph.query.guard.ForeignQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places for queries of one speed, each with a worker process. As long as there are fewer processes than places, one more than is needed is
 * ready; one that was killed is replaced at once.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** All processes of this program. */
    static final Set<WorkerProcess> ALL = ConcurrentHashMap.newKeySet();

    /** For so long a query waits for a process that starts; on a machine that is very busy that takes long. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final int places;
    private final int niceness;
    private final Places all;
    private final Services services;
    private final Source source;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();

    /** Guarded by this. */
    private final Deque<CompletableFuture<WorkerProcess>> idle = new ArrayDeque<>();

    /** Guarded by this. */
    private final Set<WorkerProcess> busy = ConcurrentHashMap.newKeySet();

    /** How many queries have taken or are taking a process; guarded by this. */
    private int taken;

    /** Guarded by this. */
    private boolean retired;

    private volatile boolean stopping;

    /** What workers ask. */
    interface Source {
        /** As the first argument of a worker: a dump, written if there is none, or an engine. */
        String argument() throws IOException;
    }

    Lane(int places, int niceness, Places all, Services services, Source source) {
        this.places = places;
        this.niceness = niceness;
        this.all = all;
        this.services = services;
        this.source = source;
        this.free = new Semaphore(places, true);
    }

    /** How much there is to do. */
    ForeignQueries.Load load() {
        return new ForeignQueries.Load(busy.size(), waiting.get());
    }

    /** Has a process ready before the first query comes. */
    synchronized void prepare() {
        if (!retired && idle.isEmpty() && taken < places) {
            idle.add(startAnother());
        }
    }

    /**
     * Asks, after waiting for a place.
     *
     * @throws Refusal if there is none, or the query is refused
     */
    WrittenAnswer ask(ForeignQuery query) throws IOException, Refusal {
        takePlace();
        try {
            WorkerProcess worker = worker();
            try {
                return worker.ask(query);
            } finally {
                giveBack(worker);
            }
        } finally {
            free.release();
        }
    }

    private void takePlace() throws Refusal {
        boolean mine = free.tryAcquire();
        if (!mine) {
            if (waiting.incrementAndGet() <= all.waiting()) {
                try {
                    mine = free.tryAcquire(all.patience().toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            waiting.decrementAndGet();
        }
        if (stopping) {
            if (mine) {
                free.release();
            }
            throw stops();
        }
        if (!mine) {
            throw busy("all " + places + " places for queries are taken");
        }
    }

    private static Refusal busy(String cause) {
        return new Refusal(Refusal.Reason.BUSY, cause, "ask again in a while, or take the dump and ask it at home");
    }

    /** What is said of a query when the server stops. */
    static Refusal stops() {
        return new Refusal(Refusal.Reason.BUSY, "the server stops", "ask again when it is back");
    }

    private WorkerProcess worker() throws Refusal {
        synchronized (this) {
            taken++;
        }
        try {
            while (true) {
                CompletableFuture<WorkerProcess> starting = next();
                if (!isThere(starting)) {
                    break;
                }
                WorkerProcess worker = starting.get();
                if (worker.isAlive()) {
                    busy.add(worker);
                    prepare();
                    return worker;
                }
                ALL.remove(worker);
            }
        } catch (ExecutionException e) {
            LOG.error("no worker can be started", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            taken--;
        }
        throw busy("the server cannot start a worker for the query");
    }

    /** Waits for a process, in vain if it takes too long: then a later query has it. */
    private boolean isThere(CompletableFuture<WorkerProcess> starting) throws ExecutionException, InterruptedException {
        try {
            starting.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            keep(starting);
            return false;
        }
    }

    private synchronized void keep(CompletableFuture<WorkerProcess> starting) {
        idle.addFirst(starting);
        if (retired) {
            retire();
        }
    }

    private synchronized CompletableFuture<WorkerProcess> next() {
        return idle.isEmpty() ? startAnother() : idle.poll();
    }

    private synchronized void giveBack(WorkerProcess worker) {
        taken--;
        busy.remove(worker);
        if (retired || stopping) {
            worker.kill();
        } else if (worker.isAlive()) {
            idle.push(CompletableFuture.completedFuture(worker));
            return;
        } else {
            idle.add(startAnother());
        }
        ALL.remove(worker);
    }

    private CompletableFuture<WorkerProcess> startAnother() {
        CompletableFuture<WorkerProcess> started = new CompletableFuture<>();
        Thread starting = new Thread(
                () -> {
                    try {
                        WorkerProcess worker =
                                WorkerProcess.start(source.argument(), services, all.mebibytes(), niceness);
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

    /** Lets nobody wait any more; {@link #end} ends those that run. */
    void stop() {
        stopping = true;
        // Whoever waits comes in, and is told.
        free.release(all.waiting());
    }

    /** Ends the queries that still run; each is told so. */
    void end() {
        busy.forEach(WorkerProcess::stop);
    }

    /** Keeps nothing for later queries; those that run go on. */
    synchronized void retire() {
        retired = true;
        for (CompletableFuture<WorkerProcess> starting : idle) {
            var unused = starting.thenAccept(worker -> {
                worker.kill();
                ALL.remove(worker);
            });
        }
        idle.clear();
    }
}
