package org.genevagraph.query.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.genevagraph.query.answer.Result;

/**
 * Speaks the SPARQL 1.1 Protocol, and the Graph Store Protocol if it has an address for that, with somebody else's server: whole answers, or an exception whose message goes on after "the server", such as
 * "answered with status 500".
 */
public final class SparqlClient {
    private static final int OK = 200;
    private static final int SUCCESS_BELOW = 300;
    private static final int SHOWN_CHARACTERS = 200;
    private static final String ROWS = "application/sparql-results+json";
    private static final String TRIPLES = "application/n-triples, text/turtle;q=0.5";

    private static final HttpClient STAYING = http(HttpClient.Redirect.NEVER);
    private static final HttpClient FOLLOWING = http(HttpClient.Redirect.NORMAL);

    private final EngineAddress address;
    private final HttpClient http;

    private SparqlClient(EngineAddress address, HttpClient http) {
        this.address = address;
        this.http = http;
    }

    /** For an engine, which is where it was said to be: names and passwords go nowhere else. */
    static SparqlClient of(EngineAddress address) {
        return new SparqlClient(address, STAYING);
    }

    /**
     * For an endpoint that anybody may ask, wherever it leads.
     *
     * @throws IllegalArgumentException if the address is none, told for people
     */
    public static SparqlClient of(String endpoint) {
        return new SparqlClient(EngineAddress.of(endpoint, endpoint, Map.of()), FOLLOWING);
    }

    private static HttpClient http(HttpClient.Redirect redirect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirect)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    /**
     * Asks.
     *
     * @throws TimeoutException if the whole answer has not come within this time
     * @throws IOException if the server cannot be reached, refuses, or answers with something else
     */
    public Result ask(Query query, Duration time) throws IOException, TimeoutException {
        boolean rows = query.isSelectType() || query.isAskType();
        HttpResponse<byte[]> response = send(address.query(), "query", query.toString(), rows ? ROWS : TRIPLES, time);
        if (response.statusCode() != OK) {
            throw refused(response);
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        try {
            return rows ? table(query, response.body()) : triples(type, response.body());
        } catch (RuntimeException e) {
            throw new IOException("answered what is no " + (rows ? "table" : "graph"), e);
        }
    }

    /** Changes what it holds; throws what {@link #ask} does. */
    void update(String update, Duration time) throws IOException, TimeoutException {
        needSuccess(send(address.update(), "update", update, "*/*", time));
    }

    /** Adds triples, written in N-Triples, to a graph by the Graph Store Protocol at its address; throws what {@link #ask} does. */
    void post(URI graphs, Node graph, byte[] triples, Duration time) throws IOException, TimeoutException {
        URI to = URI.create(graphs + (graphs.getRawQuery() == null ? "?" : "&") + "graph="
                + URLEncoder.encode(graph.getURI(), StandardCharsets.UTF_8));
        needSuccess(send(to, Lang.NTRIPLES.getHeaderString(), triples, "*/*", time));
    }

    private static void needSuccess(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() < OK || response.statusCode() >= SUCCESS_BELOW) {
            throw refused(response);
        }
    }

    private HttpResponse<byte[]> send(URI to, String parameter, String text, String accept, Duration time)
            throws IOException, TimeoutException {
        String form = parameter + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return send(to, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.US_ASCII), accept, time);
    }

    private HttpResponse<byte[]> send(URI to, String type, byte[] body, String accept, Duration time)
            throws IOException, TimeoutException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .header("Accept", accept)
                .header("Content-Type", type)
                .header("User-Agent", "GenevaGraph (https://w3id.org/geneva-graph)")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        address.authorization().ifPresent(value -> request.header("Authorization", value));
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It sees that nobody waits any more.
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ConnectException
                    ? new IOException("did not answer: it cannot be reached", e)
                    : new IOException(
                            "did not answer: it broke the connection off: "
                                    + e.getCause().getMessage(),
                            e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("did not answer before the wait for it was ended", e);
        }
    }

    private static IOException refused(HttpResponse<byte[]> response) {
        String words = new String(response.body(), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return new IOException("answered with status " + response.statusCode()
                + (words.isEmpty() || words.startsWith("<")
                        ? ""
                        : ": " + words.substring(0, Math.min(SHOWN_CHARACTERS, words.length()))));
    }

    private static Result table(Query query, byte[] body) {
        if (query.isAskType()) {
            return new Result.Truth(truth(body));
        }
        RowSet read = RowSet.adapt(ResultSetMgr.read(new ByteArrayInputStream(body), ResultSetLang.RS_JSON));
        List<Binding> rows = read.stream().toList();
        List<Var> variables = read.getResultVars();
        return new Result.Rows(variables, rows);
    }

    /** Virtuoso answers ASK with a table of one cell. */
    private static boolean truth(byte[] body) {
        SPARQLResult answer =
                ResultsReader.create().lang(ResultSetLang.RS_JSON).build().readAny(new ByteArrayInputStream(body));
        if (answer.isBoolean()) {
            return answer.getBooleanResult();
        }
        Binding row = answer.getResultSet().nextBinding();
        return Set.of("1", "true").contains(row.get(row.vars().next()).getLiteralLexicalForm());
    }

    private static Result triples(String type, byte[] body) {
        Graph graph = GraphFactory.createDefaultGraph();
        Lang lang = RDFLanguages.contentTypeToLang(ContentType.create(type));
        RDFParser.source(new ByteArrayInputStream(body))
                .lang(lang == null ? Lang.NTRIPLES : lang)
                .parse(graph);
        return new Result.Triples(graph);
    }
}
