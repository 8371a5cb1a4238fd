package org.genevagraph.page.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.ontology.Names;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.catalogue.Catalogue;
import org.genevagraph.vocabulary.DatasetTerms;
import org.genevagraph.vocabulary.Iris;

/** Reads the description of the data set as pages show it. */
public final class CatalogueReader {
    private final FactGraph catalogue;
    private final Labels labels;
    private final Language language;

    /** With the description, what things are called, and the language of the page. */
    public CatalogueReader(Graph catalogue, Labels labels, Language language) {
        this.catalogue = new FactGraph(catalogue);
        this.labels = labels;
        this.language = language;
    }

    /** The page of the data set. */
    public DatasetPage dataset() {
        return new DatasetPage(
                page(Catalogue.DATASET),
                catalogue
                        .one(Catalogue.DATASET, DCTerms.publisher.asNode())
                        .map(publisher -> text(publisher, FOAF.name.asNode()))
                        .orElse(""),
                catalogue.all(Catalogue.DATASET, DatasetTerms.distribution).stream()
                        .map(file -> new Link(
                                text(file, DCTerms.title.asNode()),
                                catalogue
                                        .one(file, DatasetTerms.downloadURL)
                                        .map(Node::getURI)
                                        .map(Paths::of)
                                        .orElse("")))
                        .sorted(Comparator.comparing(Link::name))
                        .toList(),
                catalogue.all(Catalogue.DATASET, DatasetTerms.dataset).stream()
                        .map(this::page)
                        .sorted(Comparator.comparing(GraphPage::triples)
                                .reversed()
                                .thenComparing(GraphPage::path))
                        .toList());
    }

    /** The page of a named graph or of a series; empty if there is none of this name. */
    public Optional<GraphPage> graph(String name) {
        Node node = Iris.graph(name);
        return isDescribed(node) ? Optional.of(page(node)) : Optional.empty();
    }

    /** The names of all graphs. */
    public List<String> names() {
        return catalogue.all(Catalogue.DATASET, DatasetTerms.dataset).stream()
                .map(graph -> graph.getURI().substring(Iris.graph("").getURI().length()))
                .sorted()
                .toList();
    }

    private boolean isDescribed(Node node) {
        return catalogue.graph().contains(node, RDF.type.asNode(), Node.ANY);
    }

    private GraphPage page(Node node) {
        return new GraphPage(
                node.getURI(),
                Paths.of(node.getURI()),
                text(node, DCTerms.title.asNode()),
                text(node, DCTerms.description.asNode()),
                links(node, DCTerms.license.asNode()),
                text(node, DCTerms.rights.asNode()),
                links(node, DCTerms.source.asNode()),
                catalogue.text(node, DCTerms.modified.asNode()),
                number(node, DatasetTerms.triples),
                links(node, DatasetTerms.inSeries),
                counted(
                        catalogue.all(node, DatasetTerms.seriesMember).stream(),
                        member -> link(member),
                        DatasetTerms.triples),
                counted(
                        catalogue.all(node, DatasetTerms.classPartition).stream(),
                        part -> term(part, DatasetTerms.ofClass),
                        DatasetTerms.entities),
                counted(
                        catalogue.all(node, DatasetTerms.propertyPartition).stream(),
                        part -> term(part, DatasetTerms.ofProperty),
                        DatasetTerms.triples),
                counted(
                        catalogue.all(node, DatasetTerms.subset).stream()
                                .filter(part ->
                                        catalogue.graph().contains(part, RDF.type.asNode(), DatasetTerms.LINKSET)),
                        this::target,
                        DatasetTerms.triples));
    }

    /** Things with their numbers, the largest first. */
    private List<Counted> counted(Stream<Node> nodes, java.util.function.Function<Node, Link> name, Node property) {
        return nodes.map(node -> new Counted(name.apply(node), number(node, property)))
                .sorted(Comparator.comparing(Counted::number)
                        .reversed()
                        .thenComparing(counted -> counted.what().name()))
                .toList();
    }

    private Link term(Node partition, Node property) {
        return catalogue.one(partition, property).map(Names::term).orElse(new Link("", ""));
    }

    /** A linkset by its property and the namespace that it leads to. */
    private Link target(Node linkset) {
        String space = catalogue
                .one(linkset, DatasetTerms.objectsTarget)
                .map(target -> catalogue.text(target, DatasetTerms.uriSpace))
                .orElse("");
        return new Link(term(linkset, DatasetTerms.linkPredicate).name() + " " + space, space);
    }

    private List<Link> links(Node node, Node property) {
        return catalogue.all(node, property).stream()
                .map(this::link)
                .sorted(Comparator.comparing(Link::name))
                .toList();
    }

    private Link link(Node node) {
        String path = Paths.of(node.getURI());
        if (path.isEmpty()) {
            return new Link(node.getURI(), node.getURI());
        }
        String title = text(node, DCTerms.title.asNode());
        if (title.isEmpty()) {
            title = path.startsWith("/id/") ? labels.of(node, language) : path;
        }
        return new Link(title, path);
    }

    private long number(Node node, Node property) {
        String text = catalogue.text(node, property);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    /** A text in the language of the page, or the one that there is. */
    private String text(Node node, Node property) {
        return catalogue.graph().stream(node, property, Node.ANY)
                .map(Triple::getObject)
                .min(Comparator.comparing(
                                (Node text) -> !text.getLiteralLanguage().equals(language.tag()))
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }
}
