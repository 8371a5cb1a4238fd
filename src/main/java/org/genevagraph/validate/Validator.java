package org.genevagraph.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Severity;
import org.genevagraph.vocabulary.GG;

/**
 * Checks a graph against shapes. Jena's own verdict is not enough: it is "does not conform" for a mere warning and "conforms" when a shape
 * reached nothing at all.
 */
public final class Validator {
    private static final int CHUNK = 250;

    private final List<TurtleFile> files;
    private final Shapes shapes;

    /** With the files of shapes, which may refer to each other. */
    public Validator(List<TurtleFile> files) {
        this.files = List.copyOf(files);
        Graph all = GraphFactory.createDefaultGraph();
        files.forEach(file -> file.addTo(all));
        this.shapes = Shapes.parse(all);
    }

    /**
     * Validates.
     *
     * @param graph all facts, the ontology included
     * @param hasTable whether the data holds rows in this table or folder of tables; a shape about such a table must reach them
     */
    public Validation validate(Graph graph, Predicate<String> hasTable) {
        List<Problem> problems = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        int shapesRun = 0;
        long focusNodes = 0;
        long constraints = 0;
        for (Shape shape : shapes.getTargetShapes()) {
            if (shape.deactivated()) {
                continue;
            }
            List<Node> nodes = List.copyOf(VLib.focusNodes(graph, shape));
            if (nodes.isEmpty() && mustReach(shape, hasTable)) {
                problems.add(Problem.error(
                        fileOf(shape),
                        0,
                        "",
                        "the shape " + shape.getShapeNode() + " reaches no focus node",
                        "correct its target, or delete it"));
            }
            for (int from = 0; from < nodes.size(); from += CHUNK) {
                tasks.add(new Task(shape, nodes.subList(from, Math.min(from + CHUNK, nodes.size()))));
            }
            shapesRun += nodes.isEmpty() ? 0 : 1;
            focusNodes += nodes.size();
            constraints += (long) nodes.size() * countConstraints(shape);
        }
        // The graph does not change any more, so that focus nodes can be looked at side by side.
        List<ReportEntry> entries = tasks.parallelStream()
                .flatMap(task -> run(task, graph).getEntries().stream())
                .toList();
        ValidationReport.Builder report = ValidationReport.create();
        entries.forEach(report::addReportEntry);
        return new Validation(
                findings(entries),
                problems,
                shapesRun,
                focusNodes,
                constraints,
                report.build().getGraph());
    }

    /** A shape and some of its focus nodes. */
    private record Task(Shape shape, List<Node> nodes) {}

    private ValidationReport run(Task task, Graph graph) {
        ValidationContext context = ValidationContext.create(shapes, graph);
        task.nodes().forEach(node -> VLib.validateShape(context, graph, task.shape(), node));
        return context.generateReport();
    }

    /** A shape about tables that are not there may find nothing; every other must. */
    private boolean mustReach(Shape shape, Predicate<String> hasTable) {
        List<String> tables = shapes.getGraph().stream(shape.getShapeNode(), GG.table, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .toList();
        return tables.isEmpty() || tables.stream().anyMatch(hasTable);
    }

    private String fileOf(Shape shape) {
        return files.stream()
                .filter(file -> file.graph().contains(shape.getShapeNode(), Node.ANY, Node.ANY))
                .map(TurtleFile::file)
                .findFirst()
                .orElse("");
    }

    private static long countConstraints(Shape shape) {
        return shape.getConstraints().size()
                + shape.getPropertyShapes().stream()
                        .mapToLong(Validator::countConstraints)
                        .sum();
    }

    private static List<Finding> findings(List<ReportEntry> entries) {
        Map<Finding, Boolean> seen = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (ReportEntry entry : entries) {
            boolean wholeGraph = entry.focusNode().equals(GG.ONTOLOGY) && entry.value() != null;
            Finding finding = new Finding(
                    wholeGraph ? entry.value() : entry.focusNode(),
                    property(entry.resultPath()),
                    wholeGraph ? null : entry.value(),
                    WARNINGS.contains(entry.severity().level().getURI()) ? Severity.WARNING : Severity.ERROR,
                    entry.message());
            if (seen.putIfAbsent(finding, true) == null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private static final Set<String> WARNINGS =
            Set.of("http://www.w3.org/ns/shacl#Warning", "http://www.w3.org/ns/shacl#Info");

    private static Node property(Path path) {
        return path instanceof P_Link link ? link.getNode() : null;
    }
}
