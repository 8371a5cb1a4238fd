package org.genevagraph.query.guard;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A dataset that looks at the clock whenever it is read: property paths and some joins never look at ARQ's own timeout. */
final class WatchedDataset extends DatasetGraphWrapper implements DatasetGraphWrapperView {
    private final Deadline deadline;

    WatchedDataset(DatasetGraph dataset, Deadline deadline) {
        super(dataset);
        this.deadline = deadline;
    }

    @Override
    public Graph getDefaultGraph() {
        return new WatchedGraph(super.getDefaultGraph());
    }

    @Override
    public Graph getUnionGraph() {
        return new WatchedGraph(super.getUnionGraph());
    }

    @Override
    public Graph getGraph(Node graphNode) {
        return new WatchedGraph(super.getGraph(graphNode));
    }

    @Override
    public Iterator<Quad> find() {
        return watched(super.find());
    }

    @Override
    public Iterator<Quad> find(Quad quad) {
        return watched(super.find(quad));
    }

    @Override
    public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
        return watched(super.find(g, s, p, o));
    }

    @Override
    public Iterator<Quad> findNG(Node g, Node s, Node p, Node o) {
        return watched(super.findNG(g, s, p, o));
    }

    private <T> ExtendedIterator<T> watched(Iterator<T> iterator) {
        deadline.check();
        return WrappedIterator.create(iterator).filterKeep(item -> {
            deadline.check();
            return true;
        });
    }

    private final class WatchedGraph extends GraphWrapper {
        WatchedGraph(Graph graph) {
            super(graph);
        }

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
    }
}
