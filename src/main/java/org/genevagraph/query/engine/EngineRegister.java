package org.genevagraph.query.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;
import org.genevagraph.query.answer.Result;

/**
 * Which versions of the graph an engine holds, kept there in a graph of its own: of each version the graphs that are there whole, and, once
 * all of them are, when that was. All methods throw an {@link IOException}, worded like those of the client, if the engine does not do what it is asked.
 */
final class EngineRegister {
    private static final Duration TIME = Duration.ofMinutes(5);
    private static final Node COMPLETE = DCTerms.issued.asNode();
    private static final Node PART = DCTerms.hasPart.asNode();
    private static final String HERE = text(EngineGraphs.register());

    private final SparqlClient client;
    private final Optional<URI> graphs;

    EngineRegister(EngineAddress address) {
        this.client = SparqlClient.of(address);
        this.graphs = address.graphs();
    }

    /** Whether all graphs of a version are there. */
    boolean isComplete(String version) throws IOException {
        return !values(EngineGraphs.node(version), COMPLETE).isEmpty();
    }

    /** The graphs of a version that are there whole. */
    List<Node> parts(String version) throws IOException {
        return values(EngineGraphs.node(version), PART);
    }

    /** Enters a graph that is there whole. */
    void add(String version, Node graph) throws IOException {
        insert(EngineGraphs.register(), List.of(Triple.create(EngineGraphs.node(version), PART, graph)));
    }

    /** Enters that all graphs of a version are there. */
    void complete(String version, Instant now) throws IOException {
        Node when =
                NodeFactory.createLiteralDT(now.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
        insert(EngineGraphs.register(), List.of(Triple.create(EngineGraphs.node(version), COMPLETE, when)));
    }

    /** The versions that are complete, the newest first. */
    List<String> complete() throws IOException {
        return rows("SELECT ?version ?when { GRAPH " + HERE + " { ?version " + text(COMPLETE) + " ?when } }").stream()
                .sorted(Comparator.comparing((Binding row) -> lexical(row, "when"))
                        .reversed())
                .map(row -> EngineGraphs.version(row.get(Var.alloc("version"))))
                .toList();
    }

    /** Removes a version with its graphs; first from the register, since what is half there must not look whole. */
    void remove(String version) throws IOException {
        String node = text(EngineGraphs.node(version));
        update("DELETE WHERE { GRAPH " + HERE + " { " + node + " " + text(COMPLETE) + " ?when } }");
        for (Node part : parts(version)) {
            drop(part);
        }
        update("DELETE WHERE { GRAPH " + HERE + " { " + node + " ?p ?o } }");
    }

    /** Removes a graph, if it is there. */
    void drop(Node graph) throws IOException {
        update("DROP SILENT GRAPH " + text(graph));
    }

    /** Adds triples to a graph in one request, within which the name of a blank node means the same. */
    void insert(Node graph, List<Triple> triples) throws IOException {
        if (triples.isEmpty()) {
            return;
        }
        if (graphs.isEmpty()) {
            update(InsertData.of(graph, triples));
            return;
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        RDFDataMgr.writeTriples(written, triples.iterator());
        try {
            client.post(graphs.get(), graph, written.toByteArray(), TIME);
        } catch (TimeoutException e) {
            throw late(e);
        }
    }

    /** How many triples a graph has. */
    long count(Node graph) throws IOException {
        List<Binding> rows = rows("SELECT (COUNT(*) AS ?n) { GRAPH " + text(graph) + " { ?s ?p ?o } }");
        return Long.parseLong(lexical(rows.get(0), "n"));
    }

    private static String lexical(Binding row, String column) {
        return row.get(Var.alloc(column)).getLiteralLexicalForm();
    }

    private List<Node> values(Node version, Node property) throws IOException {
        return rows("SELECT ?o { GRAPH " + HERE + " { " + text(version) + " " + text(property) + " ?o } }").stream()
                .map(row -> row.get(Var.alloc("o")))
                .toList();
    }

    private List<Binding> rows(String query) throws IOException {
        try {
            return ((Result.Rows) client.ask(QueryFactory.create(query), TIME)).rows();
        } catch (TimeoutException e) {
            throw late(e);
        }
    }

    private void update(String update) throws IOException {
        try {
            client.update(update, TIME);
        } catch (TimeoutException e) {
            throw late(e);
        }
    }

    private static IOException late(TimeoutException e) {
        return new IOException("did not answer within " + TIME.toMinutes() + " minutes", e);
    }

    private static String text(Node node) {
        return NodeFmtLib.strNT(node);
    }
}
