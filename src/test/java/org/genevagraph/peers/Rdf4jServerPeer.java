package org.genevagraph.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** RDF4J Server (5.0.3) as Maven has it, in a Jetty of its own process, with a repository in memory; {@code src/test/peers/install} gets both. */
public final class Rdf4jServerPeer implements Peer {
    /** How to get it. */
    public static final String MISSING = "RDF4J Server is not installed – src/test/peers/install";

    /** Is there where it is installed. */
    public static final Path WAR = Path.of("target/peers/rdf4j-http-server.war");

    private static final Path JETTY = Path.of("target/peers/jetty-runner.jar");
    private static final int STARTS_SECONDS = 120;
    private static final String REPOSITORY = """
            PREFIX rep: <http://www.openrdf.org/config/repository#>
            PREFIX sr: <http://www.openrdf.org/config/repository/sail#>
            PREFIX sail: <http://www.openrdf.org/config/sail#>
            [] a rep:Repository ; rep:repositoryID "geneva" ;
              rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ; sr:sailImpl [ sail:sailType "openrdf:MemoryStore" ] ] .
            """;

    private final Process server;
    private final String base;

    /**
     * Without a triple.
     *
     * @param folder an empty one, for its files
     * @throws IOException if it does not start
     */
    public Rdf4jServerPeer(Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        base = "http://127.0.0.1:" + port + "/rdf4j-server/";
        server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Dorg.eclipse.rdf4j.appdata.basedir=" + folder,
                        // Updates come in forms of a megabyte or two; Jetty takes 200 kB if nobody says more.
                        "-Dorg.eclipse.jetty.server.Request.maxFormContentSize=10000000",
                        "-jar",
                        JETTY.toString(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--path",
                        "/rdf4j-server",
                        WAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        waitFor(folder);
        int status = send(HttpRequest.newBuilder(URI.create(base + "repositories/geneva"))
                .header("Content-Type", "text/turtle")
                .PUT(BodyPublishers.ofString(REPOSITORY)));
        if (status != 204) {
            throw new IOException("the repository was not made: " + status + "\n" + told(folder));
        }
    }

    private void waitFor(Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_SECONDS);
        while (true) {
            try {
                if (send(HttpRequest.newBuilder(URI.create(base + "protocol"))) == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new IOException("RDF4J Server does not start: " + told(folder));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static String told(Path folder) throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }

    private static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(STARTS_SECONDS)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public String name() {
        return "RDF4J Server 5.0.3";
    }

    @Override
    public URI sparql() {
        return URI.create(base + "repositories/geneva");
    }

    /** Where it is changed. */
    public URI update() {
        return URI.create(base + "repositories/geneva/statements");
    }

    @Override
    public void close() {
        server.destroyForcibly().onExit().join();
    }
}
