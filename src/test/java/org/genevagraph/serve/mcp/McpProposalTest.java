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
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.curate.rows.ProposedText;
import org.genevagraph.load.Loaders;
import org.genevagraph.page.docs.CodeExample;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How an assistant proposes facts and is held to the passages, with a real client, made-up tables and their texts. */
class McpProposalTest {
    private static final String HEADER = "subject,relation,object,via,role,from,until,standing,evidence\n";
    private static final String SOUND = HEADER + "delta,supports,talks,,donor,,,stated,alpha#3\n";

    private static SnapshotServer server;
    private static McpSyncClient client;

    @BeforeAll
    static void start() throws Exception {
        Inputs inputs = Inputs.read(Mini.HOME, Mini.DATA, Optional.of(Texts.MADE_UP));
        Snapshot snapshot = new SnapshotBuilder(inputs, Progress.NONE).build();
        server = SnapshotServer.start(
                Served.of(snapshot, Mini.queries(), Limits.STANDARD).with(inputs), "127.0.0.1", 0);
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder(server.address())
                        .endpoint("/mcp")
                        .build())
                .requestTimeout(Duration.ofSeconds(60))
                .build();
        client.initialize();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static CallToolResult check(String rows, String tables) {
        return client.callTool(CallToolRequest.builder("check_rows")
                .arguments(Map.of("rows", rows, "tables", tables))
                .build());
    }

    private static Map<?, ?> answer(CallToolResult result) {
        assertFalse(Boolean.TRUE.equals(result.isError()), () -> text(result));
        Tool tool = client.listTools().tools().stream()
                .filter(one -> one.name().equals("check_rows"))
                .findFirst()
                .orElseThrow();
        var fit = McpJsonDefaults.getSchemaValidator().validate(tool.outputSchema(), result.structuredContent());
        assertTrue(fit.valid(), fit::errorMessage);
        return (Map<?, ?>) result.structuredContent();
    }

    private static String error(String rows, String tables) {
        CallToolResult result = check(rows, tables);
        assertTrue(Boolean.TRUE.equals(result.isError()), () -> text(result));
        return text(result);
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    /** A call in the documentation with what it is answered. */
    private record Exchange(String tables, String rows, boolean sound, String answer) {}

    private static List<Exchange> transcript() {
        List<Exchange> exchanges = new ArrayList<>();
        for (String part : ("\n" + CodeExample.CHECK_ROWS.text("")).split("\n> check_rows ", -1)) {
            if (!part.isBlank()) {
                String[] sides = part.split("\n< ", 2);
                String[] call = sides[0].split("\n", 2);
                String[] answer = sides[1].strip().split("\n", 2);
                exchanges.add(new Exchange(call[0], call[1], answer[0].equals("true"), answer[1]));
            }
        }
        return exchanges;
    }

    @Test
    void theTranscriptInTheDocumentationIsWhatHappens() {
        List<Exchange> exchanges = transcript();
        assertEquals(3, exchanges.size());
        for (Exchange exchange : exchanges) {
            CallToolResult result = check(exchange.rows(), exchange.tables());
            assertEquals(exchange.answer(), text(result));
            assertEquals(exchange.sound(), answer(result).get("sound"));
        }
        assertTrue(exchanges.get(2).sound());
    }

    @Test
    void factsComeWithVerdictPassagesAndQuote() {
        Map<?, ?> fact = (Map<?, ?>) ((List<?>) answer(check(SOUND, "")).get("facts")).get(0);
        assertEquals("statements/alpha.csv", fact.get("table"));
        assertEquals(2, ((Number) fact.get("line")).intValue());
        assertEquals(List.of("alpha#3"), fact.get("passages"));
        assertTrue(fact.get("quote").toString().contains("Delta Bank gave money"), fact::toString);
    }

    @Test
    void nothingIsWrittenAndTheGraphStays() {
        String before = server.served().snapshot().version();
        answer(check(SOUND, ""));
        assertEquals(before, server.served().snapshot().version());
        assertFalse(server.served().inputs().orElseThrow().tables().stream()
                .anyMatch(table -> table.text().contains("delta,supports")));
    }

    @Test
    void whatIsNoProposalIsRefused() {
        assertTrue(error(HEADER + "delta,supports,talks,,,,,stated,alpha#3\n".repeat(100), "")
                .contains("100 lines"));
        assertTrue(error("a,b\n1,2\n", "").contains("header that is that of no table"));
        assertTrue(error("\n\n", "").contains("there are no rows"));
        assertTrue(error(SOUND, "statements/alpha, organisations").contains("1 tables and 2 names"));
        assertTrue(error(SOUND + "\n" + SOUND, "").contains("two tables 'statements/alpha'"));
        for (String table : List.of(
                "evidence-notes", "passages/alpha", "sources", "../organisations", "statements/../x", "links/x")) {
            assertTrue(error("subject,relation,object,reason\n,,,x\n", table).contains("no table that takes"), table);
        }
        assertTrue(error("subject,relation,object,reason\ngamma,,,x\n", "").contains("evidence-notes"));
    }

    @Test
    void rowsAreReadAsModelsWriteThem() {
        String body =
                "id,name,acronym,aliases,kind,summary,website,evidence\nnew-one,New One,,,ngo,Made up.,,alpha#2\n";
        for (String rows : List.of(body + SOUND, "```csv\n" + body + "```\n\n```csv\n" + SOUND + "```\n")) {
            assertEquals(2, ((List<?>) answer(check(rows, "")).get("facts")).size(), rows);
        }
        assertTrue(error("| thing | status |\n|---|---|\n| talks | planned |\n", "")
                .contains("is a table in Markdown"));
        assertTrue(error("words,translation\nx,y\n", "").contains("'translations' is no table"));
    }

    @Test
    void rowsThatMultiplyEndInTime() {
        // The most that so many lines can do: bodies that all take part in one initiative are partners of each other.
        String bodies = "id,name,acronym,aliases,kind,summary,website,evidence\n"
                + IntStream.range(0, 48)
                        .mapToObj(i -> "body-" + i + ",Body " + i + ",,,ngo,Made up.,,alpha#2\n")
                        .collect(Collectors.joining());
        String parts = HEADER
                + IntStream.range(0, 48)
                        .mapToObj(i -> "body-" + i + ",coConvenes,talks,,,,,stated,alpha#2\n")
                        .collect(Collectors.joining());
        Map<?, ?> answer = answer(check(bodies + "\n" + parts, ""));
        assertEquals(96, ((List<?>) answer.get("facts")).size(), answer::toString);
    }

    @Test
    void oneCheckRunsAtATime() {
        List<CompletableFuture<String>> asked = Stream.of(1, 2, 3, 4, 5, 6)
                .map(i -> CompletableFuture.supplyAsync(() -> text(check(SOUND, ""))))
                .toList();
        List<String> answers = asked.stream().map(CompletableFuture::join).toList();
        assertTrue(answers.stream().anyMatch(text -> text.contains("Nothing keeps these rows")), answers::toString);
        assertTrue(
                answers.stream()
                        .allMatch(text -> text.contains("Nothing keeps these rows")
                                || text.contains("other rows are being looked at")),
                answers::toString);
    }

    @Test
    void aServerWithoutTablesSaysSo() throws IOException {
        Served real = server.served();
        try (SnapshotServer bare = SnapshotServer.start(
                        Served.of(real.snapshot(), real.catalogue(), Limits.STANDARD), "127.0.0.1", 0);
                McpSyncClient other = McpClient.sync(HttpClientStreamableHttpTransport.builder(bare.address())
                                .endpoint("/mcp")
                                .build())
                        .build()) {
            other.initialize();
            CallToolResult result = other.callTool(CallToolRequest.builder("check_rows")
                    .arguments(Map.of("rows", SOUND))
                    .build());
            assertTrue(text(result).contains("without its tables"), text(result));
        }
    }

    @Test
    void theGuideHasEveryTableThatTakesProposals() {
        Resource resource = client.listResources().resources().get(0);
        TextResourceContents contents = (TextResourceContents)
                client.readResource(ReadResourceRequest.builder(resource.uri()).build())
                        .contents()
                        .get(0);
        String guide = contents.text();
        for (String table : ProposedText.TABLES) {
            String columns = String.join(
                    ",",
                    Loaders.of(table.endsWith("/") ? table + "x" : table)
                            .orElseThrow()
                            .columns());
            assertTrue(guide.contains("`" + columns + "`"), table);
        }
        assertTrue(guide.contains("research-institute") && guide.contains("platform"), guide);
        assertFalse(guide.contains("{columns") || guide.contains("{kinds"), guide);
        assertTrue(client.getServerInstructions().contains(resource.uri()));
    }

    @Test
    void promptsSendToTheGuideAndTheCheck() {
        List<Prompt> prompts = client.listPrompts().prompts();
        assertEquals(
                List.of("correct_fact", "propose_facts"),
                prompts.stream().map(Prompt::name).sorted().toList());
        String propose = prompt("propose_facts", Map.of("document", "gcsp", "passage", "6", "words", "It says so."));
        assertTrue(propose.contains("gcsp#6") && propose.contains("It says so."), propose);
        String correct = prompt("correct_fact", Map.of("subject", "gcsp", "object", "ecma", "doubt", "the year"));
        assertTrue(correct.contains("gcsp and ecma") && correct.contains("the year"), correct);
        for (String text : List.of(propose, correct)) {
            assertTrue(text.contains("geneva-graph:guide") && text.contains("check_rows"), text);
        }
    }

    private static String prompt(String name, Map<String, Object> arguments) {
        var result = client.getPrompt(
                GetPromptRequest.builder(name).arguments(arguments).build());
        return ((TextContent) result.messages().get(0).content()).text();
    }
}
