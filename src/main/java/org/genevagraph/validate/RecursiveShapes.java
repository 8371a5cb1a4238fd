package org.genevagraph.validate;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.syntax.TurtleFile;

/** Finds recursive shapes: a shape within itself has no end. */
final class RecursiveShapes {
    private final ShapesGraph shapes;
    private final Problems problems;

    RecursiveShapes(ShapesGraph shapes, Problems problems) {
        this.shapes = shapes;
        this.problems = problems;
    }

    /** Tells of each of them once. */
    void check() {
        Set<Node> done = new HashSet<>();
        Set<Node> told = new HashSet<>();
        for (TurtleFile file : shapes.files()) {
            file.graph().stream()
                    .map(Triple::getSubject)
                    .distinct()
                    .filter(Node::isURI)
                    .forEach(shape -> circle(shape, new LinkedHashSet<>(), done, told));
        }
    }

    private void circle(Node shape, Set<Node> above, Set<Node> done, Set<Node> told) {
        if (!above.add(shape)) {
            if (told.add(shape)) {
                shapes.files().stream()
                        .filter(file -> file.line(shape).isPresent())
                        .findFirst()
                        .ifPresent(file -> problems.add(Problem.error(
                                file.file(),
                                ShapesGraph.lineOf(file, shape),
                                "",
                                "the shape " + ShapesGraph.shown(shape) + " is checked within itself",
                                "take one of its sh:property, sh:node or the like out of the circle")));
            }
            return;
        }
        if (done.add(shape)) {
            for (Node within : shapes.within(shape)) {
                circle(within, above, done, told);
            }
        } else if (above.stream().anyMatch(node -> shapes.within(shape).contains(node))) {
            shapes.within(shape).stream().filter(above::contains).forEach(node -> circle(node, above, done, told));
        }
        above.remove(shape);
    }
}
