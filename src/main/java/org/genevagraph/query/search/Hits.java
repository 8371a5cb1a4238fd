package org.genevagraph.query.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * All that a query finds. Lucene's own way keeps a place for each hit that there could be, and orders all the places; most queries find few
 * things.
 */
final class Hits extends SimpleCollector {
    private final List<Hit> found = new ArrayList<>();
    private int begin;
    private Scorable scorer;

    private record Hit(int number, float score) {}

    private Hits() {}

    /** The numbers of the documents, best first; those that are equally good in their order. */
    static List<Integer> of(Query query, IndexSearcher searcher) throws IOException {
        return searcher.search(query, new Ordered());
    }

    /** Puts the hits of all parts of an index in order. */
    private static final class Ordered implements CollectorManager<Hits, List<Integer>> {
        @Override
        public Hits newCollector() {
            return new Hits();
        }

        @Override
        public List<Integer> reduce(Collection<Hits> parts) {
            return parts.stream()
                    .flatMap(part -> part.found.stream())
                    .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparingInt(Hit::number))
                    .map(Hit::number)
                    .toList();
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext segment) {
        begin = segment.docBase;
    }

    @Override
    public void setScorer(Scorable next) {
        scorer = next;
    }

    @Override
    public void collect(int number) throws IOException {
        found.add(new Hit(begin + number, scorer.score()));
    }
}
