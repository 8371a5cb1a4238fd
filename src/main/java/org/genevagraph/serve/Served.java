package org.genevagraph.serve;

import java.util.function.Supplier;
import org.genevagraph.query.Lazy;
import org.genevagraph.query.Limits;
import org.genevagraph.query.QueryCatalogue;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.SearchIndex;
import org.genevagraph.snapshot.Snapshot;

/**
 * What is being served: a snapshot with what can be asked of it. A request keeps the one it began with.
 *
 * @param runner asks queries of the snapshot
 * @param catalogue the canned queries
 * @param search finds the snapshot's things by words
 */
public record Served(QueryRunner runner, QueryCatalogue catalogue, Supplier<SearchIndex> search) {
    /** A snapshot with its queries, under limits. */
    public static Served of(Snapshot snapshot, QueryCatalogue catalogue, Limits limits) {
        // The server need not wait for the index, and a command never makes one.
        return new Served(
                new QueryRunner(snapshot, limits),
                catalogue,
                new Lazy<>(() -> SearchIndex.of(snapshot.dataset().getDefaultGraph())));
    }

    /** The snapshot. */
    public Snapshot snapshot() {
        return runner.snapshot();
    }
}
