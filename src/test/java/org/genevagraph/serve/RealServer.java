package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.Mini;
import org.genevagraph.serve.http.Served;
import org.junit.jupiter.api.BeforeAll;

/** A real server with the project's own data, the same for the tests of all classes, since none changes what it serves. */
public abstract class RealServer {
    public static SnapshotServer server;
    public static Http http;

    /** It ends with the program. */
    private static final class Started {
        static final SnapshotServer SERVER = start();

        private static SnapshotServer start() {
            try {
                return RealServer.start(Mini.served());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeAll
    static void useStarted() {
        use(Started.SERVER);
    }

    /** Goes on with another server, which the class closes. */
    public static void use(SnapshotServer other) {
        server = other;
        http = new Http(server.address());
    }

    /** A server on a free port. */
    public static SnapshotServer start(Served served) throws IOException {
        return SnapshotServer.start(served, "127.0.0.1", 0);
    }

    /** The address of its SPARQL endpoint. */
    public static String endpoint() {
        return server.address() + "sparql";
    }

    public static JsonObject problem(HttpResponse<String> response, int status) {
        assertEquals(status, response.statusCode(), response::body);
        assertEquals("application/problem+json", header(response, "Content-Type"));
        JsonObject problem = JSON.parse(response.body());
        assertEquals(status, problem.get("status").getAsNumber().value().intValue());
        assertFalse(problem.getString("cause").isEmpty());
        assertFalse(response.body().contains("\tat ") || response.body().contains("Exception"), response::body);
        return problem;
    }

    /** What the first group of a pattern holds, wherever it stands in a page. */
    public static List<String> all(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .toList();
    }

    public static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
