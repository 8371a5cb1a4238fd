package org.genevagraph.snapshot;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.genevagraph.problem.Problem;

/**
 * A published state of the graph. It never changes; new data make a new snapshot.
 *
 * @param dataset the named graphs, and their union as default graph; read-only
 * @param version a hash of the content: the first 16 hexadecimal digits of the SHA-256 of its sorted N-Quads
 * @param triplesPerGraph how many triples each named graph has, by its name
 * @param thingsPerClass how many things each class has, by its name
 * @param dataRead the day on which the youngest source text was last read, such as 2026-11-22; empty if no table says
 * @param checked what the shapes were run on
 * @param places the row that each thing and statement was written in, as file and line; what rules derived has none
 * @param warnings what deserves a look without stopping publication
 */
public record Snapshot(
        DatasetGraph dataset,
        String version,
        Map<String, Long> triplesPerGraph,
        Map<String, Long> thingsPerClass,
        String dataRead,
        Checked checked,
        Map<Node, String> places,
        List<Problem> warnings) {

    /**
     * How much was validated.
     *
     * @param shapes how many shapes were run
     * @param focusNodes how many pairs of shape and focus node were checked
     * @param constraints how many pairs of constraint and focus node were checked
     */
    public record Checked(int shapes, long focusNodes, long constraints) {}

    public Snapshot {
        places = Map.copyOf(places);
        warnings = List.copyOf(warnings);
    }

    /** How many triples all named graphs have together. */
    public long triples() {
        return triplesPerGraph.values().stream().mapToLong(Long::longValue).sum();
    }
}
