package org.genevagraph.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.problem.Problem;
import org.genevagraph.snapshot.catalogue.Catalogue;
import org.genevagraph.snapshot.frozen.FrozenDataset;
import org.genevagraph.snapshot.frozen.FrozenQuads;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * A published state of the graph. It never changes; new data make a new snapshot.
 *
 * @param dataset the named graphs, and their union as default graph; read-only
 * @param version a hash of the content: the first 16 hexadecimal digits of the SHA-256 of its sorted N-Quads, those of the catalogue left out
 * @param triplesPerGraph how many triples each named graph has, by its name
 * @param thingsPerClass how many things each class has, by its name
 * @param sources what each source text gave, by the id of its document
 * @param dataRead the day on which the youngest source text was last read, such as 2026-11-22; empty if no table says
 * @param checked what the shapes were run on
 * @param shapes the shapes themselves, none of which is part of the content; empty if the snapshot was read from a dump
 * @param places the row that each thing and statement was written in, as file and line; what rules derived has none
 * @param warnings what deserves a look without stopping publication
 */
public record Snapshot(
        FrozenDataset dataset,
        String version,
        Map<String, Long> triplesPerGraph,
        Map<String, Long> thingsPerClass,
        Map<String, SourceCount> sources,
        String dataRead,
        Checked checked,
        Graph shapes,
        Map<Node, String> places,
        List<Problem> warnings) {

    private static final Set<String> NO_FACTS = Set.of(SnapshotBuilder.STANDARD, Catalogue.NAME);

    /**
     * How much was validated.
     *
     * @param shapes how many shapes were run
     * @param focusNodes how many pairs of shape and focus node were checked
     * @param constraints how many pairs of constraint and focus node were checked
     */
    public record Checked(int shapes, long focusNodes, long constraints) {}

    /**
     * What a source text gave.
     *
     * @param passages how many passages it has
     * @param statements how many statements of the tables cite one of them
     * @param figures how many figures do
     */
    public record SourceCount(long passages, long statements, long figures) {}

    public Snapshot {
        places = Map.copyOf(places);
        warnings = List.copyOf(warnings);
    }

    /**
     * Everything but what is only said once more in the terms of other vocabularies, and what is said of the data set: what pages show and
     * what is counted, each fact once.
     */
    public FactGraph facts() {
        return new FactGraph(dataset.without(NO_FACTS));
    }

    /** What is said of the data set and its named graphs; empty if nothing is. */
    public Graph catalogue() {
        return dataset.getGraph(Iris.graph(Catalogue.NAME));
    }

    /** How many triples all named graphs have together. */
    public long triples() {
        return triplesPerGraph.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Freezes named graphs and counts what they hold. */
    static Snapshot of(
            Map<String, Graph> graphs,
            String version,
            Checked checked,
            Graph shapes,
            Map<Node, String> places,
            List<Problem> warnings) {
        FrozenDataset dataset = new FrozenDataset(FrozenQuads.of(graphs));
        Graph union = dataset.getDefaultGraph();
        Map<String, Long> perGraph = new LinkedHashMap<>();
        graphs.forEach((name, graph) -> perGraph.put(name, (long) graph.size()));
        String read = union.stream(Node.ANY, GG.lastRead, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .max(String::compareTo)
                .orElse("");
        return new Snapshot(
                dataset,
                version,
                perGraph,
                thingsPerClass(union),
                sources(union),
                read,
                checked,
                shapes,
                places,
                warnings);
    }

    private static Map<String, SourceCount> sources(Graph union) {
        Map<String, SourceCount> counts = new TreeMap<>();
        union.stream(Node.ANY, GG.form, Node.ANY).map(Triple::getSubject).forEach(document -> {
            List<Node> passages = union.stream(Node.ANY, GG.inDocument, document)
                    .map(Triple::getSubject)
                    .toList();
            counts.put(
                    Iris.parse(document.getURI()).map(Iris.Id::slug).orElse(document.getURI()),
                    new SourceCount(
                            passages.size(),
                            citing(union, passages, GG.Statement),
                            citing(union, passages, GG.Figure)));
        });
        return counts;
    }

    /** How many things of a class the tables give one of these passages as evidence of; what rules derived does not count. */
    private static long citing(Graph union, List<Node> passages, Node type) {
        return passages.stream()
                .flatMap(passage -> union.stream(Node.ANY, GG.evidence, passage))
                .map(Triple::getSubject)
                .distinct()
                .filter(fact -> union.contains(fact, RDF.type.asNode(), type) && new FactGraph(union).isAsserted(fact))
                .count();
    }

    private static Map<String, Long> thingsPerClass(Graph union) {
        Map<String, Long> counts = new TreeMap<>();
        union.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isURI()
                        && triple.getObject().getURI().startsWith(GG.NS)
                        && !triple.getSubject().getURI().startsWith(GG.NS))
                .forEach(triple -> counts.merge(triple.getObject().getURI().substring(GG.NS.length()), 1L, Long::sum));
        return counts;
    }
}
