package org.genevagraph.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.validation.ReportEntry;
import org.genevagraph.syntax.TurtleFile;

/**
 * What a run of the shapes looked up and found, so that the next run on a graph that has changed a little checks only what the change touches.
 * Each part of a run, a shape with some of its focus nodes, is found again as it was unless its focus nodes are others, or something that it
 * looked up has changed; a constraint on the whole graph looks up the most and is checked anew the most often.
 */
public final class EarlierRun {
    /** Nothing was checked. */
    public static final EarlierRun NONE = new EarlierRun(List.of(), Map.of(), 0);

    private final List<String> shapes;
    private final Map<Part, Found> parts;
    private final int anew;

    EarlierRun(List<String> shapes, Map<Part, Found> parts, int anew) {
        this.shapes = List.copyOf(shapes);
        this.parts = Map.copyOf(parts);
        this.anew = anew;
    }

    /** How many parts it had. */
    public int parts() {
        return parts.size();
    }

    /** How many of them it had to check, since nothing earlier held of them. */
    public int anew() {
        return anew;
    }

    /**
     * A shape with some of its focus nodes.
     *
     * @param number which of its parts
     * @param of how many
     */
    record Part(Node shape, int number, int of) {}

    /**
     * What came of a part.
     *
     * @param nodes how many focus nodes it had
     * @param digest stands for which ones
     * @param reads what it looked up
     */
    record Found(int nodes, long digest, Reads.Noted reads, List<ReportEntry> entries) {
        Found {
            entries = List.copyOf(entries);
        }
    }

    /** The text of each file of shapes: another one makes another run. */
    static List<String> texts(List<TurtleFile> files) {
        return files.stream().map(file -> file.file() + "\n" + file.text()).toList();
    }

    /** The triples that only one of two graphs has. */
    static List<Triple> changes(Graph before, Graph after) {
        List<Triple> changes = new ArrayList<>();
        before.stream().filter(triple -> !after.contains(triple)).forEach(changes::add);
        after.stream().filter(triple -> !before.contains(triple)).forEach(changes::add);
        return changes;
    }

    /** What this run found, for the same shapes and a graph that differs from that of this run by such look-ups. */
    Since since(List<String> files, Reads.Noted changed) {
        return files.equals(shapes)
                ? (part, nodes, digest) -> Optional.ofNullable(parts.get(part))
                        .filter(found -> found.nodes() == nodes
                                && found.digest() == digest
                                && !found.reads().meets(changed))
                : (part, nodes, digest) -> Optional.empty();
    }

    /** What was found earlier and still holds. */
    interface Since {
        Optional<Found> found(Part part, int nodes, long digest);
    }
}
