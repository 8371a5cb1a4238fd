package org.genevagraph.query.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.genevagraph.files.OwnedFile;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.engine.Store;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.foreign.ForeignQueries;
import org.genevagraph.query.foreign.ForeignQuery;
import org.genevagraph.query.guard.QueryText;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.frozen.FrozenFile;

/**
 * The worker processes of one snapshot, in two lanes. They run below the priority of the server, and those of the slow lane below the others,
 * so that pages and canned queries have the machine first. They end with the server: their pipe does.
 */
public final class WorkerPool implements ForeignQueries {
    private static final int QUICK_NICENESS = 5;
    private static final int SLOW_NICENESS = 12;

    /** How many queries are remembered as slow. */
    private static final int REMEMBERED = 1_000;

    private final Snapshot snapshot;
    private final Services services;
    private final Optional<Store> store;
    private final Duration quickTime;
    private final Lane quick;
    private final Lane slow;

    /** Queries that took longer than the quick lane lets them; guarded by itself. */
    private final Map<String, Boolean> slowOnes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** How many queries run or wait; guarded by this. */
    private int users;

    /** Guarded by this. */
    private boolean retired;

    /** Guarded by this; null before the first worker and when nobody needs it any more. */
    private OwnedFile file;

    /** For a snapshot, and queries that may call no other service. */
    public WorkerPool(Snapshot snapshot, Places places) {
        this(snapshot, places, Services.NONE);
    }

    /** For a snapshot, and queries that may call these services. */
    public WorkerPool(Snapshot snapshot, Places places, Services services) {
        this(snapshot, places, services, Optional.empty());
    }

    /** For a snapshot that workers ask in the store in which it was published, if there is one. */
    public WorkerPool(Snapshot snapshot, Places places, Services services, Optional<Store> store) {
        this.snapshot = snapshot;
        this.store = store;
        this.services = services;
        this.quickTime = places.quickTime();
        this.quick = new Lane(places.quick(), places.spare(), QUICK_NICENESS, places, services, this::source);
        this.slow = new Lane(places.slow(), 0, SLOW_NICENESS, places, services, this::source);
    }

    @Override
    public Services services() {
        return services;
    }

    @Override
    public Map<String, Load> load() {
        return Map.of("quick", quick.load(), "slow", slow.load());
    }

    @Override
    public void prepare() {
        // Each query begins in the quick lane, which has the machine first.
        quick.prepare(() -> slow.prepare(() -> {}));
    }

    @Override
    public WrittenAnswer answer(ForeignQuery query) throws IOException, Refusal {
        boolean callsService = QueryText.callsService(query.text(), query.limits(), services);
        enter();
        try {
            if (query.limits().time().compareTo(quickTime) <= 0) {
                return quick.ask(query);
            }
            // A call to another server takes longer than the quick lane lets it, and would be made twice.
            return callsService || isSlow(query.text()) ? slow.ask(query) : quickThenSlow(query);
        } finally {
            leave();
        }
    }

    private WrittenAnswer quickThenSlow(ForeignQuery query) throws IOException, Refusal {
        try {
            return quick.ask(query.withLimits(query.limits().withTime(quickTime)));
        } catch (Refusal refusal) {
            if (refusal.reason() != Refusal.Reason.OVER_LIMIT) {
                throw refusal;
            }
        }
        // Asked again it does not go through the quick lane in vain.
        synchronized (slowOnes) {
            slowOnes.put(query.text(), true);
        }
        return slow.ask(query);
    }

    private boolean isSlow(String text) {
        synchronized (slowOnes) {
            return slowOnes.containsKey(text);
        }
    }

    private synchronized void enter() {
        users++;
    }

    private synchronized void leave() {
        users--;
        if (retired) {
            deleteUnusedFile();
        }
    }

    private String source() throws IOException {
        return store.isPresent() ? store.get().toArgument() : file().path().toString();
    }

    private synchronized OwnedFile file() throws IOException {
        if (file == null) {
            OwnedFile written = OwnedFile.create(".frozen");
            try (OutputStream out = written.output()) {
                FrozenFile.write(snapshot.dataset(), out);
            } catch (IOException e) {
                // Where the disk is full, what has been written of it must not stay.
                written.close();
                throw e;
            }
            file = written;
        }
        return file;
    }

    private void deleteUnusedFile() {
        if (file != null && users == 0) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            file = null;
        }
    }

    @Override
    public void retire() {
        quick.retire();
        slow.retire();
        synchronized (this) {
            retired = true;
            deleteUnusedFile();
        }
    }

    @Override
    public void stop(Duration grace) {
        quick.stop();
        slow.stop();
        var unused = CompletableFuture.runAsync(
                () -> {
                    quick.end();
                    slow.end();
                },
                CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The numbers of the processes that live, of all pools of this program. */
    public static List<Long> processes() {
        return Lane.ALL.stream()
                .filter(WorkerProcess::isAlive)
                .map(WorkerProcess::pid)
                .toList();
    }
}
