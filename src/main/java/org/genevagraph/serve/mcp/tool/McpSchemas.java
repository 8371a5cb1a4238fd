package org.genevagraph.serve.mcp.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schemas of what tools answer. */
final class McpSchemas {
    /** The version of the graph. */
    static final Map<String, Object> VERSION = string("the version of the graph");

    /** What every answer of rows has. */
    static final List<String> ROWS = List.of("columns", "rows", "total", "offset", "more", "version");

    private McpSchemas() {}

    static Map<String, Object> object(Map<String, ?> properties, List<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    static Map<String, Object> string(String description) {
        return Map.of("type", "string", "description", description);
    }

    /** The properties of an answer of rows. */
    static Map<String, Map<String, Object>> rows(Map<String, Object> row) {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        properties.put("columns", Map.of("type", "array", "items", Map.of("type", "string")));
        properties.put("rows", Map.of("type", "array", "items", row));
        properties.put("total", number("how many rows there are"));
        properties.put("offset", number("how many were passed over"));
        properties.put("more", Map.of("type", "boolean", "description", "whether further rows follow"));
        properties.put("nextOffset", number("the offset of the next page, if there is one"));
        properties.put("note", string("what the rows do not say of themselves"));
        properties.put("version", VERSION);
        return properties;
    }

    private static Map<String, Object> number(String description) {
        return Map.of("type", "integer", "minimum", 0, "description", description);
    }

    /** A row of these columns; what it does not say is left out. */
    static Map<String, Object> row(List<String> columns) {
        Map<String, Object> cells = new LinkedHashMap<>();
        columns.forEach(column -> cells.put(column, CELL));
        return object(cells, List.of());
    }

    /** A row of columns that only the query knows. */
    static Map<String, Object> anyRow() {
        return Map.of("type", "object", "additionalProperties", CELL);
    }

    /** A thing with its name, a value, or the IRIs of passages. */
    private static final Map<String, Object> CELL = Map.of(
            "anyOf",
            List.of(
                    object(Map.of("iri", Map.of("type", "string"), "label", Map.of("type", "string")), List.of("iri")),
                    Map.of("type", List.of("string", "number", "boolean")),
                    Map.of("type", "array", "items", Map.of("type", "string"))));
}
