package org.genevagraph.serve.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.genevagraph.Alone;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client library would send, over sockets: each kind at each kind of address is refused in the form of this project. */
@Alone
class MalformedRequestsTest extends RealServer {
    /** Names of classes, of libraries, and lines of stack traces. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(?:java|javax|jakarta|org|com|io)\\.[a-z]+\\.|Exception|stackTrace|(?m)^\\s*at [a-z]|Powered|Jetty|Fuseki|Jena");

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    /** A kind of fault: the status that tells it, and the request, in which {@code PATH} is the address and {@code ACCEPT} what is wanted. */
    private record Kind(int status, String request) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(405, "TRACE PATH HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(405, "FOO PATH HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(405, "get PATH HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(403, "PUT PATH HTTP/1.1\r\nHost: a\r\nACCEPTContent-Length: 1\r\n\r\nx"),
            new Kind(403, "DELETE PATH HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(505, "GET PATH HTTP/9.9\r\nHost: a\r\nACCEPT"),
            new Kind(400, "GET PATH HTTP/1.1\r\nACCEPT"),
            new Kind(400, "GET PATH HTTP/1.1\r\nHost: a\r\nHost: b\r\nACCEPT"),
            new Kind(400, "GET PATH HTTP/1.1\r\nHost: a b\r\nACCEPT"),
            new Kind(400, "GET PATH HTTP/1.1\r\nHost: a\r\nACCEPTno colon\r\n"),
            new Kind(400, "GET PATH HTTP/1.1\r\nHost: a\r\nACCEPTX: a\u0000b\r\n"),
            new Kind(400, "GET PATH HTTP/1.1\r\nHost: a\r\nACCEPTX Y: a\r\n"),
            new Kind(400, "GET PATH HTTP/1.1\r\nHost: a\r\nACCEPTX: a\r\n folded\r\n"),
            new Kind(400, "GET PATH%zz HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(400, "GET PATH%ff%fe HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(400, "GET PATH%00 HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(400, "GET PATH/../../../../../etc HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(400, "GET //evil.example/ HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(406, "GET PATH?lang=zz HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(400, "GET PATH?lang=%ff HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(400, "GET PATH?lang=%zz HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(400, "GET PATH?x=\u00ff\u00fe HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(414, "GET PATH?x=LONG HTTP/1.1\r\nHost: a\r\nACCEPT"),
            new Kind(431, "GET PATH HTTP/1.1\r\nHost: a\r\nACCEPTX: LONG\r\n"),
            new Kind(417, "GET PATH HTTP/1.1\r\nHost: a\r\nACCEPTExpect: wonders\r\n"),
            new Kind(400, "POST PATH HTTP/1.1\r\nHost: a\r\nACCEPT" + FORM + "Content-Length: abc\r\n\r\nx=y"),
            new Kind(400, "POST PATH HTTP/1.1\r\nHost: a\r\nACCEPT" + FORM + "Content-Length: -1\r\n\r\nx=y"),
            new Kind(
                    400,
                    "POST PATH HTTP/1.1\r\nHost: a\r\nACCEPT" + FORM
                            + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nx=y"),
            new Kind(
                    400,
                    "POST PATH HTTP/1.1\r\nHost: a\r\nACCEPT" + FORM
                            + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nx=y"),
            new Kind(
                    400,
                    "POST PATH HTTP/1.1\r\nHost: a\r\nACCEPT" + FORM
                            + "Transfer-Encoding: chunked\r\n\r\nzz\r\nx=y\r\n"),
            new Kind(400, "POST PATH HTTP/1.1\r\nHost: a\r\nACCEPT" + FORM + "Content-Length: 3\r\n\r\nx="),
            new Kind(
                    400,
                    "POST PATH HTTP/1.1\r\nHost: a\r\nACCEPTContent-Type: application/x-www-form-urlencoded; charset=utf-7\r\n"
                            + "Content-Length: 3\r\n\r\nx=y"),
            new Kind(413, "POST PATH HTTP/1.1\r\nHost: a\r\nACCEPT" + FORM + "Content-Length: 99999999\r\n\r\n"),
            new Kind(
                    415,
                    "POST PATH HTTP/1.1\r\nHost: a\r\nACCEPTContent-Type: image/png\r\nContent-Length: 3\r\n\r\nx=y"),
            new Kind(
                    415,
                    "POST PATH HTTP/1.1\r\nHost: a\r\nACCEPT" + FORM
                            + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nx=y"),
            new Kind(
                    415,
                    "POST PATH HTTP/1.1\r\nHost: a\r\nACCEPT" + FORM
                            + "Transfer-Encoding: gzip, chunked\r\n\r\n3\r\nx=y\r\n0\r\n\r\n"));

    private static final Set<Integer> UNREAD = Set.of(400, 414, 431, 505);
    private static final String LONG = "a".repeat(200_000);

    /** What came back over a socket. */
    private record Raw(int status, Map<String, String> headers, String body, String all) {
        static Raw of(String text) {
            int end = text.indexOf("\r\n\r\n");
            assertTrue(end > 0 && text.startsWith("HTTP/1.1 "), text);
            String[] lines = text.substring(0, end).split("\r\n", -1);
            Map<String, String> headers = new TreeMap<>();
            for (int i = 1; i < lines.length; i++) {
                String[] header = lines[i].split(":", 2);
                headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
            }
            return new Raw(Integer.parseInt(lines[0].split(" ", 3)[1]), headers, text.substring(end + 4), text);
        }
    }

    private static Raw send(String request) throws IOException {
        URI address = URI.create(server.address());
        String head = request.contains("\r\n\r\n") ? request : request + "\r\n";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            try {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
            } catch (IOException e) {
                // It is refused before it has come whole; the answer is there all the same.
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            byte[] chunk = new byte[1 << 14];
            try {
                for (int read = socket.getInputStream().read(chunk); read > 0; ) {
                    answer.write(chunk, 0, read);
                    read = socket.getInputStream().read(chunk);
                }
            } catch (IOException e) {
                assertTrue(answer.size() > 0, "no answer: " + e.getMessage());
            }
            return Raw.of(answer.toString(StandardCharsets.UTF_8));
        }
    }

    /** Everything that shows anything of the inside, or is in no form of ours. */
    private static List<String> faults(Raw answer, int status, String type) {
        List<String> faults = new ArrayList<>();
        if (answer.status() != status) {
            faults.add("is " + answer.status() + ", not " + status);
        }
        String given = answer.headers().getOrDefault("content-type", "").replaceFirst(";.*", "");
        // Of a request that cannot be taken apart nobody knows what it accepts.
        boolean unread = UNREAD.contains(answer.status()) && given.equals("application/problem+json");
        if (!given.equals(type) && !unread) {
            faults.add("is " + answer.headers().get("content-type"));
        }
        var inside = INSIDE.matcher(answer.all());
        if (inside.find()) {
            faults.add("tells " + inside.group());
        }
        if (answer.headers().containsKey("server") || answer.headers().containsKey("x-powered-by")) {
            faults.add("tells its software");
        }
        if (status == 405 && !answer.headers().getOrDefault("allow", "").contains("OPTIONS")) {
            faults.add("allows nothing");
        }
        return faults;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sparql",
                "/queries",
                "/queries/partners",
                "/queries/partners.csv",
                "/id",
                "/id/organisation/gcsp",
                "/ontology",
                "/search",
                "/matrix",
                "/network",
                "/map",
                "/docs",
                "/dump",
                "/changes",
                "/reconcile",
                "/openapi.json",
                "/health",
                "/assets/style.css",
                "/nothing/at/all"
            })
    void isRefusedInOurForm(String path) throws IOException {
        List<String> wrong = new ArrayList<>();
        int sent = 0;
        for (Kind kind : KINDS) {
            // Pages for browsers, problem documents for programs.
            boolean browser = sent++ % 2 == 0;
            String accept = "Connection: close\r\nAccept: " + (browser ? "text/html" : "application/json") + "\r\n";
            String request = kind.request()
                    .replace("PATH", path)
                    .replace("ACCEPT", accept)
                    .replace("LONG", LONG);
            Raw answer = send(request);
            // What nobody posts to an address is told before what it is.
            int status = request.contains("image/png") && !takesPosts(path) ? unposted(path) : kind.status();
            faults(answer, status, browser ? "text/html" : "application/problem+json")
                    .forEach(fault -> wrong.add(kind.request() + " " + fault));
        }
        assertTrue(sent > 30);
        assertEquals(List.of(), wrong, path);
    }

    @Test
    void theServerAsAWholeTellsItsMethods() throws IOException {
        Raw answer = send("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n");
        assertEquals(204, answer.status());
        assertEquals("GET, HEAD, POST, OPTIONS", answer.headers().get("allow"));
    }

    private static boolean takesPosts(String path) throws IOException {
        return send("OPTIONS " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n")
                .headers()
                .getOrDefault("allow", "")
                .contains("POST");
    }

    private static int unposted(String path) throws IOException {
        boolean isThere = send("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n")
                        .status()
                < 400;
        return isThere ? 405 : 404;
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        for (String request :
                List.of("GARBAGE\r\n", "GET\r\n", "\u0016\u0003\u0001\u0000", "GET  HTTP/1.1\r\nHost: a\r\n")) {
            Raw answer = send(request);
            assertTrue(answer.status() == 400 || answer.status() == 505, answer.all());
            assertEquals(List.of(), faults(answer, answer.status(), "application/problem+json"), answer.all());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queries/", "/QUERIES", "/%71ueries", "/sparql/", "/Reconcile", "/DUMP/"})
    void whatIsPostedElsewhereIsSentOn(String path) throws IOException {
        String head = " " + path + "?x=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
        Raw asked = send("GET" + head);
        assertEquals(301, asked.status(), asked.all());
        assertTrue(asked.headers().get("location").matches("/[a-z][a-z/]*\\?x=1"), asked.all());
        Raw posted = send("POST" + head + FORM + "Content-Length: 3\r\n\r\na=b");
        assertEquals(308, posted.status(), posted.all());
        assertEquals(asked.headers().get("location"), posted.headers().get("location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "/\\evil.example/", "/%2fevil.example/", "/%5cevil.example/", "///x/"})
    void noRedirectLeadsAway(String path) throws IOException {
        Raw answer = send("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n");
        assertEquals(400, answer.status(), answer.all());
        assertFalse(answer.headers().containsKey("location"), answer.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q=",
                "/map?objective=",
                "/matrix?objective=",
                "/network?organisation=",
                "/queries/partners?organisation=",
                "/queries/partners.csv?organisation=",
                "/queries/why.json?subject=",
                "/queries?q=",
                "/id/organisation/",
                "/id/",
                "/ontology/",
                "/docs/",
                "/dump/",
                "/changes/",
                "/assets/",
                "/reconcile?query=",
                "/reconcile/suggest/entity?prefix=",
                "/sparql?query=",
                "/sparql?example=",
                "/nothing?x=",
                "/"
            })
    void aValueOfTenKilobytesIsToldShortly(String address) throws IOException {
        for (String accept : List.of("text/html", "application/json")) {
            Raw answer = send("GET " + address + "q".repeat(10_000)
                    + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept: " + accept + "\r\n");
            assertTrue(answer.status() < 500, beginning(answer));
            assertFalse(INSIDE.matcher(answer.all()).find(), beginning(answer));
            if (answer.status() >= 400) {
                assertTrue(
                        answer.headers()
                                .get("content-type")
                                .startsWith(accept.equals("text/html") ? accept : "application/problem+json"),
                        beginning(answer));
                // A form shows the value again, so that it can be shortened.
                assertTrue(
                        answer.body().contains("<form class=\"ask")
                                || !answer.body().contains("q".repeat(1000)),
                        beginning(answer));
            }
        }
    }

    private static String beginning(Raw answer) {
        return answer.all().substring(0, Math.min(1500, answer.all().length()));
    }
}
