package org.genevagraph.serve.mcp.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevagraph.problem.Refusal;
import org.genevagraph.serve.http.Served;

/** Something that a language model can ask of the server. It holds no snapshot: each call brings the one that is served. */
public interface McpTool {
    /** The name by which models call it; such names have underscores. */
    String name();

    /** What people call it. */
    String title();

    /** What it answers, and when to take it. */
    String description();

    /** The JSON Schema of each argument, by its name. */
    Map<String, Map<String, Object>> arguments();

    /** The arguments without which it cannot be called. */
    List<String> required();

    /** The JSON Schema of its answers as data. */
    Map<String, Object> outputSchema();

    /**
     * Answers.
     *
     * @param given the arguments as text
     * @throws Refusal if they are not what they should be, or take more than the limits allow
     */
    McpAnswer call(Served now, Map<String, String> given) throws Refusal;

    /** Arguments as they were given, each under its own name in place of another one by which it is also taken. */
    default Map<String, Object> named(Map<String, Object> given) {
        return given;
    }

    /** The JSON Schema of all arguments together; others are refused. */
    default Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", arguments());
        schema.put("required", required());
        schema.put("additionalProperties", false);
        return schema;
    }
}
