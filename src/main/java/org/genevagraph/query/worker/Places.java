package org.genevagraph.query.worker;

import java.time.Duration;

/**
 * How much of the machine queries of strangers may take. Each begins in the quick lane; one that needs longer than that lane's time begins
 * again in the slow lane, so that many short queries do not wait for few long ones.
 *
 * @param quick how many run at the same time in the quick lane, each in a process of its own
 * @param quickTime how long one may run there
 * @param slow how many run at the same time in the slow lane, each in a process of its own
 * @param waiting how many more may wait for a place, in each lane
 * @param patience how long they wait
 * @param mebibytes the heap of each process, in which its copy of the graph stands as well
 * @param spare how many more processes the quick lane keeps ready, so that whoever comes after one that was killed finds another
 */
public record Places(
        int quick, Duration quickTime, int slow, int waiting, Duration patience, int mebibytes, int spare) {
    /** What a small machine can bear. */
    public static final Places STANDARD = new Places(2, Duration.ofMillis(500), 2, 32, Duration.ofSeconds(8), 384, 1);
}
