package org.genevagraph.serve.traffic;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts what somebody tried within a time; who tried too often has to wait until some of it is long enough ago. */
public final class Attempts {
    private static final int MOST_KEPT = 1_000;

    private final int most;
    private final long whileNanos;
    private final LongSupplier clock;

    /** Guarded by this. */
    private final Map<String, Deque<Long>> times = new HashMap<>();

    /** So many are allowed in such a time. */
    public Attempts(int most, Duration time, LongSupplier clock) {
        this.most = most;
        this.whileNanos = time.toNanos();
        this.clock = clock;
    }

    /**
     * Counts a try, unless somebody has tried too often already.
     *
     * @return whether it is allowed
     */
    public synchronized boolean take(String who) {
        if (times.size() > MOST_KEPT) {
            times.values().forEach(this::forget);
            times.values().removeIf(Deque::isEmpty);
        }
        Deque<Long> mine = times.computeIfAbsent(who, any -> new ArrayDeque<>());
        forget(mine);
        return mine.size() < most && mine.add(clock.getAsLong());
    }

    private void forget(Deque<Long> tries) {
        while (!tries.isEmpty() && clock.getAsLong() - tries.peek() > whileNanos) {
            tries.remove();
        }
    }
}
