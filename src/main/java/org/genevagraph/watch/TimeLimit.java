package org.genevagraph.watch;

import java.math.BigDecimal;
import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/** The time that one rule or shape may take, or a whole build. */
public final class TimeLimit {
    /** What may take so long, takes for ever: each of the project's needs a thousandth of it. */
    public static final Duration STANDARD = Duration.ofSeconds(60);

    /** Longer than anything takes. */
    public static final TimeLimit NONE = in(Duration.ofDays(10_000));

    private static final String SETTING = "geneva.rule-seconds";

    private final Duration time;
    private final long end;

    private TimeLimit(Duration time, long end) {
        this.time = time;
        this.end = end;
    }

    /** A limit that begins now. */
    public static TimeLimit in(Duration time) {
        return new TimeLimit(time, System.nanoTime() + time.toNanos());
    }

    /** The same, but that it is up when another one is, if that is earlier. */
    public TimeLimit within(TimeLimit whole) {
        return whole.end - end < 0 ? new TimeLimit(time, whole.end) : this;
    }

    /** What the operator has set by the system property {@code geneva.rule-seconds}; {@link #STANDARD} otherwise. */
    public static Duration setting() {
        return Duration.ofSeconds(Math.max(1, Long.getLong(SETTING, STANDARD.toSeconds())));
    }

    /** A time as it is told: {@code 60 s}, {@code 0.3 s}. */
    public static String inWords(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** How long it is. */
    public Duration time() {
        return time;
    }

    /** Whether the time is up. */
    public boolean passed() {
        return System.nanoTime() - end >= 0;
    }

    /**
     * Ends the work if its time is up.
     *
     * @throws QueryCancelledException then
     */
    public void check() {
        if (passed()) {
            throw new QueryCancelledException();
        }
    }

    /** The graph, which looks at the clock whenever it is read, so that no joining or walking of paths goes on after the time. */
    public Graph watch(Graph graph) {
        return new GraphWrapper(graph) {
            @Override
            public ExtendedIterator<Triple> find(Triple triple) {
                return watched(super.find(triple));
            }

            @Override
            public ExtendedIterator<Triple> find(Node s, Node p, Node o) {
                return watched(super.find(s, p, o));
            }

            @Override
            public ExtendedIterator<Triple> find() {
                return watched(super.find());
            }

            @Override
            public boolean contains(Node s, Node p, Node o) {
                check();
                return super.contains(s, p, o);
            }

            @Override
            public boolean contains(Triple triple) {
                check();
                return super.contains(triple);
            }
        };
    }

    private ExtendedIterator<Triple> watched(ExtendedIterator<Triple> triples) {
        check();
        return triples.filterKeep(triple -> {
            check();
            return true;
        });
    }
}
