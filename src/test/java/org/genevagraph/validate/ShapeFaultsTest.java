package org.genevagraph.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.Mini;
import org.genevagraph.problem.Problems;
import org.genevagraph.syntax.TurtleFile;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Prefixes;
import org.genevagraph.watch.TimeLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every constraint of every shape is broken once, by a change to the small graph that breaks it and nothing else. */
class ShapeFaultsTest {
    private static final Path FAULTS = Path.of("src/test/resources/shape-faults");
    private static final String BREAKS = "breaks: ";
    static final Graph SMALL = Mini.snapshot().dataset().getDefaultGraph();
    static final List<TurtleFile> SHAPES = turtleFiles();
    private static final Validator VALIDATOR = validator(SHAPES);

    /** A change that breaks a constraint, and the message that must be read then. */
    record Fault(String file, String message, String update) {
        @Override
        public String toString() {
            return file + ": " + message;
        }
    }

    static List<Fault> faults() throws IOException {
        List<Fault> faults = new ArrayList<>();
        try (Stream<Path> files = Files.list(FAULTS)) {
            for (Path file : files.sorted().toList()) {
                String[] blocks = Files.readString(file).split("\n" + BREAKS, -1);
                for (int i = 1; i < blocks.length; i++) {
                    String[] parts = blocks[i].split("\n", 2);
                    faults.add(new Fault(file.getFileName().toString(), parts[0], parts[1]));
                }
            }
        }
        return faults;
    }

    private static List<TurtleFile> turtleFiles() {
        Problems problems = new Problems();
        try (Stream<Path> files = Files.list(Path.of("shapes"))) {
            List<TurtleFile> shapes = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                shapes.add(TurtleFile.parse(file.toString(), Files.readString(file), problems)
                        .orElseThrow());
            }
            return shapes;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Validator validator(List<TurtleFile> files) {
        return Validator.of(files, Optional.empty(), TimeLimit.STANDARD, new Problems())
                .orElseThrow();
    }

    private static Validation validate(Graph graph) {
        return VALIDATOR.validate(graph, table -> true);
    }

    @Test
    void theSmallGraphBreaksNothing() {
        Validation validation = validate(SMALL);
        assertEquals(List.of(), validation.findings());
        assertEquals(List.of(), validation.problems());
        assertTrue(validation.focusNodes() > 200, "focus nodes: " + validation.focusNodes());
    }

    @Test
    void everyMessageOfEveryShapeHasItsFault() throws IOException {
        Node message = NodeFactory.createURI(Prefixes.ALL.get("sh") + "message");
        Set<String> messages = SHAPES.stream()
                .flatMap(file -> file.graph().stream(Node.ANY, message, Node.ANY))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> broken = faults().stream().map(Fault::message).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(messages, broken);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void breaksExactlyOneConstraint(Fault fault) {
        Graph graph = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(graph, SMALL);
        UpdateExec.dataset(DatasetGraphFactory.wrap(graph))
                .update(prefixes() + fault.update())
                .execute();

        Set<String> messages = validate(graph).findings().stream()
                .map(Finding::message)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(fault.message()), messages);
    }

    /** All faults at once: side by side and shape by shape, the shapes find what plain Jena finds one after another, entry for entry. */
    @Test
    void findsWhatPlainJenaFinds() throws IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(graph, SMALL);
        DatasetGraph dataset = DatasetGraphFactory.wrap(graph);
        for (Fault fault : faults()) {
            UpdateExec.dataset(dataset).update(prefixes() + fault.update()).execute();
        }
        Graph shapes = GraphFactory.createDefaultGraph();
        SHAPES.forEach(file -> file.addTo(shapes));
        Graph plain = ShaclValidator.get().validate(shapes, graph).getGraph();
        Validation validation = validate(graph);
        assertEquals(List.of(), validation.problems());
        List<String> found = entries(validation.report());
        assertTrue(found.size() > 100, "entries: " + found.size());
        assertEquals(entries(plain), found);
        assertEquals(validation.findings(), validate(graph).findings(), "the order is the same each time");
    }

    /** Each entry of a report as the sorted text of what is said of it; shapes without a name and paths count as blank. */
    static List<String> entries(Graph report) {
        return report.stream(Node.ANY, SHACL.result, Node.ANY)
                .map(result -> report.stream(result.getObject(), Node.ANY, Node.ANY)
                        .map(triple -> triple.getPredicate() + " "
                                + (triple.getObject().isBlank() ? "_" : triple.getObject()))
                        .sorted()
                        .collect(Collectors.joining("\n")))
                .sorted()
                .toList();
    }

    static String prefixes() {
        StringBuilder text = new StringBuilder();
        Prefixes.ALL.forEach((prefix, namespace) -> text.append("PREFIX " + prefix + ": <" + namespace + ">\n"));
        for (String kind : List.of(
                "organisation",
                "initiative",
                "document",
                "place",
                "issue",
                "action-line",
                "sdg",
                "objective",
                "commitment",
                "actor-group",
                "statement")) {
            text.append("PREFIX " + kind + ": <" + Iris.BASE + "id/" + kind + "/>\n");
        }
        return text.append("PREFIX standing: <" + Iris.BASE + "id/scheme/standing/>\n")
                .toString();
    }

    @Test
    void aShapeThatReachesNothingIsAProblem() {
        Problems problems = new Problems();
        TurtleFile mistyped =
                TurtleFile.parse("shapes/mistyped.ttl", """
                        PREFIX sh: <http://www.w3.org/ns/shacl#>
                        PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                        <#Mistyped> a sh:NodeShape ; sh:targetClass gg:Organization ; sh:property [ sh:path gg:kind ; sh:minCount 1 ] .
                        """, problems).orElseThrow();
        List<String> told = validator(List.of(mistyped)).validate(SMALL, table -> true).problems().stream()
                .map(Object::toString)
                .toList();
        assertEquals(
                List.of(
                        "shapes/mistyped.ttl:3: the shape https://w3id.org/geneva-graph/shapes#Mistyped reaches no focus node"
                                + " – correct its target, or delete it"),
                told);
    }

    @Test
    void aShapeThatMultipliesEndsWithItsName() {
        Problems problems = new Problems();
        TurtleFile file = TurtleFile.parse("shapes/endless.ttl", """
                        PREFIX sh: <http://www.w3.org/ns/shacl#>
                        PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                        <#Endless> a sh:NodeShape ; sh:targetNode <https://w3id.org/geneva-graph/ontology> ;
                          sh:sparql [ sh:message "multiplies – join" ; sh:select \"""
                            SELECT $this WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (STR(?a) = CONCAT(STR(?f), STR(?i))) }
                          \""" ] .
                        <#Other> a sh:NodeShape ; sh:targetClass gg:Organisation ; sh:property [ sh:path gg:kind ; sh:maxCount 0 ] .
                        """, problems).orElseThrow();
        Validation validation = Validator.of(List.of(file), Optional.empty(), Duration.ofMillis(300), problems)
                .orElseThrow()
                .validate(SMALL, table -> true);
        assertEquals(
                List.of("shapes/endless.ttl:3: the shape https://w3id.org/geneva-graph/shapes#Endless takes longer than"
                        + " 0.3 s, which is the limit – join the patterns of its queries by variables that they share"),
                validation.problems().stream().map(Object::toString).toList());
        assertTrue(!validation.findings().isEmpty(), "the others are checked all the same");
    }
}
