package org.genevagraph.page.editor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Prefixes;

/**
 * What can stand in a query between its variables: prefixes, and the classes and properties of the ontology and of others that the graph
 * really uses.
 *
 * @param prefixes namespaces by their prefixes
 * @param terms the terms in the order of their IRIs
 */
public record Vocabulary(Map<String, String> prefixes, List<Term> terms) {
    private static final Set<Node> CLASSES = Set.of(OWL.Class.asNode(), RDFS.Class.asNode());

    private static final Set<Node> PROPERTIES =
            Set.of(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(), OWL.AnnotationProperty.asNode());

    /**
     * A class or property.
     *
     * @param iri its IRI
     * @param isClass whether it is a class
     * @param label what it is called; empty if nobody says
     * @param definition what it means; empty if nobody says
     * @param uses how many things of the class or triples with the property there are
     */
    public record Term(String iri, boolean isClass, String label, String definition, long uses) {}

    public Vocabulary {
        prefixes = Map.copyOf(prefixes);
        terms = List.copyOf(terms);
    }

    /** Reads them from a snapshot. */
    public static Vocabulary of(Snapshot snapshot) {
        Graph graph = snapshot.dataset().getDefaultGraph();
        Map<Node, Long> properties = count(graph, Node.ANY, false);
        Map<Node, Long> classes = count(graph, RDF.type.asNode(), true);
        graph.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filter(triple -> triple.getSubject().isURI()
                        && triple.getSubject().getURI().startsWith(GG.NS))
                .forEach(triple -> {
                    if (CLASSES.contains(triple.getObject())) {
                        classes.putIfAbsent(triple.getSubject(), 0L);
                    } else if (PROPERTIES.contains(triple.getObject())) {
                        properties.putIfAbsent(triple.getSubject(), 0L);
                    }
                });
        Map<String, Term> terms = new TreeMap<>();
        classes.forEach((node, uses) -> terms.put(node.getURI(), term(graph, node, true, uses)));
        properties.forEach((node, uses) -> terms.put(node.getURI(), term(graph, node, false, uses)));
        return new Vocabulary(Prefixes.ALL, List.copyOf(terms.values()));
    }

    private static Map<Node, Long> count(Graph graph, Node predicate, boolean objects) {
        return graph.stream(Node.ANY, predicate, Node.ANY)
                .map(triple -> objects ? triple.getObject() : triple.getPredicate())
                .filter(Node::isURI)
                .collect(Collectors.groupingBy(node -> node, Collectors.counting()));
    }

    private static Term term(Graph graph, Node node, boolean isClass, long uses) {
        return new Term(
                node.getURI(),
                isClass,
                new FactGraph(graph).firstText(node, RDFS.label.asNode()),
                new FactGraph(graph).firstText(node, SKOS.definition.asNode()),
                uses);
    }
}
