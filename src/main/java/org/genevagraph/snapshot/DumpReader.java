package org.genevagraph.snapshot;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.Quad;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.vocabulary.Iris;

/** Reads back what {@link DumpWriter} wrote. */
public final class DumpReader {
    private static final String FIX = "give a file that ./geneva build --out has written";
    private static final String GRAPHS = Iris.graph("").getURI();

    private DumpReader() {}

    /**
     * Reads a dump, gunzipped if its name ends in {@code .gz}. It was validated when it was built and is not again.
     *
     * @throws IOException if it cannot be read
     * @throws ProblemException if it is not N-Quads, or not this project's
     */
    public static Snapshot read(Path file) throws IOException, ProblemException {
        Map<String, Graph> graphs = graphs(file);
        DatasetGraph dataset = new DatasetGraphMapLink(Graph.emptyGraph);
        graphs.forEach((name, graph) -> dataset.addGraph(Iris.graph(name), graph));
        return Snapshot.of(
                graphs,
                DumpWriter.version(dataset),
                new Snapshot.Checked(0, 0, 0),
                Graph.emptyGraph,
                Map.of(),
                List.of());
    }

    private static Map<String, Graph> graphs(Path file) throws IOException, ProblemException {
        Map<String, Graph> graphs = new TreeMap<>();
        try (InputStream in = open(file)) {
            RDFParser.source(in)
                    .lang(Lang.NQUADS)
                    .strict(true)
                    .errorHandler(new StopAtLine())
                    .parse(new Sink(graphs));
        } catch (RiotParseException e) {
            throw wrong(file, e.getLine(), "is not N-Quads: " + e.getOriginalMessage());
        } catch (RiotException | RuntimeIOException | ZipException | EOFException e) {
            throw wrong(file, 0, "cannot be read: " + e.getMessage());
        }
        return graphs;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static ProblemException wrong(Path file, long line, String what) {
        return new ProblemException(Problem.error(file.toString(), (int) line, "", what, FIX));
    }

    /** Ends the reading at the first fault, and knows in which line. */
    private static final class StopAtLine implements ErrorHandler {
        @Override
        public void warning(String message, long line, long col) {
            fatal(message, line, col);
        }

        @Override
        public void error(String message, long line, long col) {
            fatal(message, line, col);
        }

        @Override
        public void fatal(String message, long line, long col) {
            throw new RiotParseException(message, Math.max(line, 0), col);
        }
    }

    /** Sorts quads by their graphs, and refuses what no dump holds. */
    private static final class Sink extends StreamRDFBase {
        private final Map<String, Graph> graphs;

        Sink(Map<String, Graph> graphs) {
            this.graphs = graphs;
        }

        @Override
        public void quad(Quad quad) {
            if (quad.isDefaultGraph()) {
                throw new RiotException("a triple stands in no named graph");
            }
            Node graph = quad.getGraph();
            if (!graph.isURI() || !graph.getURI().startsWith(GRAPHS)) {
                throw new RiotException("the graph '" + graph + "' is none of this project's");
            }
            if (quad.getSubject().isBlank() || quad.getObject().isBlank()) {
                // Their names differ with each reading, so that nothing could be compared.
                throw new RiotException("a quad has a blank node");
            }
            graphs.computeIfAbsent(graph.getURI().substring(GRAPHS.length()), name -> new GraphMem2Fast())
                    .add(quad.asTriple());
        }
    }
}
