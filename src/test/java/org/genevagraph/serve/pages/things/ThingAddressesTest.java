package org.genevagraph.serve.pages.things;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses of things: formats, other names, things that were replaced, and what is not there. */
class ThingAddressesTest extends RealServer {
    private static Graph rdf(String path, String... headers) {
        HttpResponse<String> response = http.get(path, headers);
        assertEquals(200, response.statusCode(), path + response.body());
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        response.body(),
                        RDFLanguages.contentTypeToLang(
                                header(response, "Content-Type").replaceFirst(";.*", "")))
                .parse(graph);
        return graph;
    }

    @ParameterizedTest
    @CsvSource({
        "ttl, text/turtle",
        "jsonld, application/ld+json",
        "nt, application/n-triples",
        "rdf, application/rdf+xml"
    })
    void programsGetRdfByEndingOrByAccept(String ending, String type) {
        Graph byEnding = rdf("/id/initiative/normandy-p5." + ending);
        Graph byAccept = rdf("/id/initiative/normandy-p5", "Accept", type);
        assertTrue(byEnding.isIsomorphicWith(byAccept));
        Node thing = NodeFactory.createURI(Iris.BASE + "id/initiative/normandy-p5");
        Set<Node> said = byEnding.stream(Node.ANY, RDF.object.asNode(), thing)
                .map(triple -> triple.getSubject())
                .collect(Collectors.toSet());
        assertEquals(
                server.served().snapshot().dataset().getDefaultGraph().stream(Node.ANY, RDF.object.asNode(), thing)
                        .count(),
                said.size(),
                "statements about the thing");
        assertTrue(said.stream().allMatch(statement -> byEnding.contains(statement, GG.standing, Node.ANY)));
        assertTrue(
                byEnding.stream().allMatch(server.served().snapshot().dataset().getDefaultGraph()::contains),
                "nothing but what the graph holds");
    }

    @Test
    void numbersOfItemsAreNoFormats() {
        assertTrue(ThingPagesTest.html(http, "/id/passage/tunis-agenda/72.l").contains("Tunis Agenda, para. 72(l)"));
        assertFalse(rdf("/id/passage/tunis-agenda/72.l.nt").isEmpty());
        String passage = ThingPagesTest.html(http, "/id/passage/tunis-agenda/72.l");
        assertTrue(passage.indexOf("SHA-256") > passage.indexOf("id=\"sources\""), "the hash stands above the content");
    }

    @ParameterizedTest
    @CsvSource({
        "/id/organisation/GCSP, /id/organisation/gcsp",
        "/id/organisation/gcsp.html, ''",
        "/id/organisation/GCSP.ttl?lang=fr, /id/organisation/gcsp.ttl?lang=fr",
        "/id/action-line/C5, /id/action-line/c5"
    })
    void otherNamesLeadToTheThing(String path, String target) {
        HttpResponse<String> response = http.get(path, "Accept", "text/html");
        assertEquals(target.isEmpty() ? 200 : 302, response.statusCode());
        assertEquals(target, header(response, "Location"));
    }

    @Test
    void aRetiredThingLeadsToItsSuccessor() throws IOException, ProblemException {
        Served mini = Served.of(Mini.snapshot(), Mini.queries(), Limits.STANDARD);
        try (SnapshotServer other = SnapshotServer.start(mini, "127.0.0.1", 0)) {
            Http client = new Http(other.address());
            HttpResponse<String> response = client.get("/id/organisation/old-alpha");
            assertEquals(301, response.statusCode());
            assertEquals("/id/organisation/alpha", header(response, "Location"));
            String page = ThingPagesTest.html(client, "/id/organisation/alpha");
            assertTrue(page.contains("<a href=\"https://alpha.example/\">alpha.example</a>"), page);
            assertTrue(page.contains("<code>organisations.csv:2</code>") || page.contains("organisations.csv:2"), page);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/id/organisation/gscp, gcsp",
        "/id/organization/gcsp, organisation",
        "/id/passage/tunis-agenda/999, tunis-agenda",
        "/id/statement, /queries/why",
        "/id/organisation/%3Cscript%3E, ''"
    })
    void whatIsNotThereNamesTheNearest(String path, String nearest) {
        JsonObject problem = problem(http.get(path, "Accept", "application/json"), 404);
        assertTrue(problem.getString("fix").contains(nearest), problem.toString());
        assertFalse(http.get(path, "Accept", "text/html").body().contains("<script>"), path);
    }

    @Test
    void otherWishesAreRefused() {
        problem(http.get("/id/organisation/gcsp", "Accept", "image/png"), 406);
    }

    @Test
    void aParagraphIsFoundHoweverItsNumberIsWritten() {
        for (String number : List.of("72(l)", "72 l)", "72.l", "para. 72(l)", "PAR. 72 L")) {
            HttpResponse<String> found =
                    http.get("/id/document/tunis-agenda?paragraph=" + Http.encoded(number), "Accept", "text/html");
            assertTrue(
                    found.uri().getPath().endsWith("/id/passage/tunis-agenda/72.l")
                            || header(found, "Location").endsWith("/id/passage/tunis-agenda/72.l"),
                    number);
        }
    }

    @Test
    void aKindThatIsNoneLeadsToTheKindsInTheWordsOfTheReader() {
        String near = http.get("/id/organisations/itu", "Accept", "text/html", "Accept-Language", "fr")
                .body();
        assertTrue(near.contains("<li><a href=\"/id/organisation\">organisation</a></li>"), near);
        String all = http.get("/id/xyzzy/x", "Accept", "text/html", "Accept-Language", "fr")
                .body();
        assertTrue(all.contains("<a href=\"/id/action-line\">grande orientation</a>"), all);
        assertFalse(all.contains("les types sont"), all);
    }
}
