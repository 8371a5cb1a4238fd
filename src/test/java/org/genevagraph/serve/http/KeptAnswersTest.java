package org.genevagraph.serve.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryListener;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.foreign.ForeignRun;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.snapshot.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was answered once is answered again as it was, and to nobody else: two servers of one graph, of which one keeps and one does not. */
class KeptAnswersTest {
    private static final long MEGABYTE = 1 << 20;
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final Snapshot SNAPSHOT = Mini.snapshot();
    private static KeptAnswers kept;
    private static SnapshotServer keeping;
    private static SnapshotServer plain;
    private static Http keeper;
    private static Http other;

    /** Requests that differ from each other in one thing at least. */
    private static final List<List<String>> REQUESTS = List.of(
            List.of("/"),
            List.of("/", "Accept", "text/html"),
            List.of("/", "Accept", "text/html", "Accept-Language", "fr"),
            List.of("/?lang=fr", "Accept", "text/html"),
            List.of("/queries", "Accept", "text/html"),
            List.of("/queries", "Accept", "application/json"),
            List.of("/queries/most-connected"),
            List.of("/queries/most-connected", "Accept", "text/csv"),
            List.of("/queries/most-connected", "Accept", "text/html"),
            List.of("/queries/most-connected.csv"),
            List.of("/queries/most-connected.csv?limit=1"),
            List.of("/queries/most-connected.json"),
            List.of("/queries/most-connected.html"),
            List.of("/queries/most-connected.html", "Accept-Language", "fr"),
            List.of("/queries/partners.csv?organisation=alpha"),
            List.of("/queries/partners.csv?organisation=beta"),
            List.of("/queries/partners.csv?organisation=beta&scope=involved"),
            List.of("/queries/partners.csv?organisation=nobody"),
            List.of("/queries/partners.rq"),
            List.of("/id/organisation/alpha", "Accept", "text/html"),
            List.of("/id/organisation/alpha", "Accept", "text/turtle"),
            List.of("/id/organisation/alpha.ttl"),
            List.of("/network", "Accept", "text/html"),
            List.of("/matrix", "Accept", "text/html"),
            List.of("/search?q=alpha", "Accept", "text/html"),
            List.of("/search?q=alpha", "Accept", "application/json"),
            List.of("/openapi.json"),
            List.of("/nothing/here"));

    @BeforeAll
    static void start() throws IOException, ProblemException {
        kept = new KeptAnswers(8 * MEGABYTE);
        keeping = SnapshotServer.start(served(SNAPSHOT).with(kept), "127.0.0.1", 0);
        plain = SnapshotServer.start(served(SNAPSHOT).with(new KeptAnswers(0)), "127.0.0.1", 0);
        keeper = new Http(keeping.address());
        other = new Http(plain.address());
    }

    @AfterAll
    static void stop() {
        keeping.close();
        plain.close();
    }

    private static Served served(Snapshot snapshot) throws IOException, ProblemException {
        QueryListener counting = new QueryListener() {
            @Override
            public void ended(Asked asked, Duration time, Refusal refusal) {
                ASKED.incrementAndGet();
            }
        };
        return Served.of(
                new QueryRunner(snapshot, Limits.STANDARD, Optional.empty(), counting),
                Mini.queries(),
                new ForeignRun(snapshot.dataset()));
    }

    @Test
    void whatIsKeptIsWhatWouldHaveBeenMade() throws IOException {
        // Twice in turn, so that each kept answer stands among all others.
        for (int round = 0; round < 2; round++) {
            for (List<String> request : REQUESTS) {
                for (String coding : List.of("identity", "gzip", "gzip;q=0, identity")) {
                    List<String> headers = new ArrayList<>(request.subList(1, request.size()));
                    headers.addAll(List.of("Accept-Encoding", coding));
                    HttpResponse<byte[]> one = keeper.bytes(request.get(0), headers.toArray(String[]::new));
                    HttpResponse<byte[]> two = other.bytes(request.get(0), headers.toArray(String[]::new));
                    String which = request + " as " + coding + ", round " + round;
                    assertEquals(two.statusCode(), one.statusCode(), which);
                    assertEquals(headers(two, plain.address()), headers(one, keeping.address()), which);
                    assertEquals(text(two, plain.address()), text(one, keeping.address()), which);
                }
            }
        }
        assertTrue(kept.size() > 10, "kept: " + kept.size());
    }

    /** What stands in each header but for the time and the length of what is compressed; addresses are those of one server. */
    private static Map<String, List<String>> headers(HttpResponse<byte[]> response, String address) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(
                        name,
                        values.stream()
                                .flatMap(value -> Stream.of(value.split(", ", -1)))
                                .map(value -> value.replace(address, "http://here/"))
                                .sorted()
                                .toList()));
        List.of("Date", "Content-Length", "Transfer-Encoding").forEach(headers::remove);
        // The bytes differ where they name the port of their server.
        if (text(response, address).contains("http://here")) {
            headers.remove("ETag");
        }
        return headers;
    }

    private static String text(HttpResponse<byte[]> response, String address) {
        byte[] body = response.body();
        if (response.headers().firstValue("Content-Encoding").isPresent()) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String server = address.substring(0, address.length() - 1);
        return new String(body, StandardCharsets.UTF_8)
                .replace(server, "http://here")
                .replace(server.substring("http://".length()), "here");
    }

    @Test
    void aQueryIsAskedOnceAndErrorsAreNotKept() {
        String path = "/queries/initiatives.csv?organisation=alpha";
        int before = ASKED.get();
        HttpResponse<String> first = keeper.get(path);
        assertEquals(200, first.statusCode(), first::body);
        int after = ASKED.get();
        assertTrue(after > before, "it was asked");
        assertEquals(first.body(), keeper.get(path).body());
        assertEquals(after, ASKED.get(), "it is not asked again");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, keeper.get(path, "If-None-Match", tag).statusCode());
        assertEquals(after, ASKED.get());

        long size = kept.size();
        assertEquals(
                400, keeper.get("/queries/initiatives.csv?organisation=nobody").statusCode());
        assertEquals(404, keeper.get("/queries/no-such-query.csv").statusCode());
        assertEquals(200, keeper.sparql("ASK { ?s ?p ?o }").statusCode());
        assertEquals(size, kept.size());
    }

    @Test
    void browsersThatWordTheSameWishInOtherWaysShareAnAnswer() {
        String path = "/queries/figures.html?subject=alpha";
        HttpResponse<String> first = keeper.get(path, "Accept", "text/html", "Accept-Language", "fr");
        assertEquals(200, first.statusCode(), first::body);
        int asked = ASKED.get();
        for (List<String> other : List.of(
                List.of(path, "TEXT/HTML", "fr"),
                List.of(path, " text/html;q=1.0", "fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5"),
                List.of(path, "text/html;charset=utf-8", "de, fr-FR;q=0.3"),
                List.of(path + "&utm_source=letter&fbclid=x", "text/html", "fr"),
                List.of(path.replace("?", "?_=17&"), "text/html", "FR-be"))) {
            HttpResponse<String> answer =
                    keeper.get(other.get(0), "Accept", other.get(1), "Accept-Language", other.get(2));
            assertEquals(first.body(), answer.body(), other::toString);
            assertEquals(asked, ASKED.get(), other::toString);
        }
        HttpResponse<String> english = keeper.get(path, "Accept", "text/html", "Accept-Language", "de, en;q=0.5");
        assertNotEquals(first.body(), english.body());
        assertTrue(ASKED.get() > asked, "an English page is another one");
    }

    @Test
    void manyWhoAskTheSameAtOnceMakeItBeAskedOnce() {
        int before = ASKED.get();
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> keeper.get("/queries/documents.csv?organisation=alpha&utm_source=many")
                            .body()));
        }
        List<String> bodies =
                answers.stream().map(CompletableFuture::join).distinct().toList();
        assertEquals(1, bodies.size());
        assertEquals(before + 1, ASKED.get());
    }

    @Test
    void memoryIsBounded() throws IOException, ProblemException {
        KeptAnswers few = new KeptAnswers(MEGABYTE / 8);
        try (SnapshotServer server = SnapshotServer.start(served(SNAPSHOT).with(few), "127.0.0.1", 0)) {
            Http http = new Http(server.address());
            for (int i = 0; i < 60; i++) {
                assertEquals(
                        200,
                        http.get("/queries/most-connected.csv?limit=" + (i + 1)).statusCode());
                assertTrue(few.bytes() <= MEGABYTE / 8, "bytes: " + few.bytes());
            }
            assertTrue(few.size() > 0 && few.size() < 60 + 1, "kept: " + few.size());
        }
    }

    @Test
    void anotherGraphHasAnswersOfItsOwn() throws IOException, ProblemException {
        try (SnapshotServer server = SnapshotServer.start(served(SNAPSHOT), "127.0.0.1", 0)) {
            Http http = new Http(server.address());
            HttpResponse<byte[]> first = http.bytes("/queries/most-connected.csv");
            assertArrayEquals(
                    first.body(), http.bytes("/queries/most-connected.csv").body());
            server.publish(served(Mini.realSnapshot()));
            HttpResponse<byte[]> next = http.bytes("/queries/most-connected.csv");
            assertNotEquals(text(first, server.address()), text(next, server.address()));
            assertEquals(
                    Mini.realSnapshot().version(),
                    next.headers().firstValue("X-Graph-Version").orElseThrow());
        }
    }
}
