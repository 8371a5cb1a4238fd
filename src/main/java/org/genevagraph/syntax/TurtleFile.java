package org.genevagraph.syntax;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIs;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangTurtle;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.tokens.TokenizerText;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;

/**
 * A Turtle file of the project, of shapes or of the ontology.
 *
 * @param file how to call it when talking to people
 * @param text what it holds
 * @param graph its triples
 * @param lines the line on which each triple ends
 */
public record TurtleFile(String file, String text, Graph graph, Map<Triple, Integer> lines) {
    private static final String BASE = "https://w3id.org/geneva-graph/shapes";
    private static final int MOST_KEPT = 100;
    private static final Pattern PLACE = Pattern.compile("^\\[line: (\\d+), col: *(\\d+) *\\] *");
    private static final Pattern UNDEFINED_PREFIX = Pattern.compile("^Undefined prefix: (\\S*)$");

    /** Those that were read before: with each edit of a table the same shapes are read again, and nobody changes what came of them. */
    private static final Cache<Held, TurtleFile> READ =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).softValues().build();

    private record Held(String file, String text) {}

    /** Reads one; what is wrong with it goes to the problems. */
    public static Optional<TurtleFile> parse(String file, String text, Problems problems) {
        Held held = new Held(file, text);
        TurtleFile before = READ.getIfPresent(held);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<TurtleFile> read = read(file, text, problems);
        read.ifPresent(sound -> READ.put(held, sound));
        return read;
    }

    private static Optional<TurtleFile> read(String file, String text, Problems problems) {
        Optional<Problem> prefix = UnknownPrefix.misused(file, text, 1);
        if (prefix.isPresent()) {
            problems.add(prefix.get());
            return Optional.empty();
        }
        Graph graph = GraphFactory.createDefaultGraph();
        Map<Triple, Integer> lines = new HashMap<>();
        ErrorHandler strict = ErrorHandlerFactory.errorHandlerStrictNoLogging;
        // What follows a fault cannot be read: Turtle has no place at which to begin again.
        ParserProfileStd profile =
                new ParserProfileStd(
                        new FactoryRDFStd(),
                        strict,
                        IRIs.resolver(BASE),
                        PrefixMapFactory.create(),
                        ARQ.getContext().copy(),
                        true,
                        true) {
                    @Override
                    public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
                        Triple triple = super.createTriple(subject, predicate, object, line, column);
                        lines.putIfAbsent(triple, (int) line);
                        return triple;
                    }
                };
        try {
            new LangTurtle(
                            TokenizerText.create()
                                    .fromString(text)
                                    .errorHandler(strict)
                                    .build(),
                            profile,
                            StreamRDFLib.graph(graph))
                    .parse();
            return Optional.of(new TurtleFile(file, text, graph, Collections.unmodifiableMap(lines)));
        } catch (StackOverflowError e) {
            problems.add(Problem.error(
                    file, 1, "", "nests its lists or blank nodes too deep to be read", "write it in a flatter way"));
        } catch (RiotException e) {
            problems.add(notTurtle(file, text, String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /** A fault of syntax as Jena tells it, in a sentence that begins with its place. */
    public static Problem notTurtle(String file, String text, String message) {
        Matcher place = PLACE.matcher(message);
        int line = place.find() ? Integer.parseInt(place.group(1)) : 1;
        String what =
                PLACE.matcher(message).replaceFirst("").lines().findFirst().orElse("");
        Matcher prefix = UNDEFINED_PREFIX.matcher(what);
        if (prefix.matches()) {
            return UnknownPrefix.problem(file, line, prefix.group(1));
        }
        boolean atEnd = line >= Lines.count(text) && what.contains("EOF");
        return Problem.error(
                file,
                line,
                "",
                "is not Turtle: " + what,
                atEnd
                        ? "close the last statement with a full stop, and every bracket and quote"
                        : "fix it there, or at the end of the statement before");
    }

    /** The line on which a triple stands; the one on which the first of its subject does, if it is none of the file's. */
    public OptionalInt line(Triple triple) {
        Integer line = lines.get(triple);
        return line != null ? OptionalInt.of(line) : line(triple.getSubject());
    }

    /** The first line on which something is said of a node. */
    public OptionalInt line(Node subject) {
        return graph.stream(subject, Node.ANY, Node.ANY)
                .map(lines::get)
                .filter(line -> line != null)
                .mapToInt(Integer::intValue)
                .min();
    }

    /** Adds its triples to a graph. */
    public void addTo(Graph all) {
        GraphUtil.addInto(all, graph);
    }
}
