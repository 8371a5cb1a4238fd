package org.genevagraph.serve.pages.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;

/** The search over real HTTP, and what its tests read from its answers. */
abstract class SearchDoor extends RealServer {
    static final String ID = "https://w3id.org/geneva-graph/id/";

    static String path(String words) {
        return "/search?q=" + Http.encoded(words);
    }

    static JsonObject found(Http client, String path) {
        HttpResponse<String> response = client.get(path);
        assertEquals(200, response.statusCode(), response::body);
        assertEquals("application/json", header(response, "Content-Type"));
        return JSON.parse(response.body());
    }

    static JsonObject found(String words) {
        return found(http, path(words) + "&limit=100");
    }

    static String html(Http client, String path) {
        HttpResponse<String> response = client.get(path, "Accept", "text/html");
        assertEquals(200, response.statusCode(), response::body);
        assertEquals("text/html;charset=utf-8", header(response, "Content-Type").replace(" ", ""));
        return withoutOwnScripts(response.body());
    }

    /** A page without the scripts of the site itself, so that no other can hide behind them. */
    static String withoutOwnScripts(String page) {
        return page.replaceAll("<script src=\"/assets/[a-z.]+\\?v=[0-9a-f]+\" defer></script>", "");
    }

    static List<JsonObject> objects(JsonObject holder, String key) {
        return holder.getArray(key).map(JsonValue::getAsObject).toList();
    }

    static List<JsonObject> results(JsonObject answer) {
        return objects(answer, "results");
    }

    /** Kind and id of what was found, best first. */
    static List<String> things(JsonObject answer) {
        return results(answer).stream()
                .map(result -> result.getString("kind") + "/" + result.getString("id"))
                .toList();
    }

    static String snippet(JsonObject result, boolean marked) {
        return objects(result, "snippet").stream()
                .map(segment -> marked && segment.getBoolean("match")
                        ? "[" + segment.getString("text") + "]"
                        : segment.getString("text"))
                .collect(Collectors.joining());
    }

    static int total(JsonObject answer) {
        return answer.get("total").getAsNumber().value().intValue();
    }

    static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString("""
                        PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        PREFIX org: <https://w3id.org/geneva-graph/id/organisation/>
                        PREFIX issue: <https://w3id.org/geneva-graph/id/issue/>
                        """ + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    /** A server that searches another graph than that of its snapshot. */
    static SnapshotServer searching(Graph graph) throws IOException {
        Served real = server.served();
        SearchIndex index = SearchIndex.of(graph);
        return SnapshotServer.start(
                new Served(
                        real.runner(),
                        real.catalogue(),
                        real.foreign(),
                        new ConcurrentHashMap<>(Map.of(SearchIndex.class, () -> index))),
                "127.0.0.1",
                0);
    }

    static String link(HttpResponse<String> response, String relation) {
        return response.headers().allValues("Link").stream()
                .map(Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"")::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("");
    }
}
