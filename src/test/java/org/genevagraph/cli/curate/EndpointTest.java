package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Canned queries asked of another store: a plain Fuseki that holds the same graph and knows nothing of this project. */
class EndpointTest {
    private static final List<String> NO_ARGUMENTS = List.of("most-connected", "coverage-gaps", "facilitators");

    @Test
    void anotherStoreAnswersTheSame() throws IOException, ProblemException {
        DatasetGraph dataset = Mini.realSnapshot().dataset();
        FusekiServer server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/other", dataset, false)
                .build()
                .start();
        try {
            String address = "http://127.0.0.1:" + server.getPort() + "/other/query";
            for (String[] query : List.of(
                    new String[] {"shared-partners", "a=gcsp", "b=cyberpeace-institute", "scope=involved"},
                    new String[] {"connection", "a=gcsp", "b=CyberPeace Institute"},
                    new String[] {"why", "subject=gcsp", "object=normandy-p5"},
                    new String[] {"documents", "organisation=cyberpeace-institute"})) {
                same(address, query);
            }
            for (String query : NO_ARGUMENTS) {
                same(address, query);
            }
        } finally {
            server.stop();
        }
        assertTrue(Mini.queries().all().size() >= 25);
    }

    private static void same(String address, String... query) {
        String[] here = arguments(query, "--format", "csv", "--quiet");
        String[] there = arguments(query, "--format", "csv", "--quiet", "--endpoint", address);
        Mini.Run expected = Mini.geneva(here);
        Mini.Run run = Mini.geneva(there);
        assertEquals(0, run.status(), run.err());
        assertEquals(expected.out(), run.out(), query[0]);
        assertTrue(run.lines().size() > 1, run.out());
    }

    private static String[] arguments(String[] query, String... options) {
        List<String> words = new ArrayList<>(List.of("query"));
        words.addAll(List.of(query));
        words.addAll(List.of(options));
        return words.toArray(String[]::new);
    }

    @Test
    void aStoreThatDoesNotAnswerIsTold() {
        Mini.Run run = Mini.geneva("query", "most-connected", "--endpoint", "http://127.0.0.1:1/sparql", "--quiet");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("did not answer"), run.err());
        Mini.Run wrong = Mini.geneva("query", "most-connected", "--endpoint", "nonsense", "--quiet");
        assertEquals(2, wrong.status());
        assertTrue(wrong.err().contains("nonsense"), wrong.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"head\":{},\"results\":{\"bindings\":[]}}",
                "{\"results\":{\"bindings\":[]}}",
                "{\"head\":{\"vars\":[\"a\"]}}",
                "{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[{\"a\":{\"value\":\"1\"}}]}}",
                "[]",
                "{}",
                "<html>"
            })
    void whatIsNoTableIsTold(String answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/sparql";
            Mini.Run run = Mini.geneva("query", "partners", "organisation=gcsp", "--endpoint", address, "--quiet");
            assertEquals(2, run.status(), run.err());
            assertTrue(run.err().contains("the endpoint " + address), run.err());
            assertTrue(!run.err().contains("Exception") && !run.err().contains("should not"), run.err());
        } finally {
            server.stop(0);
        }
    }
}
