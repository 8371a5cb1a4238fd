package org.genevagraph.validate;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;

/**
 * A Turtle file of the project, of shapes or of the ontology.
 *
 * @param file how to call it when talking to people
 * @param graph its triples
 */
public record TurtleFile(String file, Graph graph) {
    /** Reads one; what is wrong with it goes to the problems. */
    public static Optional<TurtleFile> parse(String file, String text, Problems problems) {
        Graph graph = GraphFactory.createDefaultGraph();
        try {
            RDFParser.fromString(text, Lang.TURTLE)
                    .base("https://w3id.org/geneva-graph/shapes")
                    .strict(true)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
            return Optional.of(new TurtleFile(file, graph));
        } catch (StackOverflowError e) {
            problems.add(Problem.error(
                    file, 0, "", "nests its lists or blank nodes too deep to be read", "write it in a flatter way"));
            return Optional.empty();
        } catch (RiotException e) {
            problems.add(Problem.error(file, 0, "", "is not Turtle: " + e.getMessage(), "fix it there"));
            return Optional.empty();
        }
    }

    void addTo(Graph all) {
        GraphUtil.addInto(all, graph);
    }
}
