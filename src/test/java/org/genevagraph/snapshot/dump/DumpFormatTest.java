package org.genevagraph.snapshot.dump;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Mini;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format holds the whole graph, is read back strictly, and comes out the same whatever order and place it was written in. */
class DumpFormatTest {
    static List<DumpFormat> formats() {
        return DumpFormat.dumps();
    }

    private static byte[] written(DumpFormat format, DatasetGraph dataset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(dataset, bytes);
        return bytes.toByteArray();
    }

    private static Set<Quad> read(DumpFormat format, byte[] bytes) {
        DatasetGraph read = DatasetGraphFactory.create();
        RDFParser.source(new ByteArrayInputStream(bytes))
                .lang(format.lang())
                .strict(true)
                .checking(true)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                .parse(read);
        try (Stream<Quad> quads = read.stream()) {
            return quads.map(quad ->
                            quad.isDefaultGraph() ? Quad.create(Quad.defaultGraphNodeGenerated, quad.asTriple()) : quad)
                    .collect(Collectors.toSet());
        }
    }

    /** What a file of a format has to hold: all quads, or all triples once. */
    private static Set<Quad> expected(DumpFormat format, DatasetGraph dataset) {
        Set<Quad> quads = new HashSet<>();
        if (format.namedGraphs()) {
            dataset.listGraphNodes()
                    .forEachRemaining(name ->
                            dataset.getGraph(name).stream().forEach(triple -> quads.add(Quad.create(name, triple))));
        } else {
            dataset.getDefaultGraph().stream()
                    .forEach(triple -> quads.add(Quad.create(Quad.defaultGraphNodeGenerated, triple)));
        }
        return quads;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theProjectsGraphIsReadBackStrictly(DumpFormat format) throws IOException {
        DatasetGraph dataset = Mini.realSnapshot().dataset();
        Set<Quad> expected = expected(format, dataset);
        assertTrue(expected.size() > 50_000, "quads: " + expected.size());
        assertEquals(format.triples(Mini.realSnapshot()), expected.size());
        Set<Quad> read = read(format, written(format, dataset));
        assertEquals(expected.size(), read.size());
        assertTrue(read.containsAll(expected));
    }

    /** The same quads in a dataset that was filled in another order. */
    private static DatasetGraph shuffled(Set<Quad> quads, long seed) {
        List<Quad> order = new ArrayList<>(quads);
        Collections.shuffle(order, new Random(seed));
        DatasetGraph dataset = new DatasetGraphMapLink(GraphFactory.createDefaultGraph());
        for (Quad quad : order) {
            if (!dataset.containsGraph(quad.getGraph())) {
                dataset.addGraph(quad.getGraph(), GraphFactory.createDefaultGraph());
            }
            dataset.getGraph(quad.getGraph()).add(quad.asTriple());
            dataset.getDefaultGraph().add(quad.asTriple());
        }
        return dataset;
    }

    /** Values that formats get wrong: quotes, line ends, characters outside of the plane, what looks like markup, languages, types. */
    private static Set<Quad> awkward() {
        Node subject = NodeFactory.createURI(Iris.BASE + "id/passage/alpha/7.a");
        Set<Quad> quads = new HashSet<>();
        int number = 0;
        for (String text : List.of(
                "a\nb\r\nc",
                "\"quoted\" \\ and 'other' \"\"\"",
                "tab\tend ",
                "\u0000\u0001\u007f\u2028\u2029\ufeff",
                "Zürich – 日本 – \ud83d\ude00 – ﷽",
                "<b>&amp;</b>",
                "",
                "@id",
                "e\u0301 is not é")) {
            Node property = NodeFactory.createURI(Iris.BASE + "ontology#p" + number++);
            for (Node value : List.of(
                    NodeFactory.createLiteralString(text),
                    NodeFactory.createLiteralLang(text, "fr-CH"),
                    NodeFactory.createLiteralDT(
                            text, TypeMapper.getInstance().getSafeTypeByName("urn:example:type")))) {
                quads.add(Quad.create(Iris.graph("one"), subject, property, value));
                quads.add(Quad.create(Iris.graph("two"), subject, property, value));
            }
        }
        quads.add(Quad.create(
                Iris.graph("two"), subject, NodeFactory.createURI("urn:example:p"), Literals.integer("007")));
        quads.add(Quad.create(
                Iris.graph("two"),
                NodeFactory.createURI("https://example.org/a?b=c&d=(e)#f;g,h'i"),
                RDF.type.asNode(),
                NodeFactory.createURI("https://example.org/Ünï/%20")));
        return quads;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void awkwardValuesSurviveAndTheOrderOfFillingDoesNotMatter(DumpFormat format) throws IOException {
        Set<Quad> quads = awkward();
        byte[] bytes = written(format, shuffled(quads, 1));
        assertEquals(expected(format, shuffled(quads, 1)), read(format, bytes));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-deva"));
            for (int seed = 2; seed < 6; seed++) {
                assertArrayEquals(bytes, written(format, shuffled(quads, seed)));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theCommandWritesTheSameAndTheHeaderOfGzipTellsNoTime(DumpFormat format) throws IOException {
        Path file = Files.createTempFile("dump", "." + format.label() + ".gz");
        try {
            Mini.Run run =
                    Mini.geneva("export", format.label(), file.toString(), "--data", Mini.DATA.toString(), "--quiet");
            assertEquals(0, run.status(), run.err());
            byte[] bytes = Files.readAllBytes(file);
            assertArrayEquals(
                    new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff}, Arrays.copyOf(bytes, 10));
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                assertArrayEquals(written(format, Mini.snapshot().dataset()), in.readAllBytes());
            }
            ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
            HeldFile.gzip(out -> format.write(Mini.snapshot().dataset(), out), gzipped);
            assertArrayEquals(gzipped.toByteArray(), bytes);
        } finally {
            Files.delete(file);
        }
    }
}
