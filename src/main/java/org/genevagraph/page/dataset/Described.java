package org.genevagraph.page.dataset;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.vocabulary.DatasetTerms;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Prefixes;

/** Parts of the catalogue as a server sends them: what they say of addresses it says of its own. */
public final class Described {
    /** What tells where something is to be had, unlike what it is. */
    private static final Set<Node> ADDRESSES = Set.of(
            DatasetTerms.dataDump,
            DatasetTerms.sparqlEndpoint,
            DatasetTerms.openSearchDescription,
            DatasetTerms.downloadURL,
            DatasetTerms.accessURL,
            DatasetTerms.landingPage,
            DatasetTerms.endpointURL,
            DatasetTerms.endpointDescription,
            DatasetTerms.endpoint);

    private Described() {}

    /**
     * The description of the data set.
     *
     * @param address where the server is reached, without a slash at the end
     */
    public static Graph dataset(Graph catalogue, String address) {
        Graph description = empty();
        catalogue.stream().forEach(triple -> description.add(at(address, triple)));
        return description;
    }

    /** The description of one named graph or series, and of its parts. */
    public static Graph graph(Graph catalogue, Node node, String address) {
        Graph description = empty();
        catalogue.stream(Node.ANY, Node.ANY, Node.ANY)
                .filter(triple -> triple.getSubject().equals(node)
                        || triple.getSubject().getURI().startsWith(node.getURI() + "#"))
                .forEach(triple -> description.add(at(address, triple)));
        return description;
    }

    private static Graph empty() {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(Prefixes.ALL);
        return graph;
    }

    private static Triple at(String address, Triple triple) {
        Node object = triple.getObject();
        if (!ADDRESSES.contains(triple.getPredicate()) || !object.getURI().startsWith(Iris.BASE)) {
            return triple;
        }
        return Triple.create(
                triple.getSubject(),
                triple.getPredicate(),
                NodeFactory.createURI(address + "/" + object.getURI().substring(Iris.BASE.length())));
    }
}
