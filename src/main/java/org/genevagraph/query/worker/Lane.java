package org.genevagraph.query.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.foreign.ForeignQueries;
import org.genevagraph.query.foreign.ForeignQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places for queries of one speed, each with a worker process. As long as there are fewer processes than places, one more than is needed is
 * ready, and where there are as many, a spare one if the lane has it; one that was killed is replaced at once. A query takes whichever process is free first: one that starts for it, or one that another
 * query gives back meanwhile.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** All processes of this program. */
    static final Set<WorkerProcess> ALL = ConcurrentHashMap.newKeySet();

    /** For so long a query waits for a process that starts; on a machine that is very busy that takes long. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** For so long a process that starts keeps the next one from starting. */
    private static final Duration ALONE = Duration.ofSeconds(10);

    private final int places;

    /** How many processes there may be beside those of the places. */
    private final int spare;

    private final int niceness;
    private final Places all;
    private final Services services;
    private final Source source;
    private final Semaphore free;

    /** One starts after the other: the first is ready sooner than if they shared the machine. */
    private final Semaphore starting = new Semaphore(1, true);

    private final AtomicInteger waiting = new AtomicInteger();

    /** Processes that are free; an empty one tells one who waits that none comes. */
    private final BlockingDeque<Optional<WorkerProcess>> ready = new LinkedBlockingDeque<>();

    private final Set<WorkerProcess> busy = ConcurrentHashMap.newKeySet();

    /** Processes that cannot answer yet; one that was ended because nobody needs it is not among them. Guarded by this. */
    private final Set<WorkerProcess> begun = new HashSet<>();

    /** How many queries have a process or wait for one; guarded by this. */
    private int taken;

    /** How many processes there should be; guarded by this. */
    private int wanted;

    /** How many processes there are, free, busy or starting; guarded by this. */
    private int living;

    /** What waits for the first process; guarded by this. */
    private Runnable afterFirst = () -> {};

    /** Guarded by this. */
    private boolean retired;

    private volatile boolean stopping;

    /** Why none could be started, as it was told last; empty since one could. */
    private volatile String toldOf = "";

    /** What workers ask. */
    interface Source {
        /** As the first argument of a worker: a file of the snapshot, written if there is none, or a store. */
        String argument() throws IOException;
    }

    Lane(int places, int spare, int niceness, Places all, Services services, Source source) {
        this.places = places;
        this.spare = spare;
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

    /**
     * Has a process ready before the first query comes.
     *
     * @param then is done when one is, or cannot be started
     */
    void prepare(Runnable then) {
        synchronized (this) {
            if (living == 0) {
                afterFirst = then;
                fill();
                return;
            }
        }
        then.run();
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
            fill();
        }
        try {
            while (true) {
                Optional<WorkerProcess> next = ready.poll(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null || next.isEmpty()) {
                    break;
                }
                WorkerProcess worker = next.get();
                if (worker.isAlive()) {
                    busy.add(worker);
                    return worker;
                }
                drop(worker);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            taken--;
        }
        throw stopping ? stops() : busy("the server cannot start a worker for the query");
    }

    private synchronized void giveBack(WorkerProcess worker) {
        taken--;
        busy.remove(worker);
        if (!worker.isAlive() || stopping) {
            drop(worker);
        } else {
            offer(worker);
        }
    }

    /** Lets a query have the process, unless the snapshot is served no more and none waits. */
    private synchronized void offer(WorkerProcess worker) {
        boolean awaited = isAwaited();
        ready.addFirst(Optional.of(worker));
        if (retired && !awaited) {
            dropFree();
        }
    }

    private void dropFree() {
        for (Optional<WorkerProcess> next = ready.poll(); next != null; next = ready.poll()) {
            next.ifPresent(this::drop);
        }
    }

    private synchronized void drop(WorkerProcess worker) {
        worker.kill();
        ALL.remove(worker);
        living--;
        fill();
    }

    /** Whether a query waits for a process. */
    private synchronized boolean isAwaited() {
        return taken > busy.size() + ready.size();
    }

    /** Starts as many processes as should be there; for a snapshot that is served no more, as many as queries need that came before. */
    private synchronized void fill() {
        wanted = retired ? Math.min(places, taken) : Math.max(wanted, Math.min(places + spare, taken + 1));
        while (living < wanted && !stopping) {
            living++;
            Thread thread = new Thread(this::startAnother, "worker-start");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void startAnother() {
        boolean alone = false;
        try {
            alone = starting.tryAcquire(ALONE.toMillis(), TimeUnit.MILLISECONDS);
            makeReady(WorkerProcess.start(source.argument(), services, all.mebibytes(), niceness));
        } catch (IOException | RuntimeException | InterruptedException e) {
            synchronized (this) {
                if (!isUnneeded()) {
                    tell(e);
                }
                living--;
                if (isAwaited()) {
                    ready.addLast(Optional.empty());
                }
            }
        } finally {
            takeAfterFirst().run();
            if (alone) {
                starting.release();
            }
        }
    }

    /** Waits until the process can answer, and lets a query have it, unless it was ended meanwhile because nobody needs it. */
    private void makeReady(WorkerProcess worker) throws IOException {
        synchronized (this) {
            begun.add(worker);
            endUnneeded();
        }
        Optional<IOException> fault = Optional.empty();
        try {
            worker.awaitReady();
        } catch (IOException e) {
            fault = Optional.of(e);
        }
        synchronized (this) {
            if (!begun.remove(worker)) {
                living--;
                // Somebody may have come since.
                fill();
            } else if (fault.isPresent()) {
                throw fault.get();
            } else {
                ALL.add(worker);
                toldOf = "";
                offer(worker);
            }
        }
    }

    /** Whether no query will want another process. */
    private synchronized boolean isUnneeded() {
        return stopping || (retired && !isAwaited());
    }

    /** Ends those that are not ready yet if no query will want them: they would read the snapshot while it is removed. */
    private synchronized void endUnneeded() {
        if (isUnneeded()) {
            begun.forEach(WorkerProcess::kill);
            begun.clear();
        }
    }

    /** Tells once why none starts, and not again for each query, until one does. */
    private synchronized void tell(Exception fault) {
        String why = String.valueOf(fault.getMessage());
        if (why.equals(toldOf)) {
            return;
        }
        toldOf = why;
        if (fault instanceof IOException) {
            LOG.error(
                    "no worker can be started, and queries at /sparql are refused: {} – see whether the machine has memory for another process and"
                            + " {} has room, or name another folder with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER; the next query tries again",
                    why,
                    System.getProperty("java.io.tmpdir"));
        } else {
            LOG.error("no worker can be started", fault);
        }
    }

    /** What waits for the first process; nothing from then on. */
    private synchronized Runnable takeAfterFirst() {
        Runnable then = afterFirst;
        afterFirst = () -> {};
        return then;
    }

    /** Lets nobody wait any more; {@link #end} ends those that run. */
    void stop() {
        stopping = true;
        // Whoever waits comes in, and is told.
        free.release(all.waiting());
        for (int i = 0; i < places; i++) {
            ready.addLast(Optional.empty());
        }
        endUnneeded();
    }

    /** Ends the queries that still run; each is told so. */
    void end() {
        busy.forEach(WorkerProcess::stop);
    }

    /** Keeps nothing for later queries; those that run or wait go on. */
    synchronized void retire() {
        retired = true;
        dropFree();
        endUnneeded();
    }
}
