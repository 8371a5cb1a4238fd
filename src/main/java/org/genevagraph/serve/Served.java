package org.genevagraph.serve;

import org.genevagraph.query.Limits;
import org.genevagraph.query.QueryCatalogue;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.snapshot.Snapshot;

/**
 * What is being served: a snapshot with the queries that can be asked of it. A request keeps the one it began with.
 *
 * @param runner asks queries of the snapshot
 * @param catalogue the canned queries
 */
public record Served(QueryRunner runner, QueryCatalogue catalogue) {
    /** A snapshot with its queries, under limits. */
    public static Served of(Snapshot snapshot, QueryCatalogue catalogue, Limits limits) {
        return new Served(new QueryRunner(snapshot, limits), catalogue);
    }

    /** The snapshot. */
    public Snapshot snapshot() {
        return runner.snapshot();
    }
}
