package org.genevagraph.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.federation.ServiceEndpoint;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.foreign.ForeignQueries;
import org.genevagraph.query.foreign.ForeignQuery;
import org.genevagraph.query.foreign.ForeignRun;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;

/**
 * A server as it is served, whose queries of strangers see the data of a test: everything between the socket and the engine is what users
 * have, but for the process in which the query runs.
 */
final class TestedServer implements AutoCloseable {
    /** How many other endpoints a test may call. */
    private static final int OTHERS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final SwitchedData data;
    private final SnapshotServer server;
    private final FusekiServer others;
    private final List<DatasetGraph> otherData;

    private TestedServer(SwitchedData data, SnapshotServer server, FusekiServer others, List<DatasetGraph> otherData) {
        this.data = data;
        this.server = server;
        this.others = others;
        this.otherData = otherData;
    }

    static TestedServer start() throws IOException, ProblemException {
        List<DatasetGraph> otherData =
                Stream.generate(DatasetGraphFactory::createTxnMem).limit(OTHERS).toList();
        FusekiServer.Builder builder = FusekiServer.create().port(0).loopback(true);
        for (int i = 0; i < OTHERS; i++) {
            builder.add("/" + i, otherData.get(i));
        }
        FusekiServer others = builder.build().start();
        SwitchedData data = new SwitchedData(Services.of(Stream.concat(
                        Stream.of(nobody()), Stream.of(0, 1, 2).map(i -> address(others, i)))
                .map(address -> new ServiceEndpoint(address, true))
                .toList()));
        SnapshotServer server =
                SnapshotServer.start(Served.of(Mini.snapshot(), Mini.queries(), Limits.STANDARD, data), "127.0.0.1", 0);
        return new TestedServer(data, server, others, otherData);
    }

    private static String address(FusekiServer others, int number) {
        return "http://127.0.0.1:" + others.getPort() + "/" + number + "/sparql";
    }

    /** An endpoint that may be called, and where nobody answers. */
    static String nobody() {
        return "http://127.0.0.1:1/sparql";
    }

    /** The address of another endpoint, and its data, to be filled. */
    String other(int number) {
        return address(others, number);
    }

    DatasetGraph otherData(int number) {
        return otherData.get(number);
    }

    /** Lets queries see this from now on. */
    void serve(DatasetGraph dataset) {
        data.run = new ForeignRun(dataset, data.services);
    }

    String endpoint() {
        return server.address() + "sparql";
    }

    /** Posts a query. */
    HttpResponse<byte[]> ask(byte[] query, String accept) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(endpoint()))
                .header("Content-Type", "application/sparql-query")
                .header("Accept", accept)
                .POST(BodyPublishers.ofByteArray(query)));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** What an answer says that was not to come: its status and the cause of the refusal. */
    static String told(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        String cause = body.replaceFirst("(?s).*?\"cause\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\".*", "$1");
        return response.statusCode() + ": " + cause.lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        server.close();
        others.stop();
    }

    /** Runs queries over whatever a test has laid there. */
    private static final class SwitchedData implements ForeignQueries {
        private final Services services;
        private volatile ForeignRun run;

        SwitchedData(Services services) {
            this.services = services;
            this.run = new ForeignRun(DatasetGraphFactory.create(), services);
        }

        @Override
        public WrittenAnswer answer(ForeignQuery query) throws IOException, Refusal {
            return run.answer(query);
        }

        @Override
        public Services services() {
            return services;
        }
    }
}
