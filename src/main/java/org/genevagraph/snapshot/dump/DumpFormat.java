package org.genevagraph.snapshot.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.NodeCmp;
import org.genevagraph.snapshot.DumpWriter;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.Prefixes;

/**
 * The formats in which the whole graph is written. Those with named graphs hold each triple in every graph that says it, the others hold the
 * union of all graphs: each triple once. All but RDF/XML have their triples in a fixed order, so that the same graph gives the same bytes,
 * wherever and of whatever it was built.
 */
public enum DumpFormat {
    /** N-Quads, sorted by line. */
    NQ(Lang.NQUADS, true, null),
    /** TriG, graph by graph. */
    TRIG(Lang.TRIG, true, RDFFormat.TRIG_BLOCKS),
    /** JSON-LD in expanded form, graph by graph. */
    JSONLD(Lang.JSONLD11, true, null),
    /** N-Triples. */
    NT(Lang.NTRIPLES, false, RDFFormat.NTRIPLES_UTF8),
    /** Turtle, subject by subject. */
    TTL(Lang.TURTLE, false, RDFFormat.TURTLE_BLOCKS),
    /** RDF/XML, in no fixed order. */
    RDFXML(Lang.RDFXML, false, RDFFormat.RDFXML_PLAIN);

    private static final Comparator<Triple> ORDER = Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms);

    private final Lang lang;
    private final boolean namedGraphs;
    private final RDFFormat format;

    DumpFormat(Lang lang, boolean namedGraphs, RDFFormat format) {
        this.lang = lang;
        this.namedGraphs = namedGraphs;
        this.format = format;
    }

    /** The formats of dumps; RDF/XML, which holds neither named graphs nor a fixed order, is none of them. */
    public static List<DumpFormat> dumps() {
        return Arrays.stream(values()).filter(format -> format != RDFXML).toList();
    }

    /** The name in commands and the ending of files: {@code nq}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it: {@code N-Quads}. */
    public String title() {
        return this == JSONLD ? "JSON-LD" : lang.getName();
    }

    /** The language in which others parse it. */
    public Lang lang() {
        return lang;
    }

    /** The media type. */
    public String mediaType() {
        return lang.getHeaderString();
    }

    /** Whether it tells the named graphs apart. */
    public boolean namedGraphs() {
        return namedGraphs;
    }

    /** The name of the gzipped file that holds the whole graph. */
    public String fileName() {
        return "geneva-graph." + label() + ".gz";
    }

    /** How many triples a file of this format holds, each counted once a graph if it tells graphs apart. */
    public long triples(Snapshot snapshot) {
        return namedGraphs
                ? snapshot.triples()
                : snapshot.dataset().getDefaultGraph().size();
    }

    @Override
    public String toString() {
        return label();
    }

    /** Writes the named graphs of a dataset whose default graph is their union, and ends the output with it, open. */
    public void write(DatasetGraph dataset, OutputStream out) throws IOException {
        switch (this) {
            case NQ -> DumpWriter.write(dataset, out);
            case JSONLD -> JsonLdWriter.write(dataset, out);
            case RDFXML -> writeRdfXml(dataset, out);
            case TRIG -> {
                StreamRDF stream = started(out);
                for (Node name : graphs(dataset)) {
                    for (Triple triple : sorted(dataset.getGraph(name))) {
                        stream.quad(Quad.create(name, triple));
                    }
                }
                stream.finish();
            }
            case NT, TTL -> {
                StreamRDF stream = started(out);
                for (Triple triple : sorted(dataset.getDefaultGraph())) {
                    stream.triple(triple);
                }
                stream.finish();
            }
        }
        out.flush();
    }

    private StreamRDF started(OutputStream out) {
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, format);
        stream.start();
        new TreeMap<>(Prefixes.ALL).forEach(stream::prefix);
        return stream;
    }

    private void writeRdfXml(DatasetGraph dataset, OutputStream out) {
        Graph all = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(all, dataset.getDefaultGraph());
        Prefixes.ALL.forEach(all.getPrefixMapping()::setNsPrefix);
        RDFWriter.source(all).format(format).output(out);
    }

    /** The names of the named graphs in their order. */
    static List<Node> graphs(DatasetGraph dataset) {
        List<Node> names = new ArrayList<>();
        dataset.listGraphNodes().forEachRemaining(names::add);
        names.sort(NodeCmp::compareRDFTerms);
        return names;
    }

    /** The triples of a graph in their order. */
    static List<Triple> sorted(Graph graph) {
        try (Stream<Triple> triples = graph.stream()) {
            return triples.sorted(ORDER).toList();
        }
    }
}
