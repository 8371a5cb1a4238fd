package org.genevagraph.snapshot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.syntax.TurtleFile;
import org.genevagraph.validate.Finding;
import org.genevagraph.validate.Validation;
import org.genevagraph.validate.Validator;
import org.genevagraph.watch.TimeLimit;

/**
 * RDF files that were checked against the shapes: a dump, or triples from elsewhere.
 *
 * @param problems what is wrong
 * @param checked how much was checked
 * @param report SHACL's own report
 */
public record CheckedFiles(List<Problem> problems, Snapshot.Checked checked, Graph report) {
    /**
     * Checks files together, as one graph with the ontology.
     *
     * @param inputs whence ontology and shapes are taken
     */
    public static CheckedFiles check(Inputs inputs, List<Path> files) {
        Problems problems = new Problems();
        Graph graph = GraphFactory.createDefaultGraph();
        for (Path file : files) {
            DatasetGraph dataset = DatasetGraphFactory.create();
            try {
                RDFParser.source(file)
                        .strict(true)
                        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                        .parse(dataset);
                GraphUtil.addInto(graph, dataset.getDefaultGraph());
                dataset.listGraphNodes().forEachRemaining(name -> GraphUtil.addInto(graph, dataset.getGraph(name)));
            } catch (RiotException e) {
                problems.add(
                        Problem.error(file.toString(), 0, "", "cannot be read: " + e.getMessage(), "fix it there"));
            } catch (StackOverflowError e) {
                problems.add(Problem.error(
                        file.toString(), 0, "", "nests too deep to be read", "write it in a flatter way"));
            }
        }
        inputs.ontology()
                .forEach(file -> TurtleFile.parse(file.shown(), file.text(), problems)
                        .ifPresent(parsed -> GraphUtil.addInto(graph, parsed.graph())));
        List<TurtleFile> shapes = new ArrayList<>();
        inputs.shapes()
                .forEach(file ->
                        TurtleFile.parse(file.shown(), file.text(), problems).ifPresent(shapes::add));
        // Files from elsewhere need not hold something of every class.
        Optional<Validator> validator = Validator.of(shapes, Optional.empty(), TimeLimit.setting(), problems);
        if (problems.hasErrors() || validator.isEmpty()) {
            return new CheckedFiles(problems.sorted(), new Snapshot.Checked(0, 0, 0), emptyReport());
        }
        Validation validation = validator.get().validate(graph, table -> false);
        problems.addAll(validation.problems());
        validation.findings().forEach(finding -> problems.add(problemWithoutPlace(finding)));
        return new CheckedFiles(
                problems.sorted(),
                new Snapshot.Checked(validation.shapes(), validation.focusNodes(), validation.constraints()),
                validation.report());
    }

    /** The report of a check that found nothing, because there was nothing to check. */
    public static Graph emptyReport() {
        return ValidationReport.create().build().getGraph();
    }

    /** A finding about a node that no cell of a table made. */
    static Problem problemWithoutPlace(Finding finding) {
        return new Problem(finding.severity(), "", 0, "", finding.focusNode() + ": " + finding.what(), finding.fix());
    }
}
