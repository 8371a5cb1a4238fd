package org.genevagraph.serve.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients send to {@code /mcp} beside what their libraries would: errors of JSON-RPC under the right status, in words of ours. */
class McpProtocolTest extends RealServer {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String BOTH = "application/json, text/event-stream";

    private static HttpResponse<String> post(String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Accept")) {
            all.addAll(List.of("Accept", BOTH));
        }
        return http.post("/mcp", "application/json", body, all.toArray(String[]::new));
    }

    private static JsonObject error(HttpResponse<String> response, int status, int code) {
        assertEquals(status, response.statusCode(), response::body);
        assertEquals("application/json", header(response, "Content-Type"));
        JsonObject message = JSON.parse(response.body());
        assertEquals("2.0", message.getString("jsonrpc"));
        assertTrue(message.hasKey("id"), response::body);
        JsonObject error = message.getObj("error");
        assertEquals(code, error.get("code").getAsNumber().value().intValue(), response::body);
        assertTrue(error.getString("message").contains(" – "), response::body);
        assertFalse(
                response.body()
                        .matches(
                                "(?s).*(?:Exception|stackTrace|\\bat [a-z]+\\.|(?:io|java|org|tools|com)\\.[a-z]+\\.).*"),
                response::body);
        return message;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {                                                                                        ~ 400 ~ -32700 ~ null
            {"jsonrpc                                                                                ~ 400 ~ -32700 ~ null
            ``                                                                                       ~ 400 ~ -32700 ~ null
            {"jsonrpc":"2.0","id":1,"method":"ping"} x                                               ~ 400 ~ -32700 ~ null
            {'jsonrpc':'2.0'}                                                                        ~ 400 ~ -32700 ~ null
            [{"jsonrpc":"2.0","id":1,"method":"ping"}]                                               ~ 400 ~ -32600 ~ null
            []                                                                                       ~ 400 ~ -32600 ~ null
            {}                                                                                       ~ 400 ~ -32600 ~ null
            "ping"                                                                                   ~ 400 ~ -32600 ~ null
            null                                                                                     ~ 400 ~ -32600 ~ null
            7                                                                                        ~ 400 ~ -32600 ~ null
            {"id":1,"method":"ping"}                                                                 ~ 400 ~ -32600 ~ 1
            {"jsonrpc":"1.0","id":"a","method":"ping"}                                               ~ 400 ~ -32600 ~ "a"
            {"jsonrpc":2.0,"id":1,"method":"ping"}                                                   ~ 400 ~ -32600 ~ 1
            {"jsonrpc":"2.0","id":null,"method":"tools/list"}                                        ~ 400 ~ -32600 ~ null
            {"jsonrpc":"2.0","id":{},"method":"ping"}                                                ~ 400 ~ -32600 ~ null
            {"jsonrpc":"2.0","id":[1],"method":"ping"}                                               ~ 400 ~ -32600 ~ null
            {"jsonrpc":"2.0","id":true,"method":"ping"}                                              ~ 400 ~ -32600 ~ null
            {"jsonrpc":"2.0","id":1.5,"method":"ping"}                                               ~ 400 ~ -32600 ~ null
            {"jsonrpc":"2.0","id":99999999999999999999999,"method":"ping"}                           ~ 400 ~ -32600 ~ null
            {"jsonrpc":"2.0","id":1}                                                                 ~ 400 ~ -32600 ~ 1
            {"jsonrpc":"2.0","id":1,"method":7}                                                      ~ 400 ~ -32600 ~ 1
            {"jsonrpc":"2.0","id":1,"method":""}                                                     ~ 400 ~ -32600 ~ 1
            {"jsonrpc":"2.0","id":1,"method":null}                                                   ~ 400 ~ -32600 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"tools/fly"}                                            ~ 200 ~ -32601 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"resources/fly"}                                        ~ 200 ~ -32601 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"resources/list","params":{"cursor":"x"}}               ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"resources/templates/list","params":{"cursor":"x"}}     ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","method":"notifications/cancelled","params":7}                          ~ 400 ~ -32602 ~ null
            {"jsonrpc":"2.0","id":1,"method":"resources/read"}                                       ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"file:///etc/passwd"}} ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":"propose"}}              ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":"propose_facts"}}        ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":"propose_facts","arguments":7}} ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"notifications/initialized"}                            ~ 200 ~ -32601 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"tools/list","params":[]}                               ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"tools/list","params":"x"}                              ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"x"}}                   ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"tools/call"}                                           ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}                               ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":7}}                       ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"partner"}}               ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"schema","arguments":[]}} ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"schema","arguments":7}}  ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"initialize"}                                           ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":7}}            ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{}}} ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{"roots":7},"clientInfo":{"name":"a","version":"1"}}} ~ 200 ~ -32602 ~ 1
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"schema","_meta":7}}      ~ 200 ~ -32602 ~ 1
            """)
    void whatIsNoMessageIsAnErrorOfTheProtocol(String body, int status, int code, String id) {
        JsonObject message = error(post(body == null ? "" : body), status, code);
        assertEquals(id, message.get("id").toString());
    }

    @Test
    void whatNestsTooDeepOrIsNotUtf8IsNoMessage() {
        error(post("[".repeat(30_000)), 400, -32700);
        error(post("{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(5000) + ",\"method\":\"ping\"}"), 400, -32700);
        HttpResponse<String> latin = http.post(
                "/mcp",
                "application/json",
                new String("\u00e9".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                "Accept",
                BOTH);
        error(latin, 400, -32700);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"propose_facts\"} ~ propose_facts needs document",
                "{\"name\":\"propose_facts\",\"arguments\":null} ~ propose_facts needs document",
                "{\"name\":\"propose_facts\",\"arguments\":{\"document\":\" \"}} ~ propose_facts needs document",
                "{\"name\":\"propose_facts\",\"arguments\":{\"document\":7}} ~ document is no string",
                "{\"name\":\"propose_facts\",\"arguments\":{\"documnt\":\"gcsp\"}} ~ did you mean document?",
                "{\"name\":\"correct_fact\",\"arguments\":{\"subject\":\"gcsp\",\"object\":null}} ~ correct_fact needs object"
            })
    void whatIsWrongWithThePromptsArgumentsIsSaid(String params, String told) {
        String message = error(
                        post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/get\",\"params\":" + params + "}"),
                        200,
                        -32602)
                .getObj("error")
                .getString("message");
        assertTrue(message.contains(told), message);
    }

    @Test
    void whatIsRefusedBeforeAMessageIsReadIsAnErrorOfTheProtocolToo() throws IOException {
        error(http.post("/mcp", "application/json", PING, "Origin", "http://elsewhere.example"), 403, -32600);
        error(
                http.post("/mcp", "application/json", PING, "Accept", "text/html", "Origin", "http://a.example"),
                403,
                -32600);
        error(http.post("/mcp", "application/json", PING, "Content-Encoding", "gzip"), 415, -32600);
        assertTrue(http.announce("/mcp", "application/json", 1 << 20).contains(" 413"));
    }

    @Test
    void theToolThatWasMeantIsNamed() {
        JsonObject message = error(
                post(
                        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"tools/call\",\"params\":{\"name\":\"shared_partner\"}}"),
                200,
                -32602);
        assertTrue(message.getObj("error").getString("message").contains("did you mean shared_partners"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "*/*",
                "application/*",
                "text/event-stream, application/json;q=0.1",
                "APPLICATION/JSON"
            })
    void whoeverTakesJsonIsAnswered(String accept) {
        HttpResponse<String> response = post(PING, "Accept", accept);
        assertEquals(200, response.statusCode(), response::body);
        assertEquals("application/json", header(response, "Content-Type"));
        assertTrue(JSON.parse(response.body()).hasKey("result"), response::body);
    }

    @Test
    void whoeverSaysNothingIsAnsweredToo() {
        assertEquals(200, http.post("/mcp", "application/json", PING).statusCode());
        assertEquals(
                200, http.post("/mcp", "application/json; charset=utf-8", PING).statusCode());
        assertEquals(
                200,
                http.post("/mcp", "Application/JSON;charset=\"UTF-8\"", PING).statusCode());
    }

    @Test
    void headersThatDoNotFitAreRefused() {
        error(post(PING, "Accept", "text/event-stream"), 406, -32600);
        error(post(PING, "Accept", "text/plain"), 406, -32600);
        error(http.post("/mcp", "text/plain", PING), 415, -32600);
        for (String charset : List.of("latin1", "utf-7", "x", "\"")) {
            error(http.post("/mcp", "application/json; charset=" + charset, PING), 415, -32600);
        }
        error(http.post("/mcp", "application/x-www-form-urlencoded", "query=ASK{}"), 415, -32600);
        error(post(PING, "Content-Encoding", "gzip"), 415, -32600);
        error(post(PING, "MCP-Protocol-Version", "1999-01-01"), 400, -32600);
        error(post(PING, "MCP-Protocol-Version", "x"), 400, -32600);
        assertEquals(200, post(PING, "MCP-Protocol-Version", "2025-06-18").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "PATCH"})
    void messagesAreOnlyPosted(String method) {
        HttpResponse<String> response = http.method(method, "/mcp", "Accept", "text/event-stream");
        problem(response, 405);
        assertEquals("POST, OPTIONS", header(response, "Allow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unheard-of\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":1,\"message\":\"x\"}}"
            })
    void whatWantsNoAnswerGetsNone(String body) {
        HttpResponse<String> response = post(body);
        assertEquals(202, response.statusCode(), response::body);
        assertEquals("", response.body());
    }

    @Test
    void whoeverSpeaksAnUnknownVersionIsOfferedAKnownOne() {
        HttpResponse<String> response = post(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
                        + "{\"protocolVersion\":\"1999-01-01\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}");
        assertEquals(200, response.statusCode(), response::body);
        assertEquals(
                "2025-11-25",
                JSON.parse(response.body()).getObj("result").getString("protocolVersion"),
                response::body);
    }

    @Test
    void aNullForAnOptionalArgumentIsAbsence() {
        String call =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"partners\",\"arguments\":"
                        + "{\"organisation\":%s}}}";
        String plain = post(call.formatted("\"gcsp\"")).body();
        assertEquals(
                plain,
                post(call.formatted("\"gcsp\",\"scope\":null,\"limit\":null,\"offset\":null"))
                        .body());
        assertTrue(post(call.formatted("null")).body().contains("partners needs organisation"));
        assertTrue(
                post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"schema\",\"arguments\":null}}")
                        .body()
                        .contains("\"card\""));
    }
}
