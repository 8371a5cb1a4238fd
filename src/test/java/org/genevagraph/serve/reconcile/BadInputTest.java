package org.genevagraph.serve.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.serve.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong, too much or hostile in a request for reconciliation is refused with its fix, or changes nothing. */
class BadInputTest extends ReconciliationClient {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "queries={ | is not JSON",
                "queries= | is empty",
                "extend= | is empty",
                "queries=\" | JSON",
                "queries=[] | is no object",
                "queries={\"q0\": 5} | q0 is no object",
                "queries={\"q0\": {}} | neither a query nor properties",
                "queries={\"q0\": {\"query\": \"\"}} | neither a query nor properties",
                "queries={\"q0\": {\"query\": 5}} | is no text",
                "queries={\"q0\": {\"query\": \"x\", \"limit\": 0}} | limit",
                "queries={\"q0\": {\"query\": \"x\", \"limit\": \"many\"}} | limit",
                "queries={\"q0\": {\"query\": \"x\", \"limit\": -1}} | q0.limit is no positive whole number",
                "queries={\"q0\": {\"query\": \"x\", \"limit\": 1.5}} | q0.limit is no positive whole number",
                "queries={\"q0\": {\"query\": \"x\", \"limit\": [5]}} | q0.limit is no positive whole number",
                "queries={\"q0\": {\"query\": \"x\"}} {} | is not JSON, at line 1",
                "queries={\"q0\": {\"query\": \"x\"}} x | is not JSON, at line 1",
                "extend={\"ids\": [\"x\"], \"properties\": [{\"id\": \"ror\"}]}] | is not JSON, at line 1",
                "queries={\"q0\": {\"query\": \"x\", \"type\": \"Shoe\"}} | 'Shoe' is no type",
                "queries={\"q0\": {\"query\": \"x\", \"type_strict\": \"maybe\"}} | type_strict",
                "queries={\"q0\": {\"query\": \"x\", \"properties\": [{\"pid\": \"size\", \"v\": 5}]}} | 'size' is no property",
                "queries={\"q0\": {\"query\": \"x\", \"properties\": [{\"v\": 5}]}} | pid",
                "extend={\"ids\": []} | no ids or no properties",
                "extend={\"ids\": null, \"properties\": null} | no ids or no properties",
                "extend={\"ids\": [\"x\"], \"properties\": [{\"id\": \"ror\", \"settings\": {\"limit\": -1}}]} | settings.limit is no whole number",
                "extend={\"ids\": [\"x\"], \"properties\": [{\"id\": \"ror\", \"settings\": {\"limit\": \"x\"}}]} | settings.limit is no whole number",
                "extend={\"ids\": [\"x\"], \"properties\": [{\"id\": \"ror\", \"settings\": {\"limit\": [1]}}]} | settings.limit is no whole number",
                "extend={\"ids\": [\"x\"], \"properties\": [{\"id\": \"ror\", \"settings\": 5}]} | settings is no object",
                "extend={\"ids\": [5], \"properties\": []} | is no text",
                "extend={\"ids\": [], \"properties\": [{\"id\": \"size\"}]} | 'size' is no property",
                "nothing=5 | neither queries nor extend",
            })
    void badInputIsToldWithItsFix(String form, String cause) {
        String[] pair = form.split("=", 2);
        HttpResponse<String> response = http.post("/reconcile", FORM, pair[0] + "=" + Http.encoded(pair[1]));
        assertTrue(problem(response, 400).getString("cause").contains(cause), response::body);
        assertFalse(problem(response, 400).getString("fix").isEmpty());
    }

    @Test
    void whatIsTooMuchIsRefused() {
        StringBuilder batch = new StringBuilder("{\"q\": {\"query\": \"x\"}");
        for (int i = 0; i < 100; i++) {
            batch.append(", \"q").append(i).append("\": {\"query\": \"x\"}");
        }
        problem(http.post("/reconcile", FORM, "queries=" + Http.encoded(batch + "}")), 413);
        problem(http.post("/reconcile", FORM, "queries=" + Http.encoded("[".repeat(20_000))), 400);
        problem(
                http.post(
                        "/reconcile",
                        FORM,
                        "queries=" + Http.encoded("{\"q0\": {\"query\": \"" + "x".repeat(501) + "\"}}")),
                400);
        problem(http.get("/reconcile/nothing"), 404);
        problem(http.get("/reconcile/preview?id=organisation/nobody"), 404);
        problem(http.get("/reconcile/suggest/entity?prefix=a&cursor=x"), 400);
        problem(http.post("/reconcile", "application/json", "{}"), 415);
    }

    /** What is said a thousand times is worked on once; what is different a thousand times is refused. */
    @Test
    void noRequestOfOneBodyTakesTheServerForMinutes() {
        String property = "{\"id\": \"ror\"}";
        JsonObject extended = post(
                "extend",
                "{\"ids\": [" + many("\"place/geneva\"", 1000) + "], \"properties\": [" + many(property, 5000) + "]}");
        assertEquals(1, extended.get("meta").getAsArray().size());
        assertEquals(1, extended.getObj("rows").size());
        String like = "{\"query\": \"geneva\", ";
        assertEquals(
                5,
                candidates(like + "\"type\": [" + many("\"Organisation\"", 5000) + "]}")
                        .size());
        String condition = "{\"pid\": \"partnerOf\", \"v\": \"x\"}";
        for (String tooMuch : List.of(
                "\"properties\": [" + many(condition, 51) + "]",
                "\"properties\": [{\"pid\": \"partnerOf\", \"v\": [" + many("\"x\"", 51) + "]}]")) {
            HttpResponse<String> response =
                    http.post("/reconcile", FORM, "queries=" + Http.encoded("{\"q0\": " + like + tooMuch + "}}"));
            assertTrue(problem(response, 400).getString("cause").contains("more than 50"), response::body);
        }
    }

    private static String many(String one, int times) {
        return String.join(",", Collections.nCopies(times, one));
    }

    @Test
    void aLimitIsAnyNumberThatIsWhole() {
        for (String limit : List.of("1000000000", "99999999999999999999", "1e9", "5.0", "\"10\"")) {
            assertFalse(
                    candidates("{\"query\": \"geneva\", \"limit\": " + limit + "}")
                            .isEmpty(),
                    limit);
        }
        for (String limit : List.of("0", "1", "1e9", "9999999999", "null", "\"2\"")) {
            JsonObject extended = post(
                    "extend",
                    "{\"ids\": [\"organisation/gcsp\"], \"properties\": [{\"id\": \"partnerOf\", \"settings\": {\"limit\": "
                            + limit + "}}]}");
            int found = extended.getObj("rows")
                    .getObj("organisation/gcsp")
                    .get("partnerOf")
                    .getAsArray()
                    .size();
            assertTrue(
                    limit.equals("1") ? found == 1 : limit.equals("\"2\"") ? found == 2 : found > 2,
                    limit + ": " + found);
        }
    }

    @Test
    void whatIsTypedIsCalledByItsOwnName() {
        HttpResponse<String> response = http.get("/reconcile/suggest/entity?prefix=" + "a".repeat(300));
        assertTrue(problem(response, 400).getString("cause").startsWith("prefix"), response::body);
    }

    @Test
    void hostileNamesChangeNothing() {
        for (String name : List.of(
                "<script>alert(1)</script>",
                "' OR 1=1",
                "\u0000",
                "%",
                "((((",
                "a".repeat(500),
                "\uD83D\uDE00",
                "*?~\"")) {
            String json = "{\"q0\": {\"query\": " + quoted(name).replace("\u0000", "\\u0000") + "}}";
            HttpResponse<String> response = http.post("/reconcile", FORM, "queries=" + Http.encoded(json));
            assertEquals(200, response.statusCode(), name);
            assertTrue(
                    matches(JSON.parse(response.body())
                                    .getObj("q0")
                                    .get("result")
                                    .getAsArray())
                            .isEmpty(),
                    name);
        }
        HttpResponse<String> preflight = http.method("OPTIONS", "/reconcile", "Origin", "https://example.org");
        assertEquals(204, preflight.statusCode());
        assertEquals("*", header(preflight, "Access-Control-Allow-Origin"));
    }
}
