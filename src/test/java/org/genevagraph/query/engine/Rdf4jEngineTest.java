package org.genevagraph.query.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
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
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.genevagraph.Alone;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The graph in RDF4J: its store, its parser of queries and updates, and its writers of answers, behind the plainest door that speaks the
 * protocol. Its own server comes in no package that the build could have.
 */
@Alone
class Rdf4jEngineTest {
    private static final int OK = 200;
    private static final int FAILED = 500;
    private static final int LONGEST_SECONDS = 120;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private SailRepository repository;
    private HttpServer http;
    private EngineAddress address;

    @BeforeEach
    void start() throws IOException {
        repository = new SailRepository(new MemoryStore());
        repository.init();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.setExecutor(threads);
        http.start();
        String sparql = "http://127.0.0.1:" + http.getAddress().getPort() + "/sparql";
        address = EngineAddress.of(sparql, sparql, Map.of());
    }

    @AfterEach
    void stop() {
        http.stop(0);
        threads.shutdownNow();
        repository.shutDown();
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
                query.setMaxExecutionTime(LONGEST_SECONDS);
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

    @Test
    void everyGoldenQuestionIsAnsweredTheSame() throws IOException, ProblemException, Refusal {
        GoldenQuestions.areAnsweredAsInMemory(
                new EngineUpload(address, Clock.systemUTC(), line -> {}).publish(Mini.realSnapshot()));
    }
}
