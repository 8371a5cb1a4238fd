package org.genevagraph.query.description;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;
import org.genevagraph.vocabulary.Prefixes;

/**
 * The canned queries as a graph, in the way of SIB's sparql-examples: each an {@code sh:SPARQLExecutable} with its text, what it answers, its
 * parameters and its keywords, so that editors and agents find them by asking the endpoint itself.
 */
public final class CatalogueGraph {
    /** The named graph that holds it. */
    public static final String NAME = "queries";

    private static final String SH = "http://www.w3.org/ns/shacl#";

    /** Which other endpoint an example calls, in the words of those who collect examples. */
    private static final Node FEDERATES_WITH =
            NodeFactory.createURI("https://purl.expasy.org/sparql-examples/ontology#federatesWith");

    private static final Node ENDPOINT = NodeFactory.createURI(Iris.BASE + "sparql");
    private static final Node PREFIXES = Iris.query("prefixes");

    private CatalogueGraph() {}

    /** A graph with every query of a catalogue, the examples that call other endpoints included, and the prefixes that they use. */
    public static Graph of(QueryCatalogue catalogue) {
        Graph graph = GraphFactory.createDefaultGraph();
        Prefixes.ALL.forEach((prefix, namespace) -> {
            Node declaration = Iris.query("prefixes/" + prefix);
            graph.add(PREFIXES, sh("declare"), declaration);
            graph.add(declaration, sh("prefix"), Literals.text(prefix));
            graph.add(declaration, sh("namespace"), NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
        });
        catalogue.all().forEach(query -> add(query, graph));
        catalogue.federated().forEach(query -> add(query, graph));
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
        // Those who look for examples look for the question here.
        graph.add(query, RDFS.comment.asNode(), Literals.english((file.summary() + " " + file.description()).strip()));
        graph.add(query, SchemaDO.target.asNode(), ENDPOINT);
        file.endpoints().forEach(endpoint -> graph.add(query, FEDERATES_WITH, NodeFactory.createURI(endpoint)));
        file.parameters().forEach(parameter -> add(query, parameter, graph));
        file.tags().forEach(tag -> graph.add(query, SchemaDO.keywords.asNode(), Literals.text(tag)));
    }

    /** A parameter in the way of SHACL's own functions: the last part of its path is the name of the variable. */
    private static void add(Node query, Parameter parameter, Graph graph) {
        Node node = NodeFactory.createURI(query.getURI() + "/" + parameter.name());
        Node path = Iris.query("parameter/" + parameter.variable().getVarName());
        graph.add(query, sh("parameter"), node);
        graph.add(node, RDF.type.asNode(), sh("Parameter"));
        graph.add(node, sh("path"), path);
        graph.add(path, RDFS.label.asNode(), Literals.english(parameter.name()));
        graph.add(node, sh("name"), Literals.text(parameter.name()));
        graph.add(node, sh("description"), Literals.english(parameter.help()));
        graph.add(node, sh("optional"), Literals.truth(!parameter.isNeeded()));
        if (!parameter.kinds().isEmpty()) {
            graph.add(node, sh("nodeKind"), sh("IRI"));
        }
        if (!parameter.defaultValue().isEmpty()) {
            graph.add(node, sh("defaultValue"), Literals.text(parameter.defaultValue()));
        }
        if (!parameter.example().isEmpty()) {
            graph.add(node, SKOS.example.asNode(), Literals.text(parameter.example()));
        }
    }

    private static Node sh(String name) {
        return NodeFactory.createURI(SH + name);
    }
}
