package org.genevagraph.serve.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.Commands;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.AdminServer;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.monitor.Monitor;
import org.genevagraph.serve.traffic.TrafficLimits;
import org.genevagraph.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers behind a real nginx, by the example file for operators, get a new state one after the other by the script for operators, while
 * clients ask.
 */
class RollingSwapTest {
    private static final Pattern ANSWER =
            Pattern.compile("HTTP/1\\.1 (\\d+) .*?\r\nX-Graph-Version: (\\S+)\r\n.*", Pattern.DOTALL);
    private static final List<String> ASKED = List.of(
            "/", "/id/organisation/delta", "/id/organisation/delta.ttl", "/queries/partners.csv?organisation=alpha");
    private static final String QUERY = "ASK { ?s a ?kind }";

    /** Clients that open a connection for each request, each from an address of its own. */
    private static final int STRANGERS = 6;

    @TempDir
    private Path folder;

    /** A server that can be stopped, and started at the same ports on another state. */
    private static final class Replica implements AutoCloseable {
        private final Placement placement;
        private SnapshotServer server;
        private AdminServer admin;
        private final int port;
        private final int adminPort;

        Replica(Placement placement, Snapshot state) throws IOException, ProblemException {
            this.placement = placement;
            start(state, 0, 0);
            port = URI.create(server.address()).getPort();
            adminPort = URI.create(admin.address()).getPort();
        }

        private void start(Snapshot state, int atPort, int atAdminPort) throws IOException, ProblemException {
            Served served = Served.of(state, Mini.queries(), Limits.STANDARD);
            server = SnapshotServer.start(
                    served, "127.0.0.1", atPort, TrafficLimits.STANDARD, placement, new Monitor(), false);
            admin = server.admin(atAdminPort);
        }

        void start(Snapshot state) throws IOException, ProblemException {
            start(state, port, adminPort);
        }

        @Override
        public void close() {
            server.close();
            admin.close();
        }

        String address() {
            return "127.0.0.1:" + port;
        }

        String adminAddress() {
            return "127.0.0.1:" + adminPort;
        }
    }

    /** Asks one after the other until it is told to stop, and says what it saw that it should not, then the versions in their order. */
    private static final class Client implements Callable<List<String>> {
        private final Asking asking;
        private final CountDownLatch begun;
        private final CountDownLatch end;

        /** Asks once: status and version, with a blank between them. */
        interface Asking {
            String ask(String path) throws IOException, InterruptedException;
        }

        Client(Asking asking, CountDownLatch begun, CountDownLatch end) {
            this.asking = asking;
            this.begun = begun;
            this.end = end;
        }

        @Override
        public List<String> call() throws InterruptedException {
            List<String> seen = new ArrayList<>();
            for (int i = 0; i == 0 || end.getCount() > 0; i++) {
                String answer;
                try {
                    answer = asking.ask(ASKED.get(i % ASKED.size()));
                } catch (IOException e) {
                    answer = e.toString();
                }
                if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(answer)) {
                    seen.add(answer);
                }
                begun.countDown();
            }
            return seen;
        }
    }

    @Test
    void noRequestFailsAndNoClientGoesBack()
            throws IOException, ProblemException, GeneralSecurityException, InterruptedException, ExecutionException {
        Proxy.NGINX.isNeeded();
        Commands.needs("curl is not installed – apt-get install curl", "curl", "--version");
        Snapshot old = Mini.naming(folder, "Old Bank");
        Snapshot fresh = Mini.naming(folder, "Fresh Bank");
        assertNotEquals(old.version(), fresh.version());
        int port = Proxy.freePort();
        Base base = Base.parse("https://localhost:" + port + Proxy.PATH);
        Placement placement = new Placement(Optional.of(base), Proxies.parse(List.of("127.0.0.1")), Set.of());
        Path out = Files.createDirectory(folder.resolve("out"));
        Certificate certificate = Certificate.make(folder);
        try (Replica first = new Replica(placement, old);
                Replica second = new Replica(placement, old)) {
            Map<String, String> places = Map.of(
                    "127.0.0.1:3030", first.address(),
                    "127.0.0.1:3040", second.address(),
                    "/etc/geneva-graph/out", out.toString());
            try (Proxy.Running running = Proxy.NGINX.start(folder, "nginx-replicas.conf", port, certificate, places)) {
                List<Client.Asking> askings = askings(certificate, base, port);
                CountDownLatch begun = new CountDownLatch(askings.size());
                CountDownLatch end = new CountDownLatch(1);
                ExecutorService threads = Executors.newFixedThreadPool(askings.size());
                Commands.Ended swapped;
                List<Future<List<String>>> seen = new ArrayList<>();
                try {
                    askings.forEach(asking -> seen.add(threads.submit(new Client(asking, begun, end))));
                    begun.await();
                    swapped = swap(first, second, fresh, out);
                } finally {
                    end.countDown();
                    threads.shutdown();
                }
                assertEquals(0, swapped.status(), swapped.output());
                assertTrue(swapped.output().contains("both serve " + fresh.version()), swapped.output());
                for (Future<List<String>> versions : seen) {
                    assertEquals(List.of("200 " + old.version(), "200 " + fresh.version()), versions.get());
                }
            }
        }
    }

    /** How each client asks. */
    private static List<Client.Asking> askings(Certificate certificate, Base base, int port) {
        List<Client.Asking> askings = new ArrayList<>();
        for (int i = 0; i < STRANGERS; i++) {
            String client = "127.0.0." + (10 + i);
            askings.add(path -> read(certificate.ask(
                    client,
                    port,
                    "GET " + Proxy.PATH + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")));
        }
        // One keeps its connection, one posts.
        HttpClient keeping =
                HttpClient.newBuilder().sslContext(certificate.trusting()).build();
        askings.add(path -> read(keeping, HttpRequest.newBuilder(URI.create(base.url() + path))));
        HttpClient posting =
                HttpClient.newBuilder().sslContext(certificate.trusting()).build();
        askings.add(path -> read(
                posting,
                HttpRequest.newBuilder(URI.create(base.url() + "/sparql"))
                        .header("Content-Type", "application/sparql-query")
                        .POST(BodyPublishers.ofString(QUERY))));
        return askings;
    }

    private static String read(String answer) {
        Matcher parts = ANSWER.matcher(answer);
        return parts.matches() ? parts.group(1) + " " + parts.group(2) : "no answer: " + answer;
    }

    private static String read(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return response.statusCode() + " "
                + response.headers().firstValue("X-Graph-Version").orElse("");
    }

    /** Runs the script for operators; where it has systemd stop and start, it asks this test to. */
    private Commands.Ended swap(Replica first, Replica second, Snapshot fresh, Path out)
            throws IOException, InterruptedException {
        Map<String, Replica> replicas = Map.of("first", first, "second", second);
        Path links = Files.createDirectory(folder.resolve("links"));
        HttpServer systemd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        systemd.createContext("/", exchange -> {
            String[] asked = exchange.getRequestURI().getPath().split("/", -1);
            try {
                Replica replica = replicas.get(asked[2]);
                if (asked[1].equals("stop")) {
                    replica.close();
                } else {
                    replica.start(fresh);
                }
                exchange.sendResponseHeaders(204, -1);
            } catch (ProblemException e) {
                throw new UncheckedIOException(new IOException(e));
            } finally {
                exchange.close();
            }
        });
        systemd.start();
        try {
            String told = "curl -fsS http://127.0.0.1:" + systemd.getAddress().getPort();
            Map<String, String> variables = Map.of(
                    "OUT", out.toString(),
                    "LINKS", links.toString(),
                    "FIRST", first.adminAddress(),
                    "SECOND", second.adminAddress(),
                    "STOP", told + "/stop/",
                    "START", told + "/start/",
                    "PATIENCE", "30");
            Commands.Ended swapped = Commands.run(variables, "src/main/operate/swap", folder.toString());
            for (String replica : replicas.keySet()) {
                assertEquals(folder.toRealPath(), links.resolve(replica).toRealPath(), swapped.output());
            }
            return swapped;
        } finally {
            systemd.stop(0);
        }
    }
}
