package org.genevagraph.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.atlas.lib.CharSpace;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.genevagraph.snapshot.catalogue.Catalogue;
import org.genevagraph.vocabulary.Iris;

/**
 * Writes a dataset's named graphs as N-Quads sorted by line, so that two builds differ only where their facts do. The text is never in
 * memory as a whole: quads are sorted by subject, and the lines of one subject are written before those of the next are made.
 */
public final class DumpWriter {
    private static final int VERSION_DIGITS = 16;

    private DumpWriter() {}

    /** The bytes of the dump: UTF-8, a line each quad, each ended by a line feed. */
    public static byte[] nquads(DatasetGraph dataset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(dataset, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory refuses nothing", e);
        }
        return bytes.toByteArray();
    }

    /** The version of a dataset: the beginning of the SHA-256 of its dump without the catalogue, which tells the version. */
    public static String version(DatasetGraph dataset) {
        Node catalogue = Iris.graph(Catalogue.NAME);
        return version(dataset, graph -> !graph.equals(catalogue));
    }

    /** The same of all that a dataset holds, its catalogue included: what differs in anything has another one. */
    public static String wholeVersion(DatasetGraph dataset) {
        return version(dataset, graph -> true);
    }

    private static String version(DatasetGraph dataset, Predicate<Node> wanted) {
        MessageDigest digest = Iris.sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            write(dataset, wanted, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a digest refuses nothing", e);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    }

    /** Writes the dump of a dataset. */
    public static void write(DatasetGraph dataset, OutputStream out) throws IOException {
        write(dataset, graph -> true, out);
    }

    private static void write(DatasetGraph dataset, Predicate<Node> wanted, OutputStream out) throws IOException {
        NodeFormatter format = new NodeFormatterNT(CharSpace.UTF8);
        Map<Node, String> words = new HashMap<>();
        for (Map.Entry<String, List<Quad>> subject :
                bySubject(dataset, wanted, format).entrySet()) {
            for (String line : lines(subject.getKey(), subject.getValue(), format, words)) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    }

    /**
     * The quads of each subject, by the subject as a line begins with it. No beginning continues another one, so that their order is the order
     * of lines.
     */
    private static Map<String, List<Quad>> bySubject(
            DatasetGraph dataset, Predicate<Node> wanted, NodeFormatter format) {
        Map<Node, List<Quad>> quads = new HashMap<>();
        // The default graph is the union of the named ones and not written again.
        dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (wanted.test(quad.getGraph())) {
                quads.computeIfAbsent(quad.getSubject(), subject -> new ArrayList<>(8))
                        .add(quad);
            }
        });
        Map<String, List<Quad>> sorted = new TreeMap<>();
        quads.forEach((subject, all) -> sorted.put(text(subject, format) + " ", all));
        return sorted;
    }

    /** The lines of one subject. Its own words, and those of predicates and graphs, are made once: an IRI is written letter by letter. */
    private static String[] lines(String subject, List<Quad> quads, NodeFormatter format, Map<Node, String> words) {
        String[] lines = new String[quads.size()];
        for (int i = 0; i < lines.length; i++) {
            Quad quad = quads.get(i);
            String predicate = words.computeIfAbsent(quad.getPredicate(), node -> text(node, format));
            String graph = words.computeIfAbsent(quad.getGraph(), node -> text(node, format));
            lines[i] = subject + predicate + " " + text(quad.getObject(), format) + " " + graph + " .";
        }
        Arrays.sort(lines);
        return lines;
    }

    private static String text(Node node, NodeFormatter format) {
        StringWriterI text = new StringWriterI();
        format.format(text, node);
        return text.toString();
    }
}
