package org.genevagraph.serve.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server on one's own machine with texts that belong to others: no page elsewhere reads them, be it under a name that leads here. */
class OwnTextsTest {
    private static final List<String> ADDRESSES = List.of(
            "/",
            "/id/passage/alpha/2",
            "/id/passage/alpha/2.ttl",
            "/search?q=talks",
            "/sparql?query=ASK%7B%7D",
            "/sparql",
            "/queries/why.csv?subject=alpha",
            "/queries",
            "/graph/texts",
            "/dump/geneva-graph.nq.gz",
            "/openapi.json",
            "/docs",
            "/assets/style.css",
            "/nowhere");

    private static SnapshotServer server;

    @BeforeAll
    static void start() throws IOException, ProblemException {
        var snapshot = new SnapshotBuilder(Inputs.read(Mini.HOME, Mini.DATA, Optional.of(Texts.MADE_UP)), Progress.NONE)
                .build();
        server = SnapshotServer.start(Served.of(snapshot, Mini.queries(), Limits.STANDARD), "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The head of the answer to a request with any header. */
    private static String head(String path, String... headers) throws IOException {
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            String request =
                    "GET " + path + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.substring(0, answer.indexOf("\r\n\r\n"));
        }
    }

    private static int status(String head) {
        return Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:3030", "127.0.0.1.evil.example", "localhost.evil.example"})
    void aForeignNameIsAnsweredNowhere(String host) throws IOException {
        for (String path : ADDRESSES) {
            assertEquals(421, status(head(path, "Host: " + host)), path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://127.0.0.1.evil.example",
                "null",
                "http://localhost.evil.example:3030"
            })
    void aForeignPageIsAnsweredNowhere(String origin) throws IOException {
        for (String path : ADDRESSES) {
            String head = head(path, "Host: 127.0.0.1", "Origin: " + origin);
            assertEquals(403, status(head), path);
            assertFalse(head.contains("Access-Control-Allow-Origin"), head);
        }
    }

    @Test
    void ownPagesAndProgramsAre() throws IOException {
        String own = server.address().replaceFirst("/$", "");
        for (String path : ADDRESSES) {
            for (String[] headers :
                    List.of(new String[] {"Host: 127.0.0.1"}, new String[] {"Host: localhost:3030"}, new String[] {
                        "Host: " + own.substring("http://".length()), "Origin: " + own
                    })) {
                String head = head(path, headers);
                assertTrue(status(head) == 200 || path.equals("/nowhere"), path + " " + head);
                assertTrue(head.contains("Cross-Origin-Resource-Policy: same-origin"), path + " " + head);
                assertFalse(head.contains("Access-Control-Allow-Origin: *"), path + " " + head);
            }
        }
    }

    @Test
    void howItIsMayEverybodyAsk() throws IOException {
        assertEquals(200, status(head("/health", "Host: evil.example", "Origin: https://evil.example")));
    }
}
