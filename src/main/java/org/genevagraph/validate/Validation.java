package org.genevagraph.validate;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.genevagraph.problem.Problem;

/**
 * What a run of the shapes found.
 *
 * @param findings the constraints that do not hold
 * @param problems what is wrong with the shapes themselves
 * @param shapes how many shapes reached something
 * @param focusNodes how many pairs of shape and focus node were checked
 * @param constraints how many pairs of constraint and focus node were checked
 * @param report the SHACL report as a graph
 * @param run what was looked up and found, for the next run
 */
public record Validation(
        List<Finding> findings,
        List<Problem> problems,
        int shapes,
        long focusNodes,
        long constraints,
        Graph report,
        EarlierRun run) {
    public Validation {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }
}
