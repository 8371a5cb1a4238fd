package org.genevagraph.diff.release;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.snapshot.catalogue.Catalogue;
import org.genevagraph.snapshot.dump.DumpFormat;
import org.genevagraph.vocabulary.DatasetTerms;
import org.genevagraph.vocabulary.Literals;

/**
 * What a release is, in VoID and DCAT: the data set with its graphs, and each file of the release with its size and hash. Files are named as
 * they stand beside it, so that it is true wherever the folder is published.
 */
final class ReleaseDescription {
    /** The name of the file. */
    static final String FILE = "void.ttl";

    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final Node GZIP = NodeFactory.createURI(MEDIA_TYPES + "application/gzip");
    private static final Node RELEASE = NodeFactory.createURI("#release");

    /** What the files are that are no dumps: media type, and title in English and French. */
    private static final Map<String, List<String>> FILES = Map.of(
            "CITATION.cff",
            List.of("application/yaml", "How to cite the release", "Comment citer la version"),
            "NOTES.md",
            List.of("text/markdown", "Notes on the release", "Notes sur la version"),
            FILE,
            List.of("text/turtle", "This description", "La présente description"),
            Release.MANIFEST,
            List.of("application/json", "What the release is, with its files", "La version et ses fichiers"),
            Release.CHECKSUMS,
            List.of("text/plain", "Checksums of the files", "Sommes de contrôle des fichiers"),
            Release.PATCH,
            List.of(
                    "application/rdf-patch",
                    "Changes since the last release, as RDF Patch",
                    "Changements depuis la version précédente, en RDF Patch"),
            Release.CHANGES,
            List.of(
                    "application/json",
                    "Changes since the last release, for programs",
                    "Changements depuis la version précédente, pour les programmes"),
            Release.WORDS,
            List.of(
                    "text/plain",
                    "Changes since the last release, in words",
                    "Changements depuis la version précédente, en mots"));

    private final Graph graph = GraphFactory.createDefaultGraph();

    private ReleaseDescription() {}

    /**
     * Writes it, as Turtle in a fixed order.
     *
     * @param catalogue what is said of the data set and its graphs
     * @param files the files whose bytes are known; the others are described without
     */
    static void write(Graph catalogue, Release release, List<ReleasedFile> files, OutputStream out) throws IOException {
        ReleaseDescription description = new ReleaseDescription();
        GraphUtil.addInto(description.graph, catalogue);
        description.tell(catalogue, release);
        for (ReleasedFile file : files) {
            Node node = description.tell(file.name());
            description.add(
                    node,
                    DatasetTerms.byteSize,
                    NodeFactory.createLiteralDT(Long.toString(file.bytes()), XSDDatatype.XSDnonNegativeInteger));
            Node checksum = NodeFactory.createURI("#" + file.name() + "-sha256");
            description.add(node, spdx("checksum"), checksum);
            description.add(checksum, RDF.type.asNode(), spdx("Checksum"));
            description.add(checksum, spdx("algorithm"), spdx("checksumAlgorithm_sha256"));
            description.add(
                    checksum,
                    spdx("checksumValue"),
                    NodeFactory.createLiteralDT(file.sha256(), XSDDatatype.XSDhexBinary));
        }
        for (String name : List.of(FILE, Release.MANIFEST, Release.CHECKSUMS)) {
            description.tell(name);
        }
        DatasetGraph written = DatasetGraphFactory.wrap(description.graph);
        DumpFormat.TTL.write(written, out);
    }

    private void tell(Graph catalogue, Release release) {
        add(RELEASE, RDF.type.asNode(), DatasetTerms.CATALOGUED);
        add(RELEASE, RDF.type.asNode(), DatasetTerms.DATASET);
        add(RELEASE, DCTerms.title.asNode(), Literals.english("Geneva Graph, release " + release.version()));
        add(RELEASE, DCTerms.title.asNode(), Literals.inLanguage("Geneva Graph, version " + release.version(), "fr"));
        add(RELEASE, DCTerms.isVersionOf.asNode(), Catalogue.DATASET);
        add(RELEASE, DCTerms.issued.asNode(), Literals.date(release.date()));
        add(RELEASE, DatasetTerms.version, Literals.text(release.version()));
        add(
                RELEASE,
                DatasetTerms.triples,
                NodeFactory.createLiteralDT(Long.toString(release.triples()), XSDDatatype.XSDinteger));
        for (Node property : List.of(DCTerms.license.asNode(), DCTerms.publisher.asNode(), DCTerms.creator.asNode())) {
            catalogue.stream(Catalogue.DATASET, property, Node.ANY)
                    .map(Triple::getObject)
                    .toList()
                    .forEach(value -> add(RELEASE, property, value));
        }
    }

    private Node tell(String name) {
        Node node = NodeFactory.createURI("#" + name);
        Node place = NodeFactory.createURI(name);
        add(RELEASE, DatasetTerms.distribution, node);
        add(node, RDF.type.asNode(), DatasetTerms.DISTRIBUTION);
        add(node, DatasetTerms.downloadURL, place);
        DumpFormat.dumps().stream()
                .filter(format -> format.fileName().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        dump -> {
                            add(RELEASE, DatasetTerms.dataDump, place);
                            add(node, DatasetTerms.compressFormat, GZIP);
                            about(
                                    node,
                                    dump.mediaType(),
                                    "The whole graph as " + dump.title(),
                                    "Le graphe entier en " + dump.title());
                        },
                        () -> {
                            List<String> known = FILES.get(name);
                            if (known == null) {
                                throw new IllegalArgumentException("nobody says what " + name + " is");
                            }
                            about(node, known.get(0), known.get(1), known.get(2));
                        });
        return node;
    }

    private void about(Node node, String mediaType, String english, String french) {
        add(node, DatasetTerms.mediaType, NodeFactory.createURI(MEDIA_TYPES + mediaType));
        add(node, DCTerms.title.asNode(), Literals.english(english));
        add(node, DCTerms.title.asNode(), Literals.inLanguage(french, "fr"));
    }

    private void add(Node subject, Node property, Node object) {
        graph.add(subject, property, object);
    }

    private static Node spdx(String name) {
        return NodeFactory.createURI(SPDX + name);
    }
}
