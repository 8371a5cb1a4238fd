package org.genevagraph.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.Iris;

/**
 * What changed from one snapshot to another. The changes tell it in words; what they leave out, such as the ontology and direct triples of
 * statements, is in the quads and their counts.
 *
 * @param before the version of the older one
 * @param after the version of the newer one
 * @param changes what changed, ordered by area, by what became of it, by class and words
 * @param graphs how many quads came and went, by the name of their graph; only those in which any did
 * @param removed the quads that only the older one has, in a fixed order
 * @param added the quads that only the newer one has, in a fixed order
 */
public record GraphDiff(
        String before,
        String after,
        List<Change> changes,
        Map<String, Count> graphs,
        List<Quad> removed,
        List<Quad> added) {
    private static final String ENGLISH = "en";

    /** How many came and went. */
    public record Count(long added, long removed) {}

    /** Compares. */
    public static GraphDiff of(Snapshot before, Snapshot after) {
        if (before.version().equals(after.version())) {
            return new GraphDiff(before.version(), after.version(), List.of(), Map.of(), List.of(), List.of());
        }
        Set<String> names = new TreeSet<>();
        before.dataset().listGraphNodes().forEachRemaining(name -> names.add(name.getURI()));
        after.dataset().listGraphNodes().forEachRemaining(name -> names.add(name.getURI()));
        Map<String, Count> graphs = new TreeMap<>();
        List<Quad> removed = new ArrayList<>();
        List<Quad> added = new ArrayList<>();
        String beginning = Iris.graph("").getURI();
        for (String name : names) {
            String shown = name.substring(beginning.length());
            List<Quad> gone = without(shown, before.dataset(), after.dataset());
            List<Quad> come = without(shown, after.dataset(), before.dataset());
            if (!gone.isEmpty() || !come.isEmpty()) {
                graphs.put(shown, new Count(come.size(), gone.size()));
            }
            removed.addAll(gone);
            added.addAll(come);
        }
        return new GraphDiff(
                before.version(), after.version(), changes(before, after, ENGLISH), graphs, removed, added);
    }

    /**
     * What changed, in the words of a language, and in the order of these.
     *
     * @param language the tag of the language, {@code en} or {@code fr}; what has no name in it keeps its English one
     */
    public static List<Change> changes(Snapshot before, Snapshot after, String language) {
        return new Comparison(new Side(before, language), new Side(after, language)).changes();
    }

    private static List<Quad> without(String graph, DatasetGraph dataset, DatasetGraph other) {
        Node name = Iris.graph(graph);
        Graph others = other.getGraph(name);
        List<Quad> quads = new ArrayList<>();
        dataset.getGraph(name).stream()
                .filter(triple -> !others.contains(triple))
                .sorted((one, two) -> one.toString().compareTo(two.toString()))
                .forEach(triple -> quads.add(Quad.create(name, triple)));
        return quads;
    }

    /** Whether both are the same, quad by quad. */
    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }
}
