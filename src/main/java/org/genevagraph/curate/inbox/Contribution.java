package org.genevagraph.curate.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.vocabulary.Iris;

/**
 * What a reader proposes. It holds what the reader wrote and nothing about the reader.
 *
 * @param form the form that was filled in, such as {@code relation}
 * @param table the table for which it is a row, such as {@code statements/gcsp}; empty if it is none
 * @param cells the row's cells by their columns
 * @param about the path of the page that it is about; empty if it is about none
 * @param passage the passage that is said to bear it out, as {@code gcsp#6}; empty if none is named
 * @param note what else the reader says
 * @param version the version of the graph that the reader saw
 * @param day the day on which it came, such as 2026-11-27
 */
public record Contribution(
        String form,
        String table,
        Map<String, String> cells,
        String about,
        String passage,
        String note,
        String version,
        String day) {
    private static final int DIGITS = 16;

    public Contribution {
        cells = new LinkedHashMap<>(cells);
    }

    /** Stands for what it says: who sends the same twice has sent it once. */
    public String id() {
        return Iris.digest(String.join("\n", form, table, cells.toString(), about, passage, note))
                .substring(0, DIGITS);
    }

    /** The document whose passage is named; empty if none is. */
    public String source() {
        return passage.replaceFirst("#.*", "");
    }

    /** As a file holds it. */
    public String json() {
        JsonBuilder json = JsonBuilder.create()
                .startObject()
                .pair("form", form)
                .pair("day", day)
                .pair("version", version)
                .pair("about", about)
                .pair("passage", passage)
                .pair("note", note)
                .pair("table", table)
                .key("cells")
                .startObject();
        cells.forEach(json::pair);
        return json.finishObject().finishObject().build().toString();
    }

    /** What a file holds; empty if it is no contribution. */
    public static Optional<Contribution> of(String text) {
        try {
            JsonObject json = JSON.parse(text);
            Map<String, String> cells = new LinkedHashMap<>();
            if (json.hasKey("cells") && json.get("cells").isObject()) {
                json.get("cells").getAsObject().forEach((column, value) -> cells.put(column, string(value)));
            }
            return string(json.get("form")).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Contribution(
                            string(json.get("form")),
                            string(json.get("table")),
                            cells,
                            string(json.get("about")),
                            string(json.get("passage")),
                            string(json.get("note")),
                            string(json.get("version")),
                            string(json.get("day"))));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private static String string(JsonValue value) {
        return value != null && value.isString() ? value.getAsString().value() : "";
    }
}
