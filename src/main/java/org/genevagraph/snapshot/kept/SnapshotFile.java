package org.genevagraph.snapshot.kept;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.files.BlockReader;
import org.genevagraph.files.BlockWriter;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Severity;
import org.genevagraph.problem.Slip;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.frozen.FrozenDataset;
import org.genevagraph.snapshot.frozen.FrozenQuads;

/** A snapshot as a file: everything that it is, so that whoever reads it cannot tell it from the one that was built. */
final class SnapshotFile {
    /** "GENEVA" and the number of this form. */
    static final long MAGIC = 0x47454E4556410002L;

    private static final String SHAPES = "shapes";

    private SnapshotFile() {}

    static void write(BuildKey key, Snapshot snapshot, BlockWriter out) throws IOException {
        FrozenQuads quads = snapshot.dataset().quads();
        out.putText(key.digits());
        out.putText(snapshot.version());
        out.putText(snapshot.dataRead());
        out.putInt(snapshot.checked().shapes());
        out.putLong(snapshot.checked().focusNodes());
        out.putLong(snapshot.checked().constraints());
        write(snapshot.triplesPerGraph(), out);
        write(snapshot.thingsPerClass(), out);
        out.putInt(snapshot.sources().size());
        for (Map.Entry<String, Snapshot.SourceCount> source : snapshot.sources().entrySet()) {
            out.putText(source.getKey());
            out.putLong(source.getValue().passages());
            out.putLong(source.getValue().statements());
            out.putLong(source.getValue().figures());
        }
        out.putInt(snapshot.warnings().size());
        for (Problem problem : snapshot.warnings()) {
            out.putText(problem.severity().name());
            out.putText(problem.file());
            out.putInt(problem.line());
            out.putText(problem.column());
            out.putText(problem.message());
            out.putText(problem.fix());
            out.putText(problem.slip().kind().name());
            out.putText(problem.slip().value());
        }
        quads.write(out);
        FrozenQuads.of(Map.of(SHAPES, snapshot.shapes())).write(out);
        writePlaces(snapshot.places(), quads, out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else, or was written for another key
     */
    static Snapshot read(BuildKey key, BlockReader in) throws IOException {
        if (!in.getText().equals(key.digits())) {
            throw new IOException("it was built from something else");
        }
        String version = in.getText();
        String dataRead = in.getText();
        Snapshot.Checked checked = new Snapshot.Checked(in.getInt(), in.getLong(), in.getLong());
        Map<String, Long> triplesPerGraph = counts(in, new LinkedHashMap<>());
        Map<String, Long> thingsPerClass = counts(in, new TreeMap<>());
        Map<String, Snapshot.SourceCount> sources = new TreeMap<>();
        for (int left = in.getCount(1); left > 0; left--) {
            sources.put(in.getText(), new Snapshot.SourceCount(in.getLong(), in.getLong(), in.getLong()));
        }
        List<Problem> warnings = new ArrayList<>();
        for (int left = in.getCount(1); left > 0; left--) {
            warnings.add(new Problem(
                    Severity.valueOf(in.getText()),
                    in.getText(),
                    in.getInt(),
                    in.getText(),
                    in.getText(),
                    in.getText(),
                    new Slip(Slip.Kind.valueOf(in.getText()), in.getText())));
        }
        FrozenQuads quads = FrozenQuads.read(in);
        FrozenQuads shapes = FrozenQuads.read(in);
        return new Snapshot(
                new FrozenDataset(quads),
                version,
                triplesPerGraph,
                thingsPerClass,
                sources,
                dataRead,
                checked,
                shapes.union(),
                readPlaces(quads, in),
                warnings);
    }

    private static void write(Map<String, Long> counts, BlockWriter out) throws IOException {
        out.putInt(counts.size());
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            out.putText(count.getKey());
            out.putLong(count.getValue());
        }
    }

    private static Map<String, Long> counts(BlockReader in, Map<String, Long> counts) throws IOException {
        for (int left = in.getCount(1); left > 0; left--) {
            counts.put(in.getText(), in.getLong());
        }
        return counts;
    }

    /** Of places, which are many in few files, each file is written when it first occurs, and has a number from then on. */
    private static void writePlaces(Map<Node, String> places, FrozenQuads quads, BlockWriter out) throws IOException {
        Map<String, Integer> files = new HashMap<>();
        out.putInt(places.size());
        for (Map.Entry<Node, String> place : places.entrySet()) {
            int number = quads.number(place.getKey());
            out.putInt(number);
            if (number < 0) {
                out.putText(place.getKey().getURI());
            }
            int colon = place.getValue().lastIndexOf(':');
            String file = place.getValue().substring(0, colon);
            Integer known = files.putIfAbsent(file, files.size());
            out.putInt(known == null ? files.size() - 1 : known);
            if (known == null) {
                out.putText(file);
            }
            out.putText(place.getValue().substring(colon + 1));
        }
    }

    private static Map<Node, String> readPlaces(FrozenQuads quads, BlockReader in) throws IOException {
        List<String> files = new ArrayList<>();
        int count = in.getCount(3);
        Map<Node, String> places = new HashMap<>(2 * count);
        for (int left = count; left > 0; left--) {
            int number = in.getInt();
            Node thing = number < 0 ? NodeFactory.createURI(in.getText()) : quads.term(number);
            int file = in.getInt();
            if (file == files.size()) {
                files.add(in.getText());
            }
            places.put(thing, files.get(file) + ":" + in.getText());
        }
        return places;
    }
}
