package org.genevagraph.conformance;

import static org.genevagraph.conformance.SuiteCase.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.syntax.TurtleFile;
import org.genevagraph.validate.Validation;
import org.genevagraph.validate.Validator;

/** Tests of shapes: the data are checked as those of the project are, and the report compared with the one that the suite keeps. */
final class ShapeCases {
    private static final String SHT = "http://www.w3.org/ns/shacl-test#";

    /** What a result has to say; messages are everyone's own. */
    private static final Set<Node> COMPARED = Set.of(
            RDF.type.asNode(),
            SHACL.focusNode,
            SHACL.resultSeverity,
            SHACL.resultPath,
            SHACL.sourceShape,
            SHACL.sourceConstraintComponent,
            SHACL.value);

    private ShapeCases() {}

    /** What is not as it should be; empty if the report is the one that the suite keeps. */
    static Optional<String> run(SuiteCase test) throws IOException {
        Path data = SuiteCase.path(value(test.action(), SHT + "dataGraph").orElseThrow());
        Path shapes = SuiteCase.path(value(test.action(), SHT + "shapesGraph").orElseThrow());
        Path file = SuiteCase.path(test.node()).resolveSibling(file(test));
        boolean mayFail = test.result().orElseThrow().toString().equals(SHT + "Failure");
        Problems problems = new Problems();
        TurtleFile read = read(shapes);
        Optional<Validator> validator = Validator.of(List.of(read), Optional.empty(), Duration.ofSeconds(10), problems);
        Graph dataGraph = data.equals(shapes) ? read.graph() : read(data).graph();
        List<Problem> told = new ArrayList<>(problems.sorted());
        Optional<Validation> validation = validator.map(one -> one.validate(dataGraph));
        validation.ifPresent(found -> told.addAll(found.problems()));
        if (mayFail) {
            return told.isEmpty() ? Optional.of("is checked in place of refused") : Optional.empty();
        }
        if (!told.isEmpty() || validation.isEmpty()) {
            return Optional.of("refused: " + told.get(0).message());
        }
        Graph wanted = file.equals(shapes) ? read.graph() : read(file).graph();
        Graph expected = compared(wanted);
        Graph given = compared(validation.get().report());
        return expected.isIsomorphicWith(given)
                ? Optional.empty()
                : Optional.of("finds " + results(given) + " results in place of " + results(expected)
                        + (results(given) == results(expected) ? ", which say something else" : ""));
    }

    /** The file in which the test stands: its IRI is relative to it. */
    private static String file(SuiteCase test) {
        return test.node().toString().replaceFirst(".*/", "") + ".ttl";
    }

    /** A file as RDF is read: the tables' own shapes may not hold literals that are ill-formed, what is checked may. */
    private static TurtleFile read(Path file) throws IOException {
        String text = Files.readString(file);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, Lang.TURTLE)
                .base(file.toUri().toString())
                .errorHandler(ErrorHandlerFactory.errorHandlerNoLogging)
                .parse(graph);
        Map<Triple, Integer> lines = new HashMap<>();
        graph.stream().forEach(triple -> lines.put(triple, 1));
        return new TurtleFile(file.getFileName().toString(), text, graph, lines);
    }

    private static long results(Graph report) {
        return report.stream(Node.ANY, RDF.type.asNode(), SHACL.ValidationResult)
                .count();
    }

    /** The results of a report and the paths that they name, without what is everyone's own. */
    private static Graph compared(Graph from) {
        Graph graph = GraphFactory.createDefaultGraph();
        from.stream(Node.ANY, RDF.type.asNode(), SHACL.ValidationResult)
                .map(Triple::getSubject)
                .forEach(result -> from.stream(result, Node.ANY, Node.ANY)
                        .filter(triple -> COMPARED.contains(triple.getPredicate()))
                        .forEach(triple -> {
                            // A shape without a name is another one in each file.
                            boolean unnamed = triple.predicateMatches(SHACL.sourceShape)
                                    && triple.getObject().isBlank();
                            graph.add(
                                    triple.getSubject(),
                                    triple.getPredicate(),
                                    unnamed ? NodeFactory.createURI("urn:unnamed") : triple.getObject());
                            if (triple.predicateMatches(SHACL.resultPath)) {
                                path(from, triple.getObject(), graph);
                            }
                        }));
        return graph;
    }

    private static void path(Graph from, Node path, Graph into) {
        Deque<Node> open = new ArrayDeque<>(List.of(path));
        Set<Node> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.isBlank() && seen.add(node)) {
                from.stream(node, Node.ANY, Node.ANY).forEach(triple -> {
                    into.add(triple);
                    open.push(triple.getObject());
                });
            }
        }
    }
}
