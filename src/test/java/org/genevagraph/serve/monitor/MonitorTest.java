package org.genevagraph.serve.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.Alone;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryListener;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.foreign.ForeignRun;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.AdminServer;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.KeptAnswers;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.place.Base;
import org.genevagraph.serve.place.Placement;
import org.genevagraph.serve.place.Proxies;
import org.genevagraph.serve.traffic.TrafficLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator sees of a server, over HTTP: the access log, the log of slow queries, and the numbers for Prometheus. */
@Alone
class MonitorTest {
    private static final BlockingQueue<String> ACCESS = new LinkedBlockingQueue<>();
    private static final BlockingQueue<String> SLOW = new LinkedBlockingQueue<>();

    private static SnapshotServer server;
    private static Http http;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException, ProblemException {
        server = serve(Placement.LOCAL, Addresses.truncated);
        http = new Http(server.address());
    }

    private static SnapshotServer serve(Placement placement, Addresses addresses) throws IOException, ProblemException {
        Monitor monitor = new Monitor(
                Optional.of(new AccessLog(JsonLines.to(ACCESS::add), addresses, Clock.systemUTC())),
                Optional.of(new SlowQueries(JsonLines.to(SLOW::add), Duration.ZERO, Clock.systemUTC())));
        var snapshot = Mini.snapshot();
        Served served = Served.of(
                        new QueryRunner(snapshot, Limits.STANDARD, Optional.empty(), monitor),
                        Mini.queries(),
                        new ListenedQueries(new ForeignRun(snapshot.dataset()), monitor))
                // Each is asked and counted anew.
                .with(new KeptAnswers(0));
        return SnapshotServer.start(served, "127.0.0.1", 0, TrafficLimits.STANDARD, placement, monitor, false);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        ACCESS.clear();
        SLOW.clear();
    }

    /** The next line of a log, which may come a moment after the answer. */
    private static JsonObject next(BlockingQueue<String> log) throws InterruptedException {
        String line = log.poll(20, TimeUnit.SECONDS);
        assertNotNull(line, "no line came");
        assertTrue(line.chars().allMatch(c -> c >= 0x20 && c <= 0x7e), line);
        return JSON.parse(line);
    }

    private static int number(JsonObject line, String name) {
        return line.get(name).getAsNumber().value().intValue();
    }

    @Test
    void everyAnswerIsALineOfTheAccessLog() throws InterruptedException {
        HttpResponse<String> page = http.get("/queries/partners.csv?organisation=alpha", "User-Agent", "a test");
        JsonObject line = next(ACCESS);
        assertEquals("127.0.0.0", line.getString("client"));
        assertEquals("GET", line.getString("method"));
        assertEquals("/queries/partners.csv", line.getString("path"));
        assertEquals("organisation=alpha", line.getString("query"));
        assertEquals(200, number(line, "status"));
        assertEquals(page.body().getBytes(StandardCharsets.UTF_8).length, number(line, "bytes"));
        assertEquals("a test", line.getString("agent"));
        assertTrue(line.getString("time").matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"), line.toString());
        for (String missing : List.of("/nothing", "/queries/nothing", "/id/organisation/nobody")) {
            http.get(missing);
            line = next(ACCESS);
            assertEquals(missing, line.getString("path"));
            assertEquals(404, number(line, "status"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /a%0A%0D%1B[31m?b=%E2%80%AE%22%7D HTTP/1.1 | x",
                "GET /b?\"},{\" HTTP/1.1 | x",
                "GET /c HTTP/1.1 | \u202e\u0085\"},{\"status\":200",
                "G\u00e9T /d HTTP/1.1 | x",
                "GET /e HTTP/9.9 | x",
                "nonsense | x"
            })
    void whatClientsSendBreaksNoLine(String request, String agent) throws IOException, InterruptedException {
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            String head = request + "\r\nHost: x\r\nUser-Agent: " + agent + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readAllBytes();
        }
        JsonObject line = next(ACCESS);
        assertTrue(number(line, "status") >= 400, line.toString());
        assertEquals(10, line.keySet().size());
        assertEquals(List.of(), List.copyOf(ACCESS));
    }

    @ParameterizedTest
    @CsvSource({
        "truncated, 198.51.100.77, 198.51.100.0",
        "truncated, '2001:db8:1:2:3::4', '2001:db8:1:0:0:0:0:0'",
        "whole, 198.51.100.77, 198.51.100.77",
        "none, 198.51.100.77, ''"
    })
    void addressesAreTruncatedUnlessTheOperatorWantsThem(Addresses how, String client, String told)
            throws IOException, ProblemException, InterruptedException {
        Placement placement = new Placement(Optional.empty(), Proxies.parse(List.of("127.0.0.1")), Set.of());
        try (SnapshotServer behind = serve(placement, how)) {
            new Http(behind.address()).get("/health", "X-Forwarded-For", client);
            assertEquals(told, next(ACCESS).getString("client"));
        }
    }

    @Test
    void slowQueriesAreWrittenDownWithTextAndOutcome() throws InterruptedException {
        http.sparql("SELECT * { ?s ?p \"caf\u00e9\" }");
        JsonObject strange = next(SLOW);
        assertEquals("sparql", strange.getString("query"));
        assertEquals("answered", strange.getString("outcome"));
        assertEquals("SELECT * { ?s ?p \"caf\u00e9\" }", strange.getString("text"));
        http.sparql("SELECT nonsense");
        JsonObject refused = next(SLOW);
        assertEquals("bad_request", refused.getString("outcome"));
        assertFalse(refused.getString("why").isEmpty());
        http.get("/queries/partners.csv?organisation=alpha&scope=involved");
        JsonObject canned = next(SLOW);
        assertEquals("partners", canned.getString("query"));
        assertTrue(canned.getString("text").contains("organisation=alpha"), canned.toString());
        for (int i = 0; i < 3; i++) {
            // Otherwise the next test may see them.
            next(ACCESS);
        }
    }

    @Test
    void quickQueriesAreNot() {
        try (Monitor patient = new Monitor(
                Optional.empty(),
                Optional.of(new SlowQueries(JsonLines.to(SLOW::add), Duration.ofSeconds(1), Clock.systemUTC())))) {
            var asked = new QueryListener.Asked("partners", () -> "");
            patient.ended(asked, Duration.ofMillis(999), null);
            assertEquals(0, SLOW.size());
            patient.ended(asked, Duration.ofSeconds(1), new Refusal(Refusal.Reason.OVER_LIMIT, "late", ""));
            assertEquals("over_limit", JSON.parse(SLOW.remove()).getString("outcome"));
        }
    }

    @Test
    void aLogInAFileIsAddedTo() throws IOException {
        Path file = folder.resolve("access.log");
        for (int run = 0; run < 2; run++) {
            try (Monitor monitor = new Monitor(
                    Optional.empty(),
                    Optional.of(
                            new SlowQueries(JsonLines.file(file.toString(), 31), Duration.ZERO, Clock.systemUTC())))) {
                monitor.ended(new QueryListener.Asked("partners", () -> "a=b"), Duration.ZERO, null);
            }
        }
        assertEquals(2, Files.readAllLines(file).size());
    }

    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{((?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\",?)+)})? (?:[-+]?[0-9.eE+-]+|NaN|[+-]Inf)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"([^\"]*)\"");

    /** What {@code promtool check metrics} looks at, and the labels of each family. */
    private static Map<String, Set<String>> checked(String text) {
        Map<String, String> types = new HashMap<>();
        Map<String, Set<String>> labels = new HashMap<>();
        Set<String> helped = new HashSet<>();
        Set<String> series = new HashSet<>();
        assertTrue(text.endsWith("\n"));
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# HELP ")) {
                assertTrue(helped.add(words[2]), line);
                assertFalse(words[3].isBlank(), line);
            } else if (line.startsWith("# TYPE ")) {
                assertEquals(null, types.put(words[2], words[3]), line);
            } else {
                Matcher sample = SAMPLE.matcher(line);
                assertTrue(sample.matches(), line);
                String name = sample.group(1);
                String family = types.containsKey(name) ? name : name.replaceFirst("_(bucket|sum|count|max)$", "");
                assertTrue(types.containsKey(family) && helped.contains(family), line);
                assertTrue(series.add(line.replaceFirst(" [^ ]*$", "")), "twice: " + line);
                assertEquals(types.get(family).equals("counter"), family.endsWith("_total"), line);
                assertFalse(family.matches(".*_(milliseconds|ms|minutes|kb|mb)(_.*)?"), line);
                Matcher label = LABEL.matcher(String.valueOf(sample.group(2)));
                while (label.find()) {
                    if (!label.group(1).equals("le")) {
                        labels.computeIfAbsent(name + " " + label.group(1), any -> new HashSet<>())
                                .add(label.group(2));
                    }
                }
            }
        }
        assertEquals(types.keySet(), helped);
        return labels;
    }

    private static String metrics(SnapshotServer of) throws IOException {
        try (AdminServer admin = of.admin(0)) {
            HttpResponse<String> told = new Http(admin.address()).get("/metrics");
            assertEquals(200, told.statusCode());
            assertEquals(
                    "text/plain; version=0.0.4; charset=utf-8",
                    told.headers().firstValue("Content-Type").orElse(""));
            return told.body();
        }
    }

    private static double value(String text, String series) {
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    @Test
    void numbersAreInTheFormOfPrometheusAndCountWhatHappened() throws IOException, InterruptedException {
        String before = metrics(server);
        http.get("/id/organisation/alpha");
        http.get("/id/organisation/alpha.ttl");
        http.get("/queries/initiatives.csv?organisation=alpha");
        http.sparql("ASK {}");
        http.sparql("ASK");
        for (int i = 0; i < 5; i++) {
            next(ACCESS);
        }
        String after = metrics(server);
        checked(after);
        Map<String, Integer> more = Map.of(
                "geneva_http_requests_seconds_count{route=\"id\",status=\"2xx\"}", 2,
                "geneva_http_requests_seconds_count{route=\"sparql\",status=\"2xx\"}", 1,
                "geneva_http_requests_seconds_count{route=\"sparql\",status=\"4xx\"}", 1,
                "geneva_http_responses_total{status=\"200\"}", 4,
                "geneva_http_responses_total{status=\"400\"}", 1,
                "geneva_queries_seconds_count{outcome=\"answered\",query=\"initiatives\"}", 1,
                "geneva_queries_seconds_count{outcome=\"answered\",query=\"sparql\"}", 1,
                "geneva_queries_seconds_count{outcome=\"bad_request\",query=\"sparql\"}", 1);
        more.forEach((series, count) ->
                assertEquals((double) count, value(after, series) - value(before, series), 0, series));
        assertTrue(value(after, "geneva_http_sent_bytes_total") > value(before, "geneva_http_sent_bytes_total"));
        assertEquals((double) server.served().snapshot().triples(), value(after, "geneva_graph_triples"));
        assertEquals(0, value(after, "geneva_stale"));
        assertTrue(after.contains("jvm_memory_used_bytes{") && after.contains("process_uptime_seconds"), after);
    }

    @Test
    void clientsCannotMakeMoreLabels() throws IOException, InterruptedException {
        for (int i = 0; i < 60; i++) {
            for (String path :
                    List.of("/x" + i, "/id/organisation/x" + i, "/queries/x" + i + "?a=" + i, "/search?q=x" + i)) {
                http.method(i % 2 == 0 ? "GET" : "X" + i, path, "User-Agent", "x" + i);
                next(ACCESS);
            }
        }
        String text = metrics(server);
        for (Map.Entry<String, Set<String>> label : checked(text).entrySet()) {
            assertTrue(label.getValue().size() <= 45, label.toString());
            assertTrue(label.getValue().stream().noneMatch(value -> value.matches("[xX]\\d+")), label.toString());
        }
    }

    @Test
    void strangersDoNotSeeTheNumbers() throws IOException, ProblemException, InterruptedException {
        assertEquals(200, http.get("/metrics").statusCode());
        HttpResponse<String> open =
                http.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");
        assertTrue(open.body().endsWith("# EOF\n"));
        assertTrue(open.headers().firstValue("Content-Type").orElse("").startsWith("application/openmetrics-text"));
        Placement placed = new Placement(Optional.of(Base.parse("https://example.org")), Proxies.NONE, Set.of());
        try (SnapshotServer below = serve(placed, Addresses.none)) {
            RealServer.problem(new Http(below.address()).get("/metrics"), 403);
            assertTrue(metrics(below).contains("geneva_build_info"));
        }
        assertFalse(placed.isPrivate("127.0.0.1"));
        assertFalse(Placement.LOCAL.isPrivate("0.0.0.0"));
        assertTrue(Placement.LOCAL.isPrivate("::1"));
    }
}
