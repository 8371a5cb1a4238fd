package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.ReasonerRegistry;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/**
 * Whoever reasons over the whole graph finds no thing in a class that the graph does not say itself, and no contradiction. Two reasoners of
 * Jena look at everything, the amount being small enough: that of RDF Schema and the smallest of OWL; the rules of OWL 2 RL, which know
 * contradictions, are a file of the tests, since Jena's own validation of OWL takes minutes for this graph.
 */
class ReasonerTest {
    private static final Graph ALL = Mini.realSnapshot().dataset().getDefaultGraph();

    private static final Graph ONTOLOGY = Mini.realSnapshot().dataset().getGraph(Iris.graph("ontology"));

    /** What a reasoner says of every thing. */
    private static final Set<Node> SAID_OF_ALL =
            Set.of(OWL2.Thing.asNode(), RDFS.Resource.asNode(), OWL2.NamedIndividual.asNode());

    private static Graph rdfSchema(Graph graph) {
        return prepared(ReasonerRegistry.getRDFSSimpleReasoner().bind(graph));
    }

    private static Graph owlMicro(Graph graph) {
        return prepared(ReasonerRegistry.getOWLMicroReasoner().bind(graph));
    }

    private static Graph owl2Rl(Graph graph) {
        try {
            GenericRuleReasoner reasoner = new GenericRuleReasoner(Rule.parseRules(Rule.rulesParserFromReader(
                    Files.newBufferedReader(Path.of("src/test/resources/reasoning/owl-2-rl.rules")))));
            reasoner.setMode(GenericRuleReasoner.FORWARD);
            return prepared(reasoner.bind(graph));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Graph prepared(InfGraph inferred) {
        inferred.prepare();
        return inferred;
    }

    @Test
    void rdfSchemaFindsNothingInAnotherClass() {
        assertEquals(Set.of(), inferredTypes(ReasonerTest::rdfSchema, ALL));
    }

    @Test
    void owlFindsNothingInAnotherClass() {
        assertEquals(Set.of(), inferredTypes(ReasonerTest::owlMicro, ALL));
    }

    @Test
    void theRulesOfOwl2RlFindNothingInAnotherClassAndNoContradiction() {
        assertEquals(Set.of(), inferredTypes(ReasonerTest::owl2Rl, ALL));
    }

    /** So that an axiom of a kind that the rules lack does not go unheard. */
    @Test
    void theRulesKnowEveryKindOfAxiomThatTheOntologyHas() {
        Set<Node> known = Set.of(
                OWL2.Class.asNode(),
                OWL2.ObjectProperty.asNode(),
                OWL2.DatatypeProperty.asNode(),
                OWL2.AnnotationProperty.asNode(),
                OWL2.Ontology.asNode(),
                OWL2.SymmetricProperty.asNode(),
                OWL2.inverseOf.asNode(),
                OWL2.disjointWith.asNode(),
                OWL2.versionIRI.asNode(),
                OWL2.versionInfo.asNode(),
                OWL2.sameAs.asNode());
        Set<String> unknown = ONTOLOGY.stream()
                .flatMap(triple -> Stream.of(triple.getPredicate(), triple.getObject()))
                .filter(node -> node.isURI() && node.getURI().startsWith(OWL2.NS) && !known.contains(node))
                .map(Node::getLocalName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void whatIsWrongIsFound() {
        Graph few = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(few, ONTOLOGY);
        Node commitment = Iris.thing("commitment", "c");
        Node initiative = Iris.thing("initiative", "i");
        few.add(commitment, RDF.type.asNode(), GG.Commitment);
        few.add(initiative, RDF.type.asNode(), GG.Initiative);
        few.add(commitment, NodeFactory.createURI(GG.NS + "contributesTo"), initiative);
        assertTrue(inferredTypes(ReasonerTest::rdfSchema, few).contains("commitment/c is Organisation"));
        assertTrue(inferredTypes(ReasonerTest::owlMicro, few).contains("commitment/c is Organisation"));
        Set<String> byRules = inferredTypes(ReasonerTest::owl2Rl, few);
        assertTrue(
                byRules.containsAll(Set.of("commitment/c is Organisation", "commitment/c is Nothing")),
                byRules::toString);
    }

    private static Set<String> inferredTypes(UnaryOperator<Graph> reasoner, Graph graph) {
        try (Stream<Triple> types = reasoner.apply(graph).stream(Node.ANY, RDF.type.asNode(), Node.ANY)) {
            return types.filter(triple -> isOurs(triple.getSubject())
                            && !SAID_OF_ALL.contains(triple.getObject())
                            && !graph.contains(triple))
                    .map(triple -> triple.getSubject().getURI().substring(Iris.BASE.length() + "id/".length()) + " is "
                            + triple.getObject().getLocalName())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** What stands in other graphs is what they say. */
    private static boolean isOurs(Node node) {
        return node.isURI() && node.getURI().startsWith(Iris.BASE + "id/");
    }
}
