package org.genevagraph.serve.gate;

import java.time.Instant;

/**
 * That the server serves an older state than the files have, because what they hold now is not right.
 *
 * @param since since when
 * @param why in a line
 */
public record Stale(Instant since, String why) {}
