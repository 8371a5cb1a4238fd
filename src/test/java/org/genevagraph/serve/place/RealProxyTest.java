package org.genevagraph.serve.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.jena.atlas.json.JSON;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.Crawl;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.monitor.AccessLog;
import org.genevagraph.serve.monitor.Addresses;
import org.genevagraph.serve.monitor.JsonLines;
import org.genevagraph.serve.monitor.Monitor;
import org.genevagraph.serve.traffic.TrafficLimits;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server behind a real nginx and a real Apache, with TLS and below a path, by the example files for operators. */
class RealProxyTest {
    private static final String PATH = "/graphs/geneva";
    private static final String CLIENT = "127.0.0.2";
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    /** A proxy of Debian. */
    private enum Proxy {
        NGINX("/usr/sbin/nginx", "nginx-light", "nginx.conf") {
            @Override
            String whole(Path folder, Path file) {
                String name = System.getProperty("user.name");
                return """
                        %s
                        pid %2$s/pid;
                        error_log %2$s/error.log;
                        events {}
                        http {
                            access_log off;
                            client_body_temp_path %2$s/body;
                            proxy_temp_path %2$s/proxy;
                            fastcgi_temp_path %2$s/fastcgi;
                            uwsgi_temp_path %2$s/uwsgi;
                            scgi_temp_path %2$s/scgi;
                            include %3$s;
                        }
                        """.formatted(name.equals("root") ? "user root;" : "", folder, file);
            }

            @Override
            List<String> begin(Path file) {
                return List.of(
                        program,
                        "-c",
                        file.toString(),
                        "-e",
                        file.resolveSibling("error.log").toString());
            }

            @Override
            List<String> end(Path file) {
                return List.of(
                        program,
                        "-c",
                        file.toString(),
                        "-e",
                        file.resolveSibling("error.log").toString(),
                        "-s",
                        "stop");
            }
        },
        APACHE("/usr/sbin/apache2", "apache2-bin", "apache.conf") {
            @Override
            String whole(Path folder, Path file) {
                StringBuilder modules = new StringBuilder();
                for (String module : List.of(
                        "mpm_event", "authz_core", "alias", "headers", "proxy", "proxy_http", "socache_shmcb", "ssl")) {
                    modules.append("LoadModule %1$s_module /usr/lib/apache2/modules/mod_%1$s.so%n".formatted(module));
                }
                return modules + """
                        ServerRoot %1$s
                        PidFile %1$s/pid
                        ErrorLog %1$s/error.log
                        DefaultRuntimeDir %1$s
                        Listen 127.0.0.1:%2$s
                        Include %3$s
                        """.formatted(folder, port(file), file);
            }

            @Override
            List<String> begin(Path file) {
                return List.of(program, "-f", file.toString(), "-k", "start");
            }

            @Override
            List<String> end(Path file) {
                return List.of(program, "-f", file.toString(), "-k", "stop");
            }
        };

        final String program;
        final String debian;
        final String example;

        Proxy(String program, String debian, String example) {
            this.program = program;
            this.debian = debian;
            this.example = example;
        }

        /** The configuration into which the example goes. */
        abstract String whole(Path folder, Path file);

        /** A command that ends when the proxy listens. */
        abstract List<String> begin(Path file);

        abstract List<String> end(Path file);

        static String port(Path file) {
            return file.getFileName().toString().replaceAll("\\D", "");
        }
    }

    /** A certificate for localhost, and who trusts it. */
    private record Certificate(Path certificate, Path key, SSLContext trusting) {
        static Certificate make(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
            Path store = folder.resolve("store.p12");
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            run(List.of(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    "own",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=dns:localhost",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD));
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            Path certificate =
                    pem(folder, "CERTIFICATE", keys.getCertificate("own").getEncoded());
            Path key = pem(
                    folder,
                    "PRIVATE KEY",
                    keys.getKey("own", PASSWORD.toCharArray()).getEncoded());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("own", keys.getCertificate("own"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new Certificate(certificate, key, context);
        }

        private static Path pem(Path folder, String what, byte[] bytes) throws IOException {
            String text = "-----BEGIN " + what + "-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what
                    + "-----\n";
            return Files.writeString(folder.resolve(what.replace(' ', '-') + ".pem"), text);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        // A proxy that goes on behind must not be waited for by its output.
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), command::toString);
        int ready = process.getInputStream().available();
        String told = new String(process.getInputStream().readNBytes(ready), StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), command + ": " + told);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @EnumSource(Proxy.class)
    void theSiteIsWholeBehindIt(Proxy proxy)
            throws IOException, ProblemException, GeneralSecurityException, InterruptedException {
        String how =
                "no " + proxy.name().toLowerCase(Locale.ROOT) + " to test behind – apt-get install " + proxy.debian;
        boolean there = Files.isExecutable(Path.of(proxy.program));
        assertTrue(there || System.getenv("CI") == null, how);
        Assumptions.assumeTrue(there, how);
        int port = freePort();
        Base base = Base.parse("https://localhost:" + port + PATH);
        BlockingQueue<String> access = new LinkedBlockingQueue<>();
        Monitor monitor = new Monitor(
                Optional.of(new AccessLog(JsonLines.to(access::add), Addresses.whole, Clock.systemUTC())),
                Optional.empty());
        Served served = Served.of(Mini.realSnapshot(), QueryCatalogue.read(Path.of("queries")), Limits.STANDARD);
        Placement placement = new Placement(Optional.of(base), Proxies.parse(List.of("127.0.0.1")), Set.of());
        Certificate certificate = Certificate.make(folder);
        try (SnapshotServer server =
                SnapshotServer.start(served, "127.0.0.1", 0, TrafficLimits.STANDARD, placement, monitor, false)) {
            Path file = folder.resolve("whole.conf");
            Path example = folder.resolve("example-" + port);
            Files.writeString(example, filledIn(proxy, port, server, certificate));
            Files.writeString(file, proxy.whole(folder, example));
            run(proxy.begin(file));
            try {
                HttpClient client = HttpClient.newBuilder()
                        .sslContext(certificate.trusting())
                        .build();
                linksAndRedirectsLeadBelowThePath(base, client);
                descriptionsNameThePlace(base, client);
                toolsAndQueriesAreReached(base, client);
                access.clear();
                whatClientsForgeIsNotBelieved(base, certificate, access);
            } finally {
                run(proxy.end(file));
            }
        }
    }

    /** The example with the ports, names and paths of this test. */
    private static String filledIn(Proxy proxy, int port, SnapshotServer server, Certificate certificate)
            throws IOException {
        String text = Files.readString(Path.of("src/main/operate", proxy.example));
        Map<String, String> places = Map.of(
                "listen 443 ssl",
                "listen 127.0.0.1:" + port + " ssl",
                "<VirtualHost *:443>",
                "<VirtualHost 127.0.0.1:" + port + ">",
                "example.org",
                "localhost",
                "/etc/ssl/geneva-graph/certificate.pem",
                certificate.certificate().toString(),
                "/etc/ssl/geneva-graph/key.pem",
                certificate.key().toString(),
                "http://127.0.0.1:3030",
                server.address().replaceFirst("/$", ""));
        int filled = 0;
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled += text.contains(place.getKey()) ? 1 : 0;
            text = text.replace(place.getKey(), place.getValue());
        }
        assertEquals(places.size() - 1, filled, "places of the example");
        return text;
    }

    private static HttpResponse<String> get(HttpClient client, String address, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static void linksAndRedirectsLeadBelowThePath(Base base, HttpClient client)
            throws IOException, InterruptedException {
        URI home = URI.create(base.url() + "/");
        Crawl crawl = new Crawl(home, home, client);
        crawl.follow(60);
        assertEquals(List.of(), crawl.faults());
        assertTrue(crawl.visited().size() >= 60, "visited: " + crawl.visited().size());
        HttpResponse<String> bare = get(client, base.url());
        assertEquals(301, bare.statusCode());
        assertEquals(home, URI.create(base.url()).resolve(header(bare, "Location")));
        for (Map.Entry<String, String> moved : Map.of(
                        "/id/organisation/GCSP", "/id/organisation/gcsp",
                        "/queries/", "/queries",
                        "/%71ueries", "/queries",
                        "/Queries?x=%2F%26", "/queries?x=%2F%26")
                .entrySet()) {
            HttpResponse<String> response = get(client, base.url() + moved.getKey(), "Accept", "text/html");
            assertEquals(3, response.statusCode() / 100, moved.getKey());
            assertEquals(
                    base.url() + moved.getValue(),
                    URI.create(base.url() + "/")
                            .resolve(header(response, "Location"))
                            .toString());
        }
        HttpResponse<String> page = get(client, base.url() + "/docs", "Accept", "text/html");
        assertTrue(header(page, "Strict-Transport-Security").startsWith("max-age="));
        assertEquals(
                304,
                get(client, base.url() + "/docs", "Accept", "text/html", "If-None-Match", header(page, "ETag"))
                        .statusCode());
        assertEquals("gzip", header(get(client, base.url() + "/docs", "Accept-Encoding", "gzip"), "Content-Encoding"));
        assertEquals(404, get(client, base.url() + "/nowhere").statusCode());
        assertEquals(403, get(client, base.url() + "/metrics").statusCode());
        assertEquals(200, get(client, base.url() + "/health").statusCode());
    }

    private static void descriptionsNameThePlace(Base base, HttpClient client)
            throws IOException, InterruptedException {
        String servers = JSON.parse(get(client, base.url() + "/openapi.json").body())
                .get("servers")
                .getAsArray()
                .get(0)
                .getAsObject()
                .getString("url");
        assertEquals(base.url(), servers);
        assertTrue(get(client, base.url() + "/sparql", "Accept", "text/turtle")
                .body()
                .contains("<" + base.url() + "/sparql>"));
        assertTrue(get(client, base.url() + "/robots.txt").body().contains(base.url() + "/sitemap.xml"));
        assertTrue(get(client, base.url() + "/reconcile").body().contains(base.url() + "/reconcile"));
        assertTrue(get(client, base.url() + "/id/organisation/gcsp.ttl")
                .body()
                .contains("https://w3id.org/geneva-graph/id/organisation/gcsp"));
    }

    private static HttpResponse<String> post(
            HttpClient client, String address, String type, String body, String... headers)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .headers(headers)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void toolsAndQueriesAreReached(Base base, HttpClient client)
            throws IOException, InterruptedException {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        String accept = "application/json, text/event-stream";
        String mcp = base.url() + "/mcp";
        assertEquals(
                200,
                post(client, mcp, "application/json", ping, "Accept", accept).statusCode());
        assertEquals(
                200,
                post(client, mcp, "application/json", ping, "Accept", accept, "Origin", base.origin())
                        .statusCode());
        assertEquals(
                403,
                post(client, mcp, "application/json", ping, "Accept", accept, "Origin", "https://evil.example")
                        .statusCode());
        String sparql = base.url() + "/sparql";
        String query = "SELECT (COUNT(*) AS ?n) { ?s a ?o }";
        HttpResponse<String> posted = post(client, sparql, "application/sparql-query", query, "Accept", "text/csv");
        assertEquals(200, posted.statusCode(), posted.body());
        assertTrue(posted.body().matches("n\r\n\\d+\r\n"), posted.body());
        assertEquals(
                posted.body(),
                get(client, sparql + "?query=" + Http.encoded(query), "Accept", "text/csv")
                        .body());
        // Apache says 502 of a body that is refused while it comes.
        int tooLarge = post(client, sparql, "application/sparql-query", "#".repeat(300_000), "Accept", "text/csv")
                .statusCode();
        assertTrue(tooLarge == 413 || tooLarge == 502, "status " + tooLarge);
    }

    /** What a client that is not the proxy says of its own way here, from an address of its own. */
    private static void whatClientsForgeIsNotBelieved(Base base, Certificate certificate, BlockingQueue<String> access)
            throws IOException, InterruptedException {
        int port = Integer.parseInt(base.host().replaceFirst(".*:", ""));
        String answer;
        try (Socket plain = new Socket("127.0.0.1", port, InetAddress.getByName(CLIENT), 0);
                Socket socket =
                        certificate.trusting().getSocketFactory().createSocket(plain, "localhost", port, true)) {
            socket.setSoTimeout(60_000);
            String head =
                    "GET " + PATH + "/robots.txt HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n"
                            + "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: http\r\n"
                            + "X-Forwarded-Prefix: /evil\r\nForwarded: for=203.0.113.9;host=evil.example\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertFalse(answer.contains("evil"), answer);
        String line = access.poll(20, TimeUnit.SECONDS);
        // A request that the proxy gave up is logged when the server is done with it, which may be later.
        while (line != null && !line.contains("/robots.txt")) {
            line = access.poll(20, TimeUnit.SECONDS);
        }
        assertNotNull(line);
        assertEquals(CLIENT, JSON.parse(line).getString("client"), line);
    }
}
