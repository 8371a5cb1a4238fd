package org.genevagraph.serve.mcp.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevagraph.serve.http.Served;

/** What the graph is made of, on one card. */
public record McpSchemaTool() implements McpTool {
    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String title() {
        return "What the graph holds";
    }

    @Override
    public String description() {
        return "A short card of the graph: classes with counts, relations with definitions, prefixes, how statements carry their evidence, "
                + "and what standings mean. Read it before you write SPARQL.";
    }

    @Override
    public Map<String, Map<String, Object>> arguments() {
        return Map.of();
    }

    @Override
    public List<String> required() {
        return List.of();
    }

    @Override
    public Map<String, Object> outputSchema() {
        return McpSchemas.object(
                Map.of("card", McpSchemas.string("the card"), "version", McpSchemas.VERSION),
                List.of("card", "version"));
    }

    @Override
    public McpAnswer call(Served now, Map<String, String> given) {
        Map<String, Object> content = new LinkedHashMap<>();
        String card = SchemaCard.of(now.snapshot());
        content.put("card", card);
        content.put("version", now.snapshot().version());
        return new McpAnswer(content, card);
    }
}
