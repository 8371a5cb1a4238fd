package org.genevagraph.serve.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;

/** A client of the reconciliation service, which asks as OpenRefine does and reads what it is answered. */
abstract class ReconciliationClient extends RealServer {
    static final String FORM = "application/x-www-form-urlencoded";

    static JsonObject json(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response::body);
        assertEquals("application/json", header(response, "Content-Type"));
        assertEquals("*", header(response, "Access-Control-Allow-Origin"));
        return JSON.parse(response.body());
    }

    static JsonObject get(String path) {
        return json(http.get("/reconcile" + path));
    }

    static JsonObject post(String name, String json, String... headers) {
        return json(http.post("/reconcile", FORM, name + "=" + Http.encoded(json), headers));
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static JsonArray candidates(String query) {
        return post("queries", "{\"q0\": " + query + "}")
                .getObj("q0")
                .get("result")
                .getAsArray();
    }

    static List<String> ids(JsonArray candidates) {
        return candidates.stream().map(one -> one.getAsObject().getString("id")).toList();
    }

    static List<String> matches(JsonArray candidates) {
        return candidates.stream()
                .map(JsonValue::getAsObject)
                .filter(one -> one.getBoolean("match"))
                .map(one -> one.getString("id"))
                .toList();
    }
}
