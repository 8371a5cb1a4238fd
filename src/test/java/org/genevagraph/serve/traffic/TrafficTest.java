package org.genevagraph.serve.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.genevagraph.Alone;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.foreign.ForeignQueries;
import org.genevagraph.query.foreign.ForeignQuery;
import org.genevagraph.query.foreign.ForeignRun;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.AdminServer;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slow, many and greedy clients hold no thread, and stopping cuts no answer. */
@Alone
class TrafficTest {
    private static final int MANY = 100;
    private static final String LARGE = "/sparql?query=" + Http.encoded("SELECT * { ?x ?y ?z }");

    private final List<Socket> sockets = new ArrayList<>();
    private SnapshotServer server;

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    private Http start(TrafficLimits limits) throws IOException, ProblemException {
        Snapshot snapshot = Mini.realSnapshot();
        return start(limits, new ForeignRun(snapshot.dataset()));
    }

    private Http start(TrafficLimits limits, ForeignQueries foreign) throws IOException, ProblemException {
        server = SnapshotServer.start(
                Served.of(Mini.realSnapshot(), Mini.queries(), Limits.STANDARD, foreign), "127.0.0.1", 0, limits);
        return new Http(server.address());
    }

    @Test
    void slowBodiesHoldNoThreadAndEnd() throws IOException, ProblemException {
        Http http = start(TrafficLimits.STANDARD.withDeadlines(Duration.ofSeconds(60), Duration.ofSeconds(5)));
        for (int i = 0; i < MANY; i++) {
            send(
                    "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 50\r\n\r\nASK");
        }
        assertAlive(http);
        for (Socket socket : sockets) {
            assertEquals("HTTP/1.1 408 Request Timeout", line(socket));
        }
    }

    @Test
    void headersThatComeByteByByteEnd() throws IOException, ProblemException, InterruptedException {
        Http http = start(TrafficLimits.STANDARD.withDeadlines(Duration.ofSeconds(1), Duration.ofSeconds(5)));
        Socket socket = send("GET / HTTP/1.1\r\nHost: x\r\n");
        boolean open = true;
        for (int i = 0; open && i < 600; i++) {
            Thread.sleep(50);
            try {
                socket.getOutputStream().write("X".getBytes(StandardCharsets.US_ASCII));
                open = socket.getInputStream().available() == 0 && isOpen(socket);
            } catch (IOException e) {
                open = false;
            }
        }
        assertTrue(!open, "the connection is still open");
        assertAlive(http);
    }

    private static boolean isOpen(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    @Test
    void slowReadersHoldNoThreadAndGetTheWholeAnswer() throws IOException, ProblemException {
        String whole = "x,y\r\n".repeat(1 << 17);
        Http http = start(TrafficLimits.STANDARD, query -> {
            WrittenAnswer.Body body = new WrittenAnswer.Body();
            body.write(whole.getBytes(StandardCharsets.US_ASCII));
            return body.answer(AnswerFormat.CSV);
        });
        for (int i = 0; i < 70; i++) {
            send("GET " + LARGE + " HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\nConnection: close\r\n\r\n");
        }
        // Of each the answer has begun.
        for (Socket socket : sockets) {
            assertEquals("HTTP/1.1 200 OK", line(socket));
        }
        assertAlive(http);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        sockets.get(40).getInputStream().transferTo(read);
        String text = read.toString(StandardCharsets.UTF_8);
        // Not as strings: a difference would be printed.
        assertTrue(
                text.substring(text.indexOf("\r\n\r\n") + "\r\n\r\n".length()).equals(whole));
    }

    @Test
    void whoAsksTooOftenIsToldSo() throws IOException, ProblemException {
        Http http = start(TrafficLimits.STANDARD.withClient(100, 1, 5));
        List<HttpResponse<String>> answers =
                IntStream.range(0, 30).mapToObj(i -> http.get("/health")).toList();
        assertTrue(answers.stream().limit(5).allMatch(answer -> answer.statusCode() == 200));
        HttpResponse<String> refused = answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();
        RealServer.problem(refused, 429);
        assertEquals("1", RealServer.header(refused, "Retry-After"));
    }

    @Test
    void whoOpensTooManyConnectionsGetsNoMore() throws IOException, ProblemException {
        start(TrafficLimits.STANDARD.withClient(3, 1_000, 1_000));
        int answered = 0;
        for (int i = 0; i < 10; i++) {
            try {
                if ("HTTP/1.1 200 OK".equals(line(send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")))) {
                    answered++;
                }
            } catch (IOException e) {
                // It was closed at once.
            }
        }
        assertEquals(3, answered);
        for (Socket socket : sockets) {
            socket.close();
        }
        String line = null;
        for (int i = 0; line == null && i < 1_000; i++) {
            try {
                line = line(send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n"));
            } catch (IOException e) {
                // The server has not yet seen that they are closed.
            }
        }
        assertEquals("HTTP/1.1 200 OK", line);
    }

    @Test
    void healthIsToldOnAPortOfItsOwnToo() throws IOException, ProblemException {
        Http http = start(TrafficLimits.STANDARD);
        try (AdminServer admin = server.admin(0)) {
            Http asked = new Http(admin.address());
            for (String path : List.of("/health", "/health/live", "/health/ready")) {
                assertEquals(200, asked.get(path).statusCode(), path);
                assertEquals(200, http.get(path).statusCode(), path);
                assertTrue(asked.get(path)
                        .body()
                        .contains(server.served().snapshot().version()));
            }
            assertEquals(404, asked.get("/sparql").statusCode());
            server.close();
            assertEquals(503, asked.get("/health/ready").statusCode());
            assertEquals(200, asked.get("/health/live").statusCode());
        }
    }

    /** Answers when it is let, and refuses what still waits when the server stops. */
    private static final class Held implements ForeignQueries {
        final ForeignQueries inner = new ForeignRun(Mini.realSnapshot().dataset());
        final CountDownLatch inside = new CountDownLatch(4);
        final CountDownLatch stopping = new CountDownLatch(1);

        @Override
        public WrittenAnswer answer(ForeignQuery query) throws IOException, Refusal {
            inside.countDown();
            try {
                stopping.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (query.text().contains("refused")) {
                throw new Refusal(Refusal.Reason.BUSY, "the server stops", "ask again when it is back");
            }
            return inner.answer(query);
        }

        @Override
        public void stop(Duration grace) {
            // Later than any connection is left in peace by itself.
            CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS).execute(stopping::countDown);
        }
    }

    @Test
    void stoppingCutsNoAnswer() throws IOException, ProblemException, InterruptedException {
        Held held = new Held();
        Http http = start(TrafficLimits.STANDARD, held);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (String query : List.of("", "", "", " # refused")) {
            String text = "SELECT * { ?s a ?type } LIMIT 5000" + query;
            asked.add(CompletableFuture.supplyAsync(() -> http.sparql(text, "Accept", "text/csv"), clients));
        }
        held.inside.await();
        server.close();
        List<HttpResponse<String>> answers =
                asked.stream().map(CompletableFuture::join).toList();
        clients.shutdown();
        assertEquals(
                List.of(200, 200, 200, 503),
                answers.stream().map(HttpResponse::statusCode).toList());
        assertEquals(
                List.of(5_001L, 5_001L, 5_001L),
                answers.stream()
                        .limit(3)
                        .map(answer -> answer.body().lines().count())
                        .toList());
        RealServer.problem(answers.get(3), 503);
    }

    private static void assertAlive(Http http) {
        assertEquals(200, http.get("/health").statusCode());
        assertEquals(200, http.get("/queries/partners.csv?organisation=gcsp").statusCode());
        assertEquals(200, http.get("/id/organisation/gcsp").statusCode());
    }

    private Socket send(String text) throws IOException {
        URI address = URI.create(server.address());
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(16 << 10);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The first line that comes, byte by byte, so that nothing more is read. */
    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c != '\r';
                c = socket.getInputStream().read()) {
            if (c < 0) {
                return null;
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
