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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.graph.Graph;
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
import org.genevagraph.query.answer.Result;

/** Speaks the SPARQL 1.1 Protocol with an engine: whole answers, or an exception that says what went wrong there. */
final class EngineClient {
    private static final int OK = 200;
    private static final int SUCCESS_BELOW = 300;
    private static final int SHOWN_CHARACTERS = 200;
    private static final String ROWS = "application/sparql-results+json";
    private static final String TRIPLES = "application/n-triples, text/turtle;q=0.5";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    private final EngineAddress address;

    EngineClient(EngineAddress address) {
        this.address = address;
    }

    /**
     * Asks.
     *
     * @throws TimeoutException if the whole answer has not come within this time
     * @throws IOException if the engine cannot be reached, refuses, or answers with something else; the message is for people
     */
    Result ask(Query query, Duration time) throws IOException, TimeoutException {
        boolean rows = query.isSelectType() || query.isAskType();
        HttpResponse<byte[]> response = send(address.query(), "query", query.toString(), rows ? ROWS : TRIPLES, time);
        if (response.statusCode() != OK) {
            throw refused(response);
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        try {
            return rows ? table(query, response.body()) : triples(type, response.body());
        } catch (RuntimeException e) {
            throw new IOException(
                    "it answered with " + (type.isEmpty() ? "something" : type) + " that is no answer", e);
        }
    }

    /** Changes what the engine holds; throws what {@link #ask} does. */
    void update(String update, Duration time) throws IOException, TimeoutException {
        HttpResponse<byte[]> response = send(address.update(), "update", update, "*/*", time);
        if (response.statusCode() < OK || response.statusCode() >= SUCCESS_BELOW) {
            throw refused(response);
        }
    }

    private HttpResponse<byte[]> send(URI to, String parameter, String text, String accept, Duration time)
            throws IOException, TimeoutException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .header("Accept", accept)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "GenevaGraph (https://w3id.org/geneva-graph)")
                .POST(HttpRequest.BodyPublishers.ofString(
                        parameter + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
        address.authorization().ifPresent(value -> request.header("Authorization", value));
        CompletableFuture<HttpResponse<byte[]>> answer =
                CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The engine sees that nobody waits any more.
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ConnectException
                    ? new IOException("it cannot be reached", e)
                    : new IOException(
                            "it broke the connection off: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the wait was interrupted", e);
        }
    }

    private static IOException refused(HttpResponse<byte[]> response) {
        String words = new String(response.body(), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return new IOException("it answered with status " + response.statusCode()
                + (words.isEmpty() || words.startsWith("<")
                        ? ""
                        : ": " + words.substring(0, Math.min(SHOWN_CHARACTERS, words.length()))));
    }

    private static Result table(Query query, byte[] body) {
        if (query.isAskType()) {
            return new Result.Truth(ResultSetMgr.readBoolean(new ByteArrayInputStream(body), ResultSetLang.RS_JSON));
        }
        RowSet read = RowSet.adapt(ResultSetMgr.read(new ByteArrayInputStream(body), ResultSetLang.RS_JSON));
        List<Binding> rows = read.stream().toList();
        List<Var> variables = read.getResultVars();
        return new Result.Rows(variables, rows);
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
