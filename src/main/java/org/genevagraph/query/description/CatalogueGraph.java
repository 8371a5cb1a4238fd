package org.genevagraph.query.description;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;
import org.genevagraph.vocabulary.Prefixes;

/**
 * The canned queries as a graph, in the way of SIB's sparql-examples: each an {@code sh:SPARQLExecutable} with its text, what it answers and its
 * keywords, so that editors and agents find them by asking the endpoint itself.
 */
public final class CatalogueGraph {
    /** The named graph that holds it. */
    public static final String NAME = "queries";

    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final Node PREFIXES = Iris.query("prefixes");

    private CatalogueGraph() {}

    /** A graph with every query of a catalogue, and the prefixes that they use. */
    public static Graph of(QueryCatalogue catalogue) {
        Graph graph = GraphFactory.createDefaultGraph();
        Prefixes.ALL.forEach((prefix, namespace) -> {
            Node declaration = Iris.query("prefixes/" + prefix);
            graph.add(PREFIXES, sh("declare"), declaration);
            graph.add(declaration, sh("prefix"), Literals.text(prefix));
            graph.add(declaration, sh("namespace"), NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
        });
        catalogue.all().forEach(query -> add(query, graph));
        return graph;
    }

    private static void add(QueryFile file, Graph graph) {
        Node query = Iris.query(file.name());
        boolean select = file.query().isSelectType();
        boolean ask = file.query().isAskType();
        String form = select ? "select" : ask ? "ask" : "construct";
        graph.add(query, RDF.type.asNode(), sh("SPARQLExecutable"));
        graph.add(
                query,
                RDF.type.asNode(),
                sh("SPARQL" + (select ? "Select" : ask ? "Ask" : "Construct") + "Executable"));
        graph.add(query, sh("prefixes"), PREFIXES);
        graph.add(query, sh(form), Literals.text(file.text()));
        graph.add(query, RDFS.label.asNode(), Literals.english(file.summary()));
        if (!file.description().isEmpty()) {
            graph.add(query, RDFS.comment.asNode(), Literals.english(file.description()));
        }
        file.tags().forEach(tag -> graph.add(query, SchemaDO.keywords.asNode(), Literals.text(tag)));
    }

    private static Node sh(String name) {
        return NodeFactory.createURI(SH + name);
    }
}
