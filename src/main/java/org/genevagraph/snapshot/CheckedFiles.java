package org.genevagraph.snapshot;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
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
import org.genevagraph.syntax.XmlProlog;
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
    private static final Pattern PLACE = Pattern.compile("^\\[line: (\\d+), col: *\\d+ *\\] *");

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
                if (hasDoctype(file, problems)) {
                    continue;
                }
                RDFParser.source(file)
                        .strict(true)
                        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                        .parse(dataset);
                GraphUtil.addInto(graph, dataset.getDefaultGraph());
                dataset.listGraphNodes().forEachRemaining(name -> GraphUtil.addInto(graph, dataset.getGraph(name)));
            } catch (RiotException e) {
                problems.add(unreadable(file, String.valueOf(e.getMessage())));
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
        Optional<Validator> validator = Validator.of(shapes, Optional.empty(), TimeLimit.setting(), problems);
        if (problems.hasErrors() || validator.isEmpty()) {
            return new CheckedFiles(problems.sorted(), new Snapshot.Checked(0, 0, 0), emptyReport());
        }
        Validation validation = validator.get().validate(graph);
        problems.addAll(validation.problems());
        validation.findings().forEach(finding -> problems.add(problemWithoutPlace(finding)));
        return new CheckedFiles(
                problems.sorted(),
                new Snapshot.Checked(validation.shapes(), validation.focusNodes(), validation.constraints()),
                validation.report());
    }

    private static Problem unreadable(Path file, String message) {
        Matcher place = PLACE.matcher(message);
        return Problem.error(
                file.toString(),
                place.find() ? Integer.parseInt(place.group(1)) : 0,
                "",
                "cannot be read: " + PLACE.matcher(message).replaceFirst(""),
                "fix it there");
    }

    private static boolean hasDoctype(Path file, Problems problems) {
        if (!Lang.RDFXML.equals(RDFLanguages.filenameToLang(file.toString()))) {
            return false;
        }
        try (InputStream in = new BufferedInputStream(IO.openFile(file.toString()))) {
            OptionalInt line = XmlProlog.doctype(in);
            line.ifPresent(place -> problems.add(Problem.error(
                    file.toString(),
                    place,
                    "",
                    "has a document type declaration (DOCTYPE), which is not read",
                    "delete it, and write out the entities that it defines")));
            return line.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
