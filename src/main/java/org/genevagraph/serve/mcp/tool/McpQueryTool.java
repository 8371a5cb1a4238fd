package org.genevagraph.serve.mcp.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.ParameterValues;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.serve.http.Served;

/** A canned query as a tool; all that is said of it stands in its header. */
public record McpQueryTool(QueryFile query) implements McpTool {
    @Override
    public String name() {
        return nameOf(query.name());
    }

    static String nameOf(String query) {
        return query.replace('-', '_');
    }

    @Override
    public String title() {
        return query.summary();
    }

    @Override
    public String description() {
        return (query.summary() + "\n" + query.description()).strip();
    }

    @Override
    public Map<String, Map<String, Object>> arguments() {
        Map<String, Map<String, Object>> arguments = new LinkedHashMap<>();
        query.parameters().forEach(parameter -> arguments.put(parameter.name(), schema(parameter)));
        McpPage.arguments(McpPage.MOST_ROWS, McpPage.MOST_ROWS).forEach(arguments::putIfAbsent);
        return arguments;
    }

    private static Map<String, Object> schema(Parameter parameter) {
        ParameterType type = parameter.type();
        boolean number = type == ParameterType.INTEGER || type == ParameterType.YEAR;
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", number ? "integer" : "string");
        String kind = parameter.kinds().isEmpty()
                ? ""
                : " (" + parameter.label().replace('-', ' ')
                        + ": slug, acronym, name in any spelling, IRI, or an identifier elsewhere such as Q376150)";
        schema.put("description", parameter.help() + kind + "; for example " + parameter.example());
        if (!parameter.example().isEmpty()) {
            schema.put("examples", List.of(number ? whole(parameter.example()) : parameter.example()));
        }
        if (type == ParameterType.CHOICE) {
            schema.put("enum", parameter.choices());
        } else if (!number) {
            schema.put("maxLength", ParameterValues.mostCharacters(parameter));
        }
        if (!parameter.defaultValue().isEmpty()) {
            schema.put("default", number ? whole(parameter.defaultValue()) : parameter.defaultValue());
        }
        return schema;
    }

    private static Object whole(String text) {
        return text.matches("-?[0-9]{1,9}") ? (Object) Integer.valueOf(text) : text;
    }

    @Override
    public Map<String, Object> named(Map<String, Object> given) {
        return query.named(given);
    }

    @Override
    public List<String> required() {
        return query.parameters().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList();
    }

    @Override
    public Map<String, Object> outputSchema() {
        if (query.query().isSelectType()) {
            return McpSchemas.object(
                    McpSchemas.rows(McpSchemas.row(McpRows.columns(query.query().getProjectVars()))), McpSchemas.ROWS);
        }
        return query.query().isAskType()
                ? McpSchemas.object(
                        Map.of("answer", Map.of("type", "boolean"), "version", McpSchemas.VERSION),
                        List.of("answer", "version"))
                : McpSchemas.object(
                        Map.of("turtle", McpSchemas.string("the graph"), "version", McpSchemas.VERSION),
                        List.of("turtle", "version"));
    }

    @Override
    public McpAnswer call(Served now, Map<String, String> given) throws Refusal {
        McpPage page = McpPage.takenFrom(given);
        Answer answer = now.runner().run(query, given);
        String version = now.snapshot().version();
        return answer.result() instanceof Result.Rows rows
                ? McpRows.of(rows, now.runner().things()).page(page, answer.note(), version)
                : McpSparqlTool.whole(answer.result(), version);
    }
}
