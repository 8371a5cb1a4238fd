package org.genevagraph.snapshot.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.vocabulary.DatasetTerms;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;
import org.genevagraph.vocabulary.Sssom;

/**
 * The description of a data set: what is said of it by hand, and for the whole and each named graph what can be counted: numbers, class and
 * property partitions, linksets, dates, the texts that the facts come from, and where each can be had.
 */
public final class Catalogue {
    /** The named graph that holds it. It is no part of what the version is reckoned of, since it tells the version. */
    public static final String NAME = "catalogue";

    /** The data set itself. */
    public static final Node DATASET = NodeFactory.createURI(Iris.BASE);

    private static final Map<String, String> FORMATS = Map.of(
            "ttl", "text/turtle",
            "nt", "application/n-triples",
            "jsonld", "application/ld+json",
            "rdf", "application/rdf+xml");
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final List<Node> READ = List.of(GG.lastRead, Sssom.slot("mapping_date"));

    private final Graph said;
    private final Map<String, Graph> graphs;
    private final Graph union;
    private final Parts parts = new Parts();
    private final Graph catalogue = new GraphMem2Fast();

    private Catalogue(Graph said, Map<String, Graph> graphs, Graph union) {
        this.said = said;
        this.graphs = graphs;
        this.union = union;
    }

    /**
     * Describes a data set.
     *
     * @param said what is said of it by hand; what it says of graphs that are not there is left out
     * @param graphs the named graphs, by their names
     * @param union all their triples
     */
    public static Graph of(Graph said, Map<String, Graph> graphs, Graph union) {
        return new Catalogue(said, graphs, union).describe();
    }

    /** Adds the version that a description was made for. */
    public static void version(Graph catalogue, String version) {
        catalogue.add(DATASET, DatasetTerms.version, Literals.text(version));
    }

    private Graph describe() {
        said.stream().filter(triple -> !isOfGraph(triple.getSubject())).forEach(catalogue::add);
        Partitions.tell(DATASET, union, true, parts, catalogue);
        Map<Node, String> days = new HashMap<>();
        graphs.forEach((name, graph) -> {
            Node node = Iris.graph(name);
            named(name, node);
            Partitions.tell(node, graph, false, parts, catalogue);
            Linksets.tell(DATASET, node, graph, parts, catalogue);
            Set<Node> documents = documents(graph);
            if (!said.contains(node, DCTerms.source.asNode(), Node.ANY)) {
                // What cites no text is the project's own.
                Set<Node> sources = documents.isEmpty() ? Set.of(DATASET) : documents;
                sources.forEach(source -> catalogue.add(node, DCTerms.source.asNode(), source));
            }
            lastDay(graph, documents).ifPresent(day -> days.put(node, day));
        });
        named(NAME, Iris.graph(NAME));
        // What rests on nothing that was read on a day is as old as the whole.
        days.values().stream().max(String::compareTo).ifPresent(last -> {
            modified(DATASET, last);
            modified(Iris.graph(NAME), last);
            graphs.keySet().forEach(name -> modified(Iris.graph(name), days.getOrDefault(Iris.graph(name), last)));
        });
        return catalogue;
    }

    private static boolean isOfGraph(Node subject) {
        return subject.getURI().startsWith(Iris.graph("").getURI());
    }

    /** What a graph is, how it is called, under which licence, and where it is to be had. */
    private void named(String name, Node node) {
        for (Node type : List.of(DatasetTerms.CATALOGUED, DatasetTerms.DATASET, DatasetTerms.GRAPH)) {
            catalogue.add(node, RDF.type.asNode(), type);
        }
        for (Node property : List.of(DatasetTerms.dataset, DatasetTerms.subset, DCTerms.hasPart.asNode())) {
            catalogue.add(DATASET, property, node);
        }
        catalogue.add(node, DCTerms.isPartOf.asNode(), DATASET);
        Node description = Parts.part(node, "named");
        catalogue.add(DATASET, DatasetTerms.namedGraph, description);
        catalogue.add(description, RDF.type.asNode(), DatasetTerms.NAMED_GRAPH);
        catalogue.add(description, DatasetTerms.name, node);
        catalogue.add(description, DatasetTerms.graph, node);
        said.stream(node, Node.ANY, Node.ANY).forEach(catalogue::add);
        inSeries(name, node);
        titles(node).stream()
                .filter(Literals::isEnglish)
                .findFirst()
                .ifPresent(title -> catalogue.add(node, RDFS.label.asNode(), title));
        inherit(node, DCTerms.publisher.asNode());
        // A graph with rights of its own is under no licence of the whole.
        if (!said.contains(node, DCTerms.license.asNode(), Node.ANY)
                && !said.contains(node, DCTerms.rights.asNode(), Node.ANY)) {
            inherit(node, DCTerms.license.asNode());
        }
        FORMATS.forEach((ending, type) -> {
            Node distribution = Parts.part(node, ending);
            catalogue.add(node, DatasetTerms.distribution, distribution);
            catalogue.add(distribution, RDF.type.asNode(), DatasetTerms.DISTRIBUTION);
            catalogue.add(distribution, DatasetTerms.mediaType, NodeFactory.createURI(MEDIA_TYPES + type));
            catalogue.add(distribution, DatasetTerms.downloadURL, NodeFactory.createURI(node.getURI() + "." + ending));
        });
    }

    /** A graph has from the whole what is said of the whole. */
    private void inherit(Node node, Node property) {
        said.stream(DATASET, property, Node.ANY).forEach(triple -> catalogue.add(node, property, triple.getObject()));
    }

    private List<Node> titles(Node node) {
        return catalogue.stream(node, DCTerms.title.asNode(), Node.ANY)
                .map(Triple::getObject)
                .toList();
    }

    /** A graph that belongs to others of its kind is called as they are, with the name of what it is of. */
    private void inSeries(String name, Node node) {
        Optional<Node> series = said.stream(Node.ANY, RDF.type.asNode(), DatasetTerms.SERIES)
                .map(Triple::getSubject)
                .filter(one -> node.getURI().startsWith(one.getURI() + "-"))
                .findFirst();
        if (series.isPresent()) {
            said.stream(series.get(), Node.ANY, Node.ANY).forEach(catalogue::add);
            catalogue.add(node, DatasetTerms.inSeries, series.get());
            catalogue.add(series.get(), DatasetTerms.seriesMember, node);
        }
        if (titles(node).isEmpty()) {
            String own = series.map(one -> node.getURI().substring(one.getURI().length() + 1))
                    .orElse(name);
            for (String language : List.of("en", "fr")) {
                String what = named(own, language);
                String title = series.flatMap(one -> said.stream(one, DCTerms.alternative.asNode(), Node.ANY)
                                .map(Triple::getObject)
                                .filter(text -> text.getLiteralLanguage().equals(language))
                                .findFirst())
                        .map(text -> text.getLiteralLexicalForm() + " “" + what + "”")
                        .map(text -> language.equals("fr")
                                ? text.replace("“", "«\u202f").replace("”", "\u202f»")
                                : text)
                        .orElse(what);
                catalogue.add(node, DCTerms.title.asNode(), Literals.inLanguage(title, language));
            }
        }
    }

    /** What a document is called in a language, in English if it has no name there; other names stay as they are. */
    private String named(String own, String language) {
        Node document = NodeFactory.createURI(Iris.BASE + "id/document/" + own);
        return Stream.concat(
                        union.stream(document, SKOS.prefLabel.asNode(), Node.ANY)
                                .map(Triple::getObject)
                                .filter(label -> label.getLiteralLanguage().equals(language)),
                        union.stream(document, RDFS.label.asNode(), Node.ANY).map(Triple::getObject))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse(own);
    }

    /** The source texts that a graph's facts cite or that it is a part of. */
    private Set<Node> documents(Graph graph) {
        Set<Node> documents = new HashSet<>();
        graph.stream(Node.ANY, GG.evidence, Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .forEach(passage -> union.stream(passage, GG.inDocument, Node.ANY)
                        .forEach(triple -> documents.add(triple.getObject())));
        graph.stream(Node.ANY, GG.inDocument, Node.ANY).forEach(triple -> documents.add(triple.getObject()));
        return documents;
    }

    /** The last day on which something was read that a graph rests on. */
    private Optional<String> lastDay(Graph graph, Set<Node> documents) {
        return Stream.concat(
                        READ.stream().flatMap(property -> graph.stream(Node.ANY, property, Node.ANY)),
                        documents.stream().flatMap(document -> union.stream(document, GG.lastRead, Node.ANY)))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .max(String::compareTo);
    }

    private void modified(Node node, String day) {
        catalogue.add(node, DCTerms.modified.asNode(), Literals.date(day));
    }
}
