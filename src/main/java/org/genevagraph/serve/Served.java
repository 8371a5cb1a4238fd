package org.genevagraph.serve;

import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
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
        return new Served(
                new QueryRunner(snapshot, limits),
                catalogue,
                new FirstSearch(snapshot.dataset().getDefaultGraph()));
    }

    /** The snapshot. */
    public Snapshot snapshot() {
        return runner.snapshot();
    }

    /** Makes the index when somebody searches for the first time: the server need not wait for it, and a command never makes one. */
    private static final class FirstSearch implements Supplier<SearchIndex> {
        private final Graph graph;
        private SearchIndex index;

        FirstSearch(Graph graph) {
            this.graph = graph;
        }

        @Override
        public synchronized SearchIndex get() {
            if (index == null) {
                index = SearchIndex.of(graph);
            }
            return index;
        }
    }
}
