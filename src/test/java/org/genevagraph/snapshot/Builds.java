package org.genevagraph.snapshot;

import java.io.IOException;
import java.util.List;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Severity;

/** Builds of tables that may be damaged. */
final class Builds {
    private Builds() {}

    /** The errors that a build tells, in its order; none if it succeeds. */
    static List<String> errors(Inputs inputs) throws IOException {
        try {
            new SnapshotBuilder(inputs, Progress.NONE).build();
            return List.of();
        } catch (ProblemException e) {
            return e.problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .map(Problem::toString)
                    .toList();
        }
    }

    /**
     * The same inputs with other tables.
     *
     * @param shapes whether shapes and rules are run
     */
    static Inputs with(Inputs inputs, List<Inputs.File> tables, boolean shapes) {
        return new Inputs(
                tables,
                inputs.ontology(),
                shapes ? inputs.shapes() : List.of(),
                shapes ? inputs.rules() : List.of(),
                shapes ? inputs.standard() : List.of(),
                inputs.texts(),
                inputs.graphs());
    }
}
