package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.genevagraph.Mini;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One name means one thing at every door: query parameters, search, pages, model context tools, command line. */
class ResolverTest extends RealServer {
    /** Each passage is found by what pages call it, in both languages: alone, or among those that are called the same. */
    @Test
    void everyPassageIsFoundByTheNameThatPagesGiveIt() {
        ThingIndex things = server.served().runner().things();
        Labels labels = server.served().labels();
        List<Node> passages = server.served().snapshot().dataset().getDefaultGraph().stream(
                        Node.ANY, GG.inDocument, Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .toList();
        assertFalse(passages.isEmpty());
        List<String> lost = new ArrayList<>();
        for (Node passage : passages) {
            for (Language language : Language.values()) {
                String name = labels.of(passage, language);
                if (!things.resolve(name, List.of("passage")).contains(passage)) {
                    lost.add(name + " = " + passage.getURI());
                }
            }
        }
        assertEquals(List.of(), lost);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Q376150 | organisation/itu",
                "I.T.U. | organisation/itu",
                "cyber peace institute | organisation/cyberpeace-institute",
                "Geneva Centre for Security Policy (GCSP) | organisation/gcsp",
                "{server}/id/organisation/gcsp | organisation/gcsp",
                "http://w3id.org/geneva-graph/id/organisation/gcsp | organisation/gcsp",
                "TC 39 | organisation/ecma-tc39",
                "C7 e-health | action-line/c7-e-health",
                "SDG9 | sdg/sdg-9",
                "https://metadata.un.org/sdg/9/ | sdg/sdg-9",
                "a/res/56/183 | document/a-res-56-183",
                "https://undocs.org/A/RES/56/183 | document/a-res-56-183",
                "Union internationale des télécommunications | organisation/itu",
            })
    void everyDoorKnowsThem(String written, String expected) {
        String address = server.address().substring(0, server.address().length() - 1);
        String given = written.replace("{server}", address);
        HttpResponse<String> answer = http.get("/queries/about.json?thing=" + Http.encoded(given));
        assertEquals(200, answer.statusCode(), answer::body);
        String slug = expected.substring(expected.indexOf('/') + 1);
        assertEquals(
                http.get("/queries/about.json?thing=" + slug + "&limit=1")
                        .body()
                        .length(),
                http.get("/queries/about.json?thing=" + Http.encoded(given) + "&limit=1")
                        .body()
                        .length());
        assertEquals(Iris.BASE + "id/" + expected, firstFound(given, ""));
        String kind = expected.substring(0, expected.indexOf('/'));
        if (!given.contains("/")) {
            HttpResponse<String> page =
                    http.get("/id/" + kind + "/" + Http.encoded(given).replace("+", "%20"));
            assertEquals("/id/" + expected, page.statusCode() == 302 ? header(page, "Location") : page.body());
        }
        HttpResponse<String> led = http.get("/search?go=1&q=" + Http.encoded(given), "Accept", "text/html");
        assertEquals(303, led.statusCode());
        assertEquals("/id/" + expected, header(led, "Location"));
        assertEquals(
                200,
                http.get("/search?q=" + Http.encoded(given), "Accept", "text/html")
                        .statusCode());
        try (McpSyncClient client = client()) {
            Map<?, ?> found = called(client, "find_thing", Map.of("q", given));
            Map<?, ?> first = (Map<?, ?>) ((List<?>) found.get("rows")).get(0);
            assertEquals(Iris.BASE + "id/" + expected, ((Map<?, ?>) first.get("thing")).get("iri"));
            assertFalse(
                    ((List<?>) called(client, "about", Map.of("thing", given)).get("rows")).isEmpty());
        }
    }

    private static McpSyncClient client() {
        McpSyncClient client = McpClient.sync(HttpClientStreamableHttpTransport.builder(server.address())
                        .endpoint("/mcp")
                        .build())
                .build();
        client.initialize();
        return client;
    }

    private static Map<?, ?> called(McpSyncClient client, String tool, Map<String, Object> arguments) {
        CallToolResult result = client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
        assertFalse(Boolean.TRUE.equals(result.isError()), result::toString);
        return (Map<?, ?>) result.structuredContent();
    }

    private static JsonArray found(String given, String kind) {
        HttpResponse<String> response =
                http.get("/search?q=" + Http.encoded(given) + (kind.isEmpty() ? "" : "&kind=" + kind));
        assertEquals(200, response.statusCode(), response::body);
        return JSON.parse(response.body()).get("results").getAsArray();
    }

    private static String firstFound(String given, String kind) {
        JsonArray results = found(given, kind);
        return results.isEmpty() ? "" : results.get(0).getAsObject().getString("iri");
    }

    @Test
    void theCommandLineKnowsThemToo() {
        Mini.Run by = Mini.geneva("query", "links", "thing=https://www.wikidata.org/wiki/Q376150", "--format", "csv");
        assertEquals(0, by.status(), by.err());
        assertTrue(by.out().contains("Q376150"), by.out());
        assertEquals(
                2,
                Mini.geneva("query", "links", "thing=Q37615", "--format", "csv").status());
    }

    @Test
    void aPassageIsFoundAsItIsCited() {
        for (String given :
                List.of("para. 72(l) Tunis Agenda", "Tunis Agenda, para. 72 (l)", "Agenda de Tunis 72 l)")) {
            JsonObject first = found(given, "").get(0).getAsObject();
            assertEquals("tunis-agenda#72.l", first.getString("id"), given);
        }
        assertTrue(found("72(l)", "").stream()
                .limit(3)
                .anyMatch(hit -> hit.getAsObject().getString("id").equals("tunis-agenda#72.l")));
        assertTrue(found("paragraph 72", "").stream()
                .limit(5)
                .anyMatch(hit -> hit.getAsObject().getString("id").equals("tunis-agenda#72")));
    }

    @Test
    void longNamesAreSearchedAsTheyAre() {
        String name =
                "Report of the Secretary-General on progress made in the implementation of and follow-up to the outcomes of the World "
                        + "Summit on the Information Society at the regional and international levels";
        assertTrue(firstFound(name, "").contains("/id/document/"), name);
        assertTrue(http.get("/search?q=" + "word+".repeat(41)).body().contains("use at most"));
    }

    /** What several things bear, or nothing does, leads to the list. */
    @Test
    void onlyOneThingIsLedTo() {
        for (String given : List.of("paragraph 72", "cyber", "no such name", "")) {
            assertEquals(
                    200,
                    http.get("/search?go=1&q=" + Http.encoded(given), "Accept", "text/html")
                            .statusCode(),
                    given);
        }
        assertEquals(
                200,
                http.get("/search?go=1&kind=&q=gcsp&offset=20", "Accept", "text/html")
                        .statusCode());
        assertEquals(
                "/id/organisation/gcsp?lang=fr",
                header(http.get("/search?go=1&q=GCSP&lang=fr", "Accept", "text/html"), "Location"));
    }
}
