package org.genevagraph.snapshot.frozen;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Prefixes;

/** Frozen graphs as a dataset, with their union as default graph. */
public final class FrozenDataset extends DatasetGraphReadOnly {
    private final FrozenQuads quads;
    private final Graph union;
    private final Map<Node, Graph> graphs = new HashMap<>();
    private final Map<Set<String>, Graph> without = new ConcurrentHashMap<>();

    /** With what it holds. */
    public FrozenDataset(FrozenQuads quads) {
        super(linked(quads));
        this.quads = quads;
        // They refuse every change themselves, so that nothing need stand before them.
        this.union = getWrapped().getDefaultGraph();
        quads.names().forEach(name -> graphs.put(Iris.graph(name), getWrapped().getGraph(Iris.graph(name))));
    }

    private static DatasetGraph linked(FrozenQuads quads) {
        DatasetGraph dataset = new DatasetGraphMapLink(quads.union());
        quads.names().forEach(name -> dataset.addGraph(Iris.graph(name), quads.graph(name)));
        Prefixes.ALL.forEach(dataset.prefixes()::add);
        return dataset;
    }

    @Override
    public Graph getDefaultGraph() {
        return union;
    }

    @Override
    public Graph getGraph(Node name) {
        Graph graph = graphs.get(name);
        return graph == null ? super.getGraph(name) : graph;
    }

    /** What it holds. */
    public FrozenQuads quads() {
        return quads;
    }

    /** Its default graph without the triples that any of some graphs says. */
    public Graph without(Set<String> others) {
        return without.computeIfAbsent(others, quads::without);
    }
}
