package org.genevagraph.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.GraphQuery;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLBooleanJSONWriter;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/**
 * RDF4J in memory: its store, its parser of queries and updates, and its writers of answers, in this process behind the plainest door that
 * speaks the protocol. Its own server comes in no package that the build could have.
 */
public final class Rdf4jPeer implements Peer {
    private static final int OK = 200;
    private static final int FAILED = 500;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SailRepository repository = new SailRepository(new MemoryStore());
    private final HttpServer http;
    private final Duration longest;

    /** Without a triple. */
    public Rdf4jPeer(Duration longest) throws IOException {
        this.longest = longest;
        repository.init();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.setExecutor(threads);
        http.start();
    }

    /** With what a file of N-Triples holds. */
    public static Rdf4jPeer of(Path triples, Duration longest) throws IOException {
        Rdf4jPeer peer = new Rdf4jPeer(longest);
        try (RepositoryConnection connection = peer.repository.getConnection()) {
            connection.add(triples.toFile(), RDFFormat.NTRIPLES);
        }
        return peer;
    }

    @Override
    public String name() {
        return "RDF4J memory";
    }

    @Override
    public URI sparql() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/sparql");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII).split("=", 2);
        String text = URLDecoder.decode(form[1], StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int status = OK;
        String type = "text/plain";
        try (RepositoryConnection connection = repository.getConnection()) {
            if (form[0].equals("update")) {
                connection.prepareUpdate(text).execute();
            } else {
                Query query = connection.prepareQuery(text);
                query.setMaxExecutionTime((int) longest.toSeconds());
                type = write(query, body);
            }
        } catch (RuntimeException e) {
            status = FAILED;
            body.reset();
            body.writeBytes(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.size() == 0 ? -1 : body.size());
        body.writeTo(exchange.getResponseBody());
        exchange.close();
    }

    private static String write(Query query, ByteArrayOutputStream body) {
        if (query instanceof GraphQuery graph) {
            graph.evaluate(new NTriplesWriter(body));
            return "application/n-triples";
        }
        if (query instanceof BooleanQuery question) {
            new SPARQLBooleanJSONWriter(body).handleBoolean(question.evaluate());
        } else {
            ((TupleQuery) query).evaluate(new SPARQLResultsJSONWriter(body));
        }
        return "application/sparql-results+json";
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        repository.shutDown();
    }
}
