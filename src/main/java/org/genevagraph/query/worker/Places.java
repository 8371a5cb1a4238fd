package org.genevagraph.query.worker;

import java.time.Duration;

/**
 * How much of the machine queries of strangers may take.
 *
 * @param running how many run at the same time, each in a process of its own
 * @param waiting how many more may wait for one of these places
 * @param patience how long they wait
 * @param mebibytes the heap of each process, in which its copy of the graph stands as well
 */
public record Places(int running, int waiting, Duration patience, int mebibytes) {
    /** What a small machine can bear. */
    public static final Places STANDARD = new Places(2, 16, Duration.ofSeconds(5), 384);
}
