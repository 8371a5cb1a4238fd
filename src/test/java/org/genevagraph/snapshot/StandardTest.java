package org.genevagraph.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.Mini;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who has never heard of this project's words finds the facts in those of SKOS, ORG, schema.org and others. */
class StandardTest {
    private static final Snapshot SNAPSHOT = Mini.realSnapshot();
    private static final DatasetGraph DATASET = SNAPSHOT.dataset();
    private static final Graph ALL = DATASET.getDefaultGraph();
    private static final Graph STANDARD = DATASET.getGraph(Iris.graph("standard"));
    private static final Graph ONTOLOGY = DATASET.getGraph(Iris.graph("ontology"));
    private static final String ANSWER = "# answers: ";

    static List<Path> strangers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/strangers"))) {
            List<Path> queries = files.sorted().toList();
            assertTrue(queries.size() >= 8, "queries: " + queries);
            return queries;
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void strangersGetAnswers(Path file) throws IOException {
        String query = Files.readString(file);
        assertFalse(query.contains(GG.NS), "a stranger does not know our words");
        List<Set<String>> rows = new ArrayList<>();
        try (QueryExec exec = QueryExec.dataset(DATASET).query(query).build()) {
            exec.select().forEachRemaining(binding -> {
                Set<String> row = new TreeSet<>();
                binding.forEach((variable, value) -> row.add(shown(value)));
                rows.add(row);
            });
        }
        Set<String> wanted =
                query.lines().filter(line -> line.startsWith(ANSWER)).collect(Collectors.toSet());
        assertEquals(1, wanted.size(), "the first line says what must be among the answers");
        String answer = wanted.iterator().next().substring(ANSWER.length());
        assertTrue(
                rows.stream().anyMatch(row -> row.containsAll(List.of(answer.split(" [|] ")))),
                () -> answer + " is not among " + rows.size() + " rows, such as "
                        + rows.stream().limit(20).toList());
        System.out.println(file.getFileName() + ": " + rows.size() + " rows");
    }

    private static String shown(Node node) {
        return node.isURI() ? node.getURI().replace(Iris.BASE + "id", "…") : node.getLiteralLexicalForm();
    }

    @Test
    void nothingInItIsSaidElsewhere() {
        assertTrue(STANDARD.size() > 10_000, "triples: " + STANDARD.size());
        List<Triple> twice = new ArrayList<>();
        DATASET.listGraphNodes().forEachRemaining(name -> {
            if (!name.equals(Iris.graph("standard"))) {
                DATASET.getGraph(name).stream().filter(STANDARD::contains).forEach(twice::add);
            }
        });
        assertEquals(List.of(), twice);
        assertEquals(
                ALL.size() - STANDARD.size() - SNAPSHOT.catalogue().size(),
                SNAPSHOT.facts().graph().stream().count());
    }

    @Test
    void everyTermInItIsNamedByTheOntology() {
        Set<Node> named = Stream.of(
                        RDFS.subClassOf.asNode(),
                        RDFS.subPropertyOf.asNode(),
                        OWL2.inverseOf.asNode(),
                        NodeFactory.createURI(GG.NS + "alignedClass"),
                        NodeFactory.createURI(GG.NS + "alignedProperty"))
                .flatMap(property -> ONTOLOGY.stream(Node.ANY, property, Node.ANY))
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .collect(Collectors.toSet());
        // In which schemes concepts are follows from their classes; what is above a class may be a class of RDF itself.
        named.addAll(Set.of(
                RDF.type.asNode(),
                RDFS.subClassOf.asNode(),
                SKOS.inScheme.asNode(),
                SKOS.topConceptOf.asNode(),
                SKOS.notation.asNode()));
        Set<String> unnamed = STANDARD.stream()
                .map(triple ->
                        triple.getPredicate().equals(RDF.type.asNode()) ? triple.getObject() : triple.getPredicate())
                .filter(term -> !named.contains(term) || term.getURI().startsWith(GG.NS))
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unnamed);
    }

    @Test
    void everyAlignedTermIsInIt() {
        Set<String> silent = new TreeSet<>();
        ONTOLOGY.stream(Node.ANY, NodeFactory.createURI(GG.NS + "alignedProperty"), Node.ANY)
                .map(Triple::getObject)
                .filter(property -> !ALL.contains(Node.ANY, property, Node.ANY))
                .forEach(property -> silent.add(property.getURI()));
        assertEquals(Set.of(), silent);
    }

    @Test
    void schemaOrgIsCalledByItsSecureNamespace() {
        assertEquals(
                List.of(),
                ALL.stream()
                        .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                        .filter(node -> node.isURI() && node.getURI().startsWith("http://schema.org/"))
                        .toList());
    }

    @Test
    void conceptsAreWhatSkosAsksFor() {
        List<String> missing = new ArrayList<>();
        List<Node> concepts =
                new FactGraph(ALL).instances(SKOS.Concept.asNode()).distinct().toList();
        for (Node concept : concepts) {
            for (var property : List.of(SKOS.prefLabel, SKOS.inScheme, SKOS.notation)) {
                if (!ALL.contains(concept, property.asNode(), Node.ANY)) {
                    missing.add(concept + " has no " + property.getLocalName());
                }
            }
            if (!ALL.contains(concept, SKOS.broader.asNode(), Node.ANY)
                    && !ALL.contains(concept, SKOS.topConceptOf.asNode(), Node.ANY)) {
                missing.add(concept + " is neither below another nor at the top");
            }
        }
        ALL.stream(Node.ANY, SKOS.broader.asNode(), Node.ANY)
                .filter(triple -> !ALL.contains(triple.getObject(), SKOS.narrower.asNode(), triple.getSubject()))
                .forEach(triple -> missing.add(triple + " is not said from the other end"));
        assertEquals(List.of(), missing);
        assertTrue(concepts.size() > 500, "concepts: " + concepts.size());
    }
}
