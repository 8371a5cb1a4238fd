package org.genevagraph.query.guard;

import java.time.Duration;

/**
 * What one query may take. A query over a limit is refused; its answer is never cut.
 *
 * @param time how long it may run
 * @param rows how many rows or triples it may answer
 * @param characters how many characters its rows may hold together
 * @param queryCharacters how long its text may be
 * @param nesting how deep its text may nest brackets
 * @param stringCharacters how long a string may grow while it is computed
 */
public record Limits(Duration time, int rows, long characters, int queryCharacters, int nesting, int stringCharacters) {
    /** What the server publishes: 10 s, 100,000 rows, 64 Ki characters of query. */
    public static final Limits STANDARD = new Limits(Duration.ofSeconds(10), 100_000, 64L << 20, 64 << 10, 64, 1 << 20);

    /** The same with another time. */
    public Limits withTime(Duration other) {
        return new Limits(other, rows, characters, queryCharacters, nesting, stringCharacters);
    }

    /** The same with another number of rows. */
    public Limits withRows(int other) {
        return new Limits(time, other, characters, queryCharacters, nesting, stringCharacters);
    }
}
