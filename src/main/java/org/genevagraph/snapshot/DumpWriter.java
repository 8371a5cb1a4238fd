package org.genevagraph.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.genevagraph.vocabulary.Iris;

/** Writes a dataset's named graphs as N-Quads sorted by line, so that two builds differ only where their facts do. */
public final class DumpWriter {
    private static final int VERSION_DIGITS = 16;

    private DumpWriter() {}

    /** The bytes of the dump: UTF-8, a line each quad, each ended by a line feed. */
    public static byte[] nquads(DatasetGraph dataset) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        var stream = StreamRDFWriter.getWriterStream(text, RDFFormat.NQUADS_UTF8);
        stream.start();
        try (Stream<Quad> quads = dataset.stream()) {
            // The default graph is the union of the named ones and not written again.
            quads.filter(quad -> !quad.isDefaultGraph()).forEach(stream::quad);
        }
        stream.finish();
        List<String> lines =
                text.toString(StandardCharsets.UTF_8).lines().sorted().toList();
        return (String.join("\n", lines) + (lines.isEmpty() ? "" : "\n")).getBytes(StandardCharsets.UTF_8);
    }

    /** The version of a dataset: the beginning of the SHA-256 of its dump. */
    public static String version(byte[] nquads) {
        return Iris.digest(nquads).substring(0, VERSION_DIGITS);
    }

    /** Writes the dump of a dataset. */
    public static void write(DatasetGraph dataset, OutputStream out) throws IOException {
        out.write(nquads(dataset));
    }
}
