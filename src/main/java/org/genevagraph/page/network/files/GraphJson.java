package org.genevagraph.page.network.files;

import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.page.network.NetworkPage;

/** The network in the JSON of other programs. */
public final class GraphJson {
    private GraphJson() {}

    /** As Cytoscape.js and Cytoscape read it: each tie once, whether it has a direction in {@code directed}. */
    public static JsonObject cytoscape(NetworkPage page, String version) {
        Elements elements = Elements.of(page);
        JsonArray nodes = new JsonArray();
        for (Elements.Vertex node : elements.nodes()) {
            JsonObject data = new JsonObject();
            data.put("id", node.id());
            add(data, node.data());
            nodes.add(element(data));
        }
        JsonArray edges = new JsonArray();
        for (Elements.Edge edge : elements.edges()) {
            JsonObject data = ends(edge);
            data.put("id", edge.id());
            data.put("directed", edge.directed());
            // What Cytoscape calls the kind of an edge.
            data.put("interaction", edge.data().get("relation").toString());
            add(data, edge.data());
            edges.add(element(data));
        }
        JsonObject both = new JsonObject();
        both.put("nodes", nodes);
        both.put("edges", edges);
        JsonObject json = new JsonObject();
        json.put("format_version", "1.0");
        json.put("generated_by", "geneva-graph");
        json.put("target_cytoscapejs_version", "~3");
        json.put("data", about(page, version));
        json.put("elements", both);
        return json;
    }

    /**
     * As {@code networkx.node_link_graph} reads it. Its edges stand there under two names, {@code links} for versions before 3.4 and
     * {@code edges} for later ones, so that neither has to be told which.
     */
    public static JsonObject nodeLink(NetworkPage page, String version) {
        Elements elements = Elements.of(page);
        JsonArray nodes = new JsonArray();
        for (Elements.Vertex node : elements.nodes()) {
            JsonObject json = new JsonObject();
            json.put("id", node.id());
            add(json, node.data());
            nodes.add(json);
        }
        JsonArray edges = new JsonArray();
        for (Elements.Edge edge : elements.uniform()) {
            JsonObject json = ends(edge);
            json.put("key", edge.id());
            add(json, edge.data());
            edges.add(json);
        }
        JsonObject json = new JsonObject();
        json.put("directed", elements.directed());
        json.put("multigraph", true);
        json.put("graph", about(page, version));
        json.put("nodes", nodes);
        json.put("links", edges);
        json.put("edges", edges);
        return json;
    }

    private static JsonObject about(NetworkPage page, String version) {
        JsonObject about = new JsonObject();
        about.put("name", "Geneva Graph" + page.filter().query());
        about.put("version", version);
        return about;
    }

    private static JsonObject ends(Elements.Edge edge) {
        JsonObject json = new JsonObject();
        json.put("source", edge.source());
        json.put("target", edge.target());
        return json;
    }

    private static JsonObject element(JsonObject data) {
        JsonObject element = new JsonObject();
        element.put("data", data);
        return element;
    }

    private static void add(JsonObject json, Map<String, Object> data) {
        data.forEach((name, value) -> json.put(name, json(value)));
    }

    private static JsonValue json(Object value) {
        if (value instanceof Integer number) {
            return JsonNumber.value(number);
        }
        return value instanceof Boolean truth ? new JsonBoolean(truth) : new JsonString(value.toString());
    }
}
