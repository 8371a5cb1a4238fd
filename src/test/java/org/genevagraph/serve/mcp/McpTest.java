package org.genevagraph.serve.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tools as a real client of the Model Context Protocol meets them, with the project's own data. */
class McpTest extends RealServer {
    private static final String PREFIXES = "PREFIX gg: <https://w3id.org/geneva-graph/ontology#> "
            + "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ";
    private static final String PASSAGE = "https://w3id.org/geneva-graph/id/passage/";

    private static McpSyncClient client;

    @BeforeAll
    static void connect() throws IOException, ProblemException {
        use(start(Mini.served().with(Mini.inputs(Path.of("data")))));
        client = client(server);
    }

    @AfterAll
    static void disconnect() {
        client.close();
        server.close();
    }

    private static McpSyncClient client(SnapshotServer server) {
        McpSyncClient client = McpClient.sync(HttpClientStreamableHttpTransport.builder(server.address())
                        .endpoint("/mcp")
                        .build())
                .requestTimeout(Duration.ofSeconds(60))
                .build();
        client.initialize();
        return client;
    }

    private static CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static Map<?, ?> answer(String tool, Map<String, Object> arguments) {
        CallToolResult result = call(tool, arguments);
        assertFalse(Boolean.TRUE.equals(result.isError()), () -> tool + ": " + text(result));
        return (Map<?, ?>) result.structuredContent();
    }

    private static String error(String tool, Map<String, Object> arguments) {
        CallToolResult result = call(tool, arguments);
        String text = text(result);
        assertTrue(Boolean.TRUE.equals(result.isError()), text);
        assertFalse(text.contains("\tat ") || text.contains("Exception"), text);
        return text;
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    private static List<?> rows(Map<?, ?> answer) {
        return (List<?>) answer.get("rows");
    }

    @Test
    void aClientIsToldWhatThisIs() {
        assertEquals("geneva-graph", client.getServerInfo().name());
        assertTrue(client.getServerInstructions().contains("cite them"));
    }

    @Test
    void everyCannedQueryIsATool() {
        List<Tool> tools = client.listTools().tools();
        List<String> names = tools.stream().map(Tool::name).toList();
        assertEquals(server.served().catalogue().all().size() + 4, tools.size());
        assertTrue(names.containsAll(List.of("find_thing", "schema", "sparql", "check_rows")), names::toString);
        for (QueryFile query : server.served().catalogue().all()) {
            Tool tool = tools.get(names.indexOf(query.name().replace('-', '_')));
            assertTrue(tool.description().startsWith(query.summary()));
            assertEquals(true, tool.annotations().readOnlyHint());
            assertEquals(false, tool.inputSchema().get("additionalProperties"));
            Map<?, ?> properties = (Map<?, ?>) tool.inputSchema().get("properties");
            assertEquals(query.parameters().size() + 2, properties.size());
            for (Parameter parameter : query.parameters()) {
                Map<?, ?> schema = (Map<?, ?>) properties.get(parameter.name());
                assertTrue(schema.get("description").toString().contains(parameter.example()));
            }
        }
        Map<?, ?> shared = tools.get(names.indexOf("shared_partners")).inputSchema();
        assertEquals(List.of("a", "b"), shared.get("required"));
        Map<?, ?> scope = (Map<?, ?>) ((Map<?, ?>) shared.get("properties")).get("scope");
        assertEquals(List.of("partner", "involved"), scope.get("enum"));
        assertEquals("partner", scope.get("default"));
    }

    @Test
    void everyToolAnswersItsExample() {
        for (QueryFile query : server.served().catalogue().all()) {
            Map<String, Object> arguments = new HashMap<>();
            for (Parameter parameter : query.parameters()) {
                boolean number =
                        List.of("integer", "year").contains(parameter.type().label());
                arguments.put(
                        parameter.name(), number ? (Object) Integer.valueOf(parameter.example()) : parameter.example());
            }
            String tool = query.name().replace('-', '_');
            Map<?, ?> answer = answer(tool, arguments);
            assertFalse(rows(answer).isEmpty(), tool);
            assertFits(tool, answer);
            // Page by page it is the same.
            arguments.put("limit", 1);
            Map<?, ?> first = answer(tool, arguments);
            assertFits(tool, first);
            assertEquals(rows(answer).get(0), rows(first).get(0), tool);
            boolean more = ((Number) answer.get("total")).intValue() > 1;
            assertEquals(more, first.get("more"), tool);
            assertEquals(more ? 1 : null, first.get("nextOffset"), tool);
        }
    }

    private static void assertFits(String tool, Map<?, ?> answer) {
        Tool declared = client.listTools().tools().stream()
                .filter(one -> one.name().equals(tool))
                .findFirst()
                .orElseThrow();
        var fit = McpJsonDefaults.getSchemaValidator().validate(declared.outputSchema(), answer);
        assertTrue(fit.valid(), () -> tool + ": " + fit.errorMessage());
    }

    @Test
    void theAnswersOfTheOtherToolsFitTheirSchemasToo() {
        assertFits("schema", answer("schema", Map.of()));
        assertFits("find_thing", answer("find_thing", Map.of("q", "cyber")));
        assertFits("find_thing", answer("find_thing", Map.of("q", "cyber", "limit", 2, "offset", 2)));
        assertFits("find_thing", answer("find_thing", Map.of("q", "zzqqy")));
        for (String query : List.of(
                "SELECT * { ?s ?p ?o } LIMIT 5",
                "SELECT ?x ?y { VALUES (?x ?y) { (1 true) (\"a\"@fr 1.5) (UNDEF <urn:a>) } }",
                "SELECT ?b { BIND (BNODE() AS ?b) }",
                "SELECT * { ?s <urn:none> ?o }",
                "ASK { ?s ?p ?o }",
                "CONSTRUCT WHERE { ?s <urn:none> ?o }")) {
            assertFits("sparql", answer("sparql", Map.of("query", query)));
        }
    }

    @Test
    void everyArgumentIsDescribed() {
        for (Tool tool : client.listTools().tools()) {
            Map<?, ?> properties = (Map<?, ?>) tool.inputSchema().get("properties");
            properties.forEach((name, any) -> {
                Map<?, ?> schema = (Map<?, ?>) any;
                String what = tool.name() + " " + name;
                assertFalse(schema.get("description").toString().isEmpty(), what);
                assertTrue(schema.containsKey("examples") || schema.containsKey("default"), what);
                assertTrue(
                        !schema.get("type").equals("string")
                                || schema.containsKey("enum")
                                || schema.get("maxLength") instanceof Integer,
                        what);
            });
        }
    }

    @Test
    void aParameterIsTakenUnderItsOtherNamesToo() {
        assertEquals(answer("timeline", Map.of("thing", "gcsp")), answer("timeline", Map.of("organisation", "gcsp")));
        String both = error("timeline", Map.of("thing", "gcsp", "organisation", "gcsp"));
        assertTrue(both.startsWith("timeline has no argument 'organisation'"), both);
    }

    @Test
    void everyRowOfAnAnswerHasNamesAndPassages() {
        Map<String, Object> arguments = Map.of("a", "gcsp", "b", "CyberPeace Institute", "scope", "involved");
        Map<?, ?> answer = answer("shared_partners", arguments);
        assertTrue(rows(answer).size() > 1);
        for (Object row : rows(answer)) {
            Map<?, ?> cells = (Map<?, ?>) row;
            assertTrue(((Map<?, ?>) cells.get("partner")).containsKey("label"));
            List<?> passages = (List<?>) cells.get("evidence");
            assertTrue(passages.stream().allMatch(passage -> passage.toString().startsWith(PASSAGE)));
            assertFalse(passages.isEmpty());
        }
        String text = text(call("shared_partners", arguments));
        assertTrue(text.contains("European Union (id:organisation/") && text.contains("id:passage/gcsp/16"), text);
    }

    @Test
    void anEmptyAnswerSaysWhatItMeans() {
        Map<?, ?> answer = answer("shared_partners", Map.of("a", "gcsp", "b", "cyberpeace-institute"));
        assertEquals(List.of(), rows(answer));
        assertTrue(answer.get("note").toString().contains("scope=involved"), answer::toString);
    }

    @Test
    void whatIsMisspeltIsToldWithTheNearestNames() {
        assertTrue(error("partners", Map.of("organisation", "cyberpaece institute"))
                .contains("did you mean"));
        assertTrue(error("partners", Map.of("organization", "gcsp")).contains("did you mean organisation?"));
        assertTrue(error("schema", Map.of("x", 1)).contains("it has none"));
    }

    @Test
    void theSchemaRefusesWhatIsNoValue() {
        assertTrue(error("partners", Map.of()).contains("organisation"));
        assertTrue(error("shared_partners", Map.of("a", "gcsp", "b", "ecma", "scope", "all"))
                .contains("scope"));
        assertTrue(
                error("partners", Map.of("organisation", "gcsp", "limit", 201)).contains("limit"));
        assertTrue(
                error("partners", Map.of("organisation", "gcsp", "offset", -1)).contains("offset"));
        assertTrue(error("partners", Map.of("organisation", List.of("gcsp"))).contains("organisation"));
    }

    @Test
    void rowsComeInPages() {
        Map<?, ?> all = answer("partners", Map.of("organisation", "gcsp"));
        int total = ((Number) all.get("total")).intValue();
        assertEquals(total, rows(all).size());
        Map<?, ?> first = answer("partners", Map.of("organisation", "gcsp", "limit", 2));
        assertEquals(rows(all).subList(0, 2), rows(first));
        assertEquals(
                "There are " + total + " rows, here are the first 2; for the next ones use offset=2.",
                first.get("note"));
        Map<?, ?> second = answer("partners", Map.of("organisation", "gcsp", "limit", 2, "offset", 2));
        assertEquals(rows(all).subList(2, 4), rows(second));
        assertEquals(List.of(), rows(answer("partners", Map.of("organisation", "gcsp", "offset", 9999))));
    }

    @Test
    void aThingIsFoundByItsAcronym() {
        Map<?, ?> answer = answer("find_thing", Map.of("q", "gcsp"));
        Map<?, ?> first = (Map<?, ?>) rows(answer).get(0);
        assertEquals("gcsp", first.get("id"));
        assertEquals("organisation", first.get("kind"));
        assertTrue(answer("find_thing", Map.of("q", "zzqqy")).containsKey("note"));
        assertEquals(
                3, rows(answer("find_thing", Map.of("q", "cyber", "limit", 3))).size());
        assertTrue(error("find_thing", Map.of("q", "gcsp", "kind", "company")).contains("kind"));
    }

    @Test
    void theCardHoldsEveryRelation() {
        String card = answer("schema", Map.of()).get("card").toString();
        assertTrue(card.length() < 8_000, "characters: " + card.length());
        var relations = rows(answer(
                "sparql",
                Map.of(
                        "query",
                        PREFIXES + "SELECT ?name { ?r a gg:Relation BIND (STRAFTER(STR(?r), \"#\") AS ?name) }")));
        assertTrue(relations.size() > 20);
        for (Object row : relations) {
            String name = ((Map<?, ?>) row).get("name").toString();
            assertTrue(card.contains("\n" + name + " ") || card.contains("\n" + name + "+"), name);
        }
        assertTrue(
                card.contains("Organisation ") && card.contains("arguable: ") && card.contains("Carries it out"), card);
    }

    @Test
    void sparqlAnswersWithPassages() {
        Map<?, ?> answer = answer(
                "sparql",
                Map.of(
                        "query",
                        PREFIXES
                                + "SELECT ?partner ?evidence { ?s rdf:subject <https://w3id.org/geneva-graph/id/organisation/gcsp> ; "
                                + "rdf:predicate gg:partnerOf ; rdf:object ?partner ; gg:evidence ?evidence } "
                                + "ORDER BY ?partner ?evidence LIMIT 5"));
        assertEquals(5, rows(answer).size());
        Map<?, ?> evidence = (Map<?, ?>) ((Map<?, ?>) rows(answer).get(0)).get("evidence");
        assertTrue(evidence.get("iri").toString().startsWith(PASSAGE));
        assertEquals(true, answer("sparql", Map.of("query", "ASK { ?s ?p ?o }")).get("answer"));
        String turtle = answer("sparql", Map.of("query", "CONSTRUCT WHERE { ?s <urn:none> ?o }"))
                .get("turtle")
                .toString();
        assertFalse(turtle.contains("urn:none"));
    }

    @Test
    void sparqlRefusesWhatItMustNotDo() {
        assertTrue(error("sparql", Map.of("query", "INSERT DATA { <urn:a> <urn:b> <urn:c> }"))
                .contains("read-only"));
        assertTrue(error("sparql", Map.of("query", "delete where { ?s ?p ?o }")).contains("read-only"));
        assertTrue(error("sparql", Map.of("query", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"))
                .contains("another service"));
        assertTrue(error("sparql", Map.of("query", "SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }"))
                .contains("not in this dataset"));
        assertTrue(error("sparql", Map.of("query", "SELECT * { ?s ?p ?o }")).contains("more than 200 rows"));
        assertTrue(error("sparql", Map.of("query", "SELECT * {\n ?s ?p }")).contains("line 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
                "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x:p>)* ?b . ?b (!<urn:x:q>)* ?c }"
            })
    void aHostileQueryEndsInTime(String query) {
        assertTrue(error("sparql", Map.of("query", query)).contains("more time than 5.0 s"));
    }

    @Test
    void theGateStandsBeforeTheTools() throws IOException {
        HttpResponse<String> list = http.post(
                "/mcp",
                "application/json",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
                "Accept",
                "application/json, text/event-stream");
        assertEquals(200, list.statusCode());
        assertEquals("*", header(list, "Access-Control-Allow-Origin"));
        assertEquals(server.served().snapshot().version(), header(list, "X-Graph-Version"));
        problem(http.get("/mcp"), 405);
        problem(http.post("/sparql", "application/json", "{}"), 415);
        assertTrue(http.announce("/mcp", "application/json", 1 << 20).contains(" 413"));
        HttpResponse<String> broken =
                http.post("/mcp", "application/json", "{", "Accept", "application/json, text/event-stream");
        assertEquals(400, broken.statusCode());
        assertFalse(broken.body().contains("\tat "), broken::body);
    }

    @Test
    void toolsFollowTheCatalogue(@TempDir Path folder) throws Exception {
        Files.copy(Path.of("queries/partners.rq"), folder.resolve("partners.rq"));
        Served real = server.served();
        try (SnapshotServer other = SnapshotServer.start(real, "127.0.0.1", 0)) {
            try (McpSyncClient models = client(other)) {
                int before = models.listTools().tools().size();
                other.publish(Served.of(real.snapshot(), QueryCatalogue.read(folder), Limits.STANDARD));
                assertTrue(before > 5);
                assertEquals(5, models.listTools().tools().size());
            }
        }
    }
}
