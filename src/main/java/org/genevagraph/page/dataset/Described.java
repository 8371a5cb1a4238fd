package org.genevagraph.page.dataset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.snapshot.catalogue.Catalogue;
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

    /** What is told of the data set as a whole and not of each graph and class of it, when it is the service that is described. */
    private static final Set<Node> DETAILS = Set.of(
            DatasetTerms.classPartition,
            DatasetTerms.propertyPartition,
            DatasetTerms.datatypePartition,
            DatasetTerms.distribution);

    private static final Node SERVICE = NodeFactory.createURI(Iris.BASE + "sparql");

    /** Where the description of the data set is to be had. */
    private static final String WHOLE = "/.well-known/void";

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

    /**
     * The description of the SPARQL service: what clients need before they ask. Of the data set it tells each class and property with its number,
     * and of each named graph what it is; the rest stands in the description of the data set, which is eight times as long.
     *
     * @param address where the server is reached, without a slash at the end
     * @param features what this server does besides what the catalogue says, as terms of the service description
     */
    public static Graph service(Graph catalogue, String address, Set<Node> features) {
        Graph description = empty();
        Set<Node> told = new HashSet<>(Set.of(SERVICE));
        Deque<Node> next = new ArrayDeque<>(told);
        while (!next.isEmpty()) {
            Node node = next.remove();
            catalogue.stream(node, Node.ANY, Node.ANY)
                    .filter(triple -> node.equals(Catalogue.DATASET) || !DETAILS.contains(triple.getPredicate()))
                    .forEach(triple -> {
                        description.add(at(address, triple));
                        if (told.add(triple.getObject())) {
                            next.add(triple.getObject());
                        }
                    });
        }
        features.forEach(feature -> description.add(SERVICE, DatasetTerms.feature, feature));
        description.add(SERVICE, RDFS.seeAlso.asNode(), NodeFactory.createURI(address + WHOLE));
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
