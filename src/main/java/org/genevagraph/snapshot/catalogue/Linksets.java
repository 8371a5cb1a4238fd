package org.genevagraph.snapshot.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.vocabulary.DatasetTerms;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/**
 * Says in VoID how the things of a graph are linked to things elsewhere, by the statements that link them: one linkset for each property and
 * namespace.
 */
final class Linksets {
    private static final Set<Node> LINKING = Set.of(
            OWL2.sameAs.asNode(),
            SchemaDO.sameAs.asNode(),
            SKOS.exactMatch.asNode(),
            SKOS.closeMatch.asNode(),
            SKOS.broadMatch.asNode(),
            SKOS.narrowMatch.asNode(),
            SKOS.relatedMatch.asNode(),
            RDFS.seeAlso.asNode());
    private static final Pattern NAMESPACE = Pattern.compile("(https?://.*[/#=])[^/#=]+[/#]?");

    private Linksets() {}

    private record Key(Node property, String space) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySpace = space.compareTo(other.space);
            return bySpace == 0 ? property.getURI().compareTo(other.property.getURI()) : bySpace;
        }
    }

    /**
     * Says which linksets a graph holds.
     *
     * @param whole the data set that links lead from
     * @param name the named graph
     * @param graph what it holds
     * @param parts names the linksets
     * @param catalogue takes what is said
     */
    static void tell(Node whole, Node name, Graph graph, Parts parts, Graph catalogue) {
        Map<Key, Long> links = new TreeMap<>();
        graph.stream(Node.ANY, RDF.predicate.asNode(), Node.ANY)
                .filter(triple -> LINKING.contains(triple.getObject()))
                .forEach(triple -> graph.stream(triple.getSubject(), RDF.object.asNode(), Node.ANY)
                        .map(Triple::getObject)
                        .filter(target -> target.isURI() && !target.getURI().startsWith(Iris.BASE))
                        .forEach(target ->
                                links.merge(new Key(triple.getObject(), space(target.getURI())), 1L, Long::sum)));
        links.forEach((key, triples) -> {
            String target = "target-" + parts.name(NodeFactory.createURI(key.space));
            Node linkset = Parts.part(name, parts.name(key.property) + "-to-" + target);
            Node other = Parts.part(whole, target);
            catalogue.add(name, DatasetTerms.subset, linkset);
            catalogue.add(whole, DatasetTerms.subset, linkset);
            catalogue.add(linkset, RDF.type.asNode(), DatasetTerms.LINKSET);
            catalogue.add(linkset, DatasetTerms.linkPredicate, key.property);
            catalogue.add(linkset, DatasetTerms.subjectsTarget, whole);
            catalogue.add(linkset, DatasetTerms.objectsTarget, other);
            catalogue.add(
                    linkset,
                    DatasetTerms.triples,
                    NodeFactory.createLiteralDT(String.valueOf(triples), XSDDatatype.XSDinteger));
            catalogue.add(other, RDF.type.asNode(), DatasetTerms.DATASET);
            catalogue.add(other, DatasetTerms.uriSpace, Literals.text(key.space));
        });
    }

    private static String space(String iri) {
        Matcher namespace = NAMESPACE.matcher(iri);
        return namespace.matches() ? namespace.group(1) : iri;
    }
}
