package org.genevagraph.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.KeptAnswers;
import org.genevagraph.serve.http.Served;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long a browser waits for the first byte of a page, over HTTP on the same machine, with the full data, in milliseconds: {@code mvn
 * -Pbenchmark -Dbenchmark=PageBenchmark test-compile exec:exec}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PageBenchmark {
    /** The path of the page. */
    @Param({
        "/",
        "/queries",
        "/id/organisation/gcsp",
        "/id/organisation/geneva-graduate-institute",
        "/id/issue/capacity-development",
        "/id/document/tunis-agenda",
        "/id/passage/tunis-agenda/72",
        "/id/organisation",
        "/network",
        "/matrix",
        "/map",
        "/ontology",
        "/docs/coverage"
    })
    public String path;

    private final HttpClient client = HttpClient.newHttpClient();
    private SnapshotServer server;
    private HttpRequest request;

    /** Starts a server. */
    @Setup
    public void start() throws IOException, ProblemException {
        server = SnapshotServer.start(
                Served.of(Mini.realSnapshot(), Mini.queries(), Limits.STANDARD).with(new KeptAnswers(0)),
                "127.0.0.1",
                0);
        request = HttpRequest.newBuilder(URI.create(server.address() + path.substring(1)))
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip")
                .build();
    }

    /** Stops it. */
    @TearDown
    public void stop() {
        server.close();
    }

    /** Asks for the page and waits for its first byte; the rest is read and thrown away, so that the connection can be used again. */
    @Benchmark
    public int firstByte() throws IOException, InterruptedException {
        try (InputStream body =
                client.send(request, BodyHandlers.ofInputStream()).body()) {
            int first = body.read();
            body.readAllBytes();
            return first;
        }
    }

    /** Runs it for every page. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(PageBenchmark.class.getSimpleName())
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(2)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
    }
}
