package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.http.Served;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A real server with the project's own data, for the tests of a class. */
public abstract class RealServer {
    public static SnapshotServer server;
    public static Http http;

    @BeforeAll
    static void start() throws IOException, ProblemException {
        Served served = Served.of(Mini.realSnapshot(), Mini.queries(), Limits.STANDARD);
        server = SnapshotServer.start(served, "127.0.0.1", 0);
        http = new Http(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
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

    public static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
