package org.genevagraph.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.genevagraph.snapshot.catalogue.Catalogue;
import org.genevagraph.vocabulary.Iris;

/** Writes a dataset's named graphs as N-Quads sorted by line, so that two builds differ only where their facts do. */
public final class DumpWriter {
    private static final int VERSION_DIGITS = 16;

    private DumpWriter() {}

    /** The bytes of the dump: UTF-8, a line each quad, each ended by a line feed. */
    public static byte[] nquads(DatasetGraph dataset) {
        return nquads(dataset, graph -> true);
    }

    private static byte[] nquads(DatasetGraph dataset, Predicate<Node> wanted) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        var stream = StreamRDFWriter.getWriterStream(text, RDFFormat.NQUADS_UTF8);
        stream.start();
        // The default graph is the union of the named ones and not written again.
        dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (wanted.test(quad.getGraph())) {
                stream.quad(quad);
            }
        });
        stream.finish();
        List<String> lines =
                text.toString(StandardCharsets.UTF_8).lines().sorted().toList();
        return (String.join("\n", lines) + (lines.isEmpty() ? "" : "\n")).getBytes(StandardCharsets.UTF_8);
    }

    /** The version of a dataset: the beginning of the SHA-256 of its dump without the catalogue, which tells the version. */
    public static String version(DatasetGraph dataset) {
        Node catalogue = Iris.graph(Catalogue.NAME);
        return Iris.digest(nquads(dataset, graph -> !graph.equals(catalogue))).substring(0, VERSION_DIGITS);
    }

    /** Writes the dump of a dataset. */
    public static void write(DatasetGraph dataset, OutputStream out) throws IOException {
        out.write(nquads(dataset));
    }
}
