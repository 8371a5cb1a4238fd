package org.genevagraph.snapshot.frozen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.shared.AddDeniedException;
import org.genevagraph.files.BlockReader;
import org.genevagraph.files.BlockWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frozen graphs answer every pattern like the graphs from which they were made. */
class FrozenQuadsTest {
    private static final List<String> NAMES = List.of("one", "two", "three", "few");
    private static final long MAGIC = 7;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPatternFindsTheSame(long seed) throws IOException {
        Map<String, Graph> graphs = graphs(new Random(seed), 40 << seed % 5);
        FrozenQuads frozen = FrozenQuads.of(graphs);
        same(graphs, frozen, new Random(seed));
        same(graphs, reread(frozen), new Random(seed));
    }

    @Test
    void nothingIsFoundInNothing() throws IOException {
        FrozenQuads frozen = reread(FrozenQuads.of(Map.of()));
        assertTrue(frozen.union().isEmpty());
        assertFalse(frozen.union().contains(Node.ANY, Node.ANY, Node.ANY));
        assertTrue(frozen.graph("one").isEmpty());
    }

    @Test
    void theOrderHangsOnTheTriplesAlone() {
        Map<String, Graph> graphs = graphs(new Random(9), 300);
        Map<String, Graph> others = new TreeMap<>(Collections.reverseOrder());
        graphs.forEach((name, graph) -> {
            List<Triple> triples = new ArrayList<>(graph.find().toList());
            Collections.shuffle(triples, new Random(10));
            Graph other = new GraphMem2Fast();
            triples.forEach(other::add);
            others.put(name, other);
        });
        assertEquals(
                FrozenQuads.of(graphs).union().find().toList(),
                FrozenQuads.of(others).union().find().toList());
    }

    @Test
    void nothingCanBeChanged() {
        FrozenDataset dataset = new FrozenDataset(FrozenQuads.of(graphs(new Random(11), 20)));
        Triple triple = Triple.create(term(0), term(1), term(2));
        assertThrows(AddDeniedException.class, () -> dataset.getDefaultGraph().add(triple));
        Node name = dataset.listGraphNodes().next();
        assertThrows(AddDeniedException.class, () -> dataset.getGraph(name).add(triple));
        assertThrows(UnsupportedOperationException.class, () -> dataset.addGraph(name, new GraphMem2Fast()));
    }

    private FrozenQuads reread(FrozenQuads frozen) throws IOException {
        Path file = folder.resolve("frozen");
        try (OutputStream out = Files.newOutputStream(file)) {
            BlockWriter writer = new BlockWriter(out, MAGIC);
            frozen.write(writer);
            writer.finish();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return FrozenQuads.read(BlockReader.open(channel, MAGIC));
        }
    }

    private static void same(Map<String, Graph> graphs, FrozenQuads frozen, Random random) {
        assertEquals(List.copyOf(new TreeMap<>(graphs).keySet()), frozen.names());
        Graph union = new GraphMem2Fast();
        graphs.values().forEach(graph -> GraphUtil.addInto(union, graph));
        same(union, frozen.union(), random);
        graphs.forEach((name, graph) -> same(graph, frozen.graph(name), random));
        Graph rest = new GraphMem2Fast();
        GraphUtil.addInto(rest, union);
        GraphUtil.deleteFrom(rest, graphs.get("two"));
        same(rest, frozen.without(Set.of("two", "unheard of")), random);
    }

    private static void same(Graph expected, Graph frozen, Random random) {
        assertEquals(expected.size(), frozen.size());
        List<Triple> triples = expected.find().toList();
        for (int i = 0; i < 60; i++) {
            // Terms of a triple that is there, or any, so that some patterns match nothing.
            Triple like = triples.isEmpty() || i % 3 == 0
                    ? Triple.create(term(random.nextInt(50)), term(random.nextInt(50)), term(random.nextInt(50)))
                    : triples.get(random.nextInt(triples.size()));
            for (int bound = 0; bound < 8; bound++) {
                Node s = (bound & 1) == 0 ? Node.ANY : like.getSubject();
                Node p = (bound & 2) == 0 ? Node.ANY : like.getPredicate();
                Node o = (bound & 4) == 0 ? Node.ANY : like.getObject();
                List<Triple> found = frozen.find(s, p, o).toList();
                assertEquals(Set.copyOf(expected.find(s, p, o).toList()), new HashSet<>(found));
                assertEquals(found.size(), Set.copyOf(found).size(), "each triple once");
                assertEquals(expected.contains(s, p, o), frozen.contains(s, p, o));
            }
        }
    }

    private static Map<String, Graph> graphs(Random random, int triples) {
        Map<String, Graph> graphs = NAMES.stream().collect(Collectors.toMap(name -> name, name -> new GraphMem2Fast()));
        IntStream.range(0, triples).forEach(i -> {
            Triple triple = Triple.create(term(random.nextInt(30)), term(random.nextInt(5)), term(random.nextInt(50)));
            graphs.get(NAMES.get(random.nextInt(3))).add(triple);
            if (i % 7 == 0) {
                graphs.get(NAMES.get(random.nextInt(4))).add(triple);
            }
        });
        return graphs;
    }

    /** Terms of every sort, among them some that only their language, type or direction tells apart. */
    private static Node term(int number) {
        String text = "term " + number / 8 + (number % 3 == 0 ? " é € 𝄞" : "");
        return switch (number % 8) {
            case 0 -> NodeFactory.createLiteralString(text);
            case 1 -> NodeFactory.createLiteralLang(text, "en");
            case 2 -> NodeFactory.createLiteralLang(text, "fr");
            case 3 -> NodeFactory.createLiteralDT("" + number, XSDDatatype.XSDinteger);
            case 4 -> NodeFactory.createLiteralDT("0" + number, XSDDatatype.XSDinteger);
            case 5 -> NodeFactory.createBlankNode("b" + number);
            case 6 -> NodeFactory.createLiteralDirLang(text, "ar", "rtl");
            default -> NodeFactory.createURI("https://example.org/" + number + "x".repeat(number == 47 ? 300_000 : 1));
        };
    }
}
