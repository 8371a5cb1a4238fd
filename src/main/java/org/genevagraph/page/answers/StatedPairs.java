package org.genevagraph.page.answers;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.snapshot.Snapshot;

/** Between which two things the graph states something, so that a page can offer to tell why. */
public final class StatedPairs {
    private record Pair(Node one, Node other) {}

    private final Set<Pair> pairs = new HashSet<>();

    private StatedPairs() {}

    /** Reads the statements of a snapshot. */
    public static StatedPairs of(Snapshot snapshot) {
        StatedPairs stated = new StatedPairs();
        Graph graph = snapshot.dataset().getDefaultGraph();
        graph.stream(Node.ANY, RDF.subject.asNode(), Node.ANY)
                .forEach(subject -> graph.stream(subject.getSubject(), RDF.object.asNode(), Node.ANY)
                        .forEach(object -> stated.pairs.add(new Pair(subject.getObject(), object.getObject()))));
        return stated;
    }

    /** Whether a statement has the two as subject and object, in either direction. */
    boolean has(Node one, Node other) {
        return pairs.contains(new Pair(one, other)) || pairs.contains(new Pair(other, one));
    }
}
