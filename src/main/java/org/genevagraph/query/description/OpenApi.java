package org.genevagraph.query.description;

import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.SafeCells;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.ParameterType;

/** The OpenAPI 3.1 description of the canned queries and what stands beside them, made from the query files. */
public final class OpenApi {
    private static final String TEXT_HTML = "text/html";
    private static final String JSON = "application/json";

    private OpenApi() {}

    /**
     * The description.
     *
     * @param version the version of the graph
     * @param server the address of the server, without a slash at its end
     */
    public static JsonObject of(QueryCatalogue catalogue, String version, String server) {
        JsonObject paths = new JsonObject();
        for (QueryFile query : catalogue.all()) {
            List<AnswerFormat> formats = AnswerFormat.fitting(query);
            paths.put("/queries/" + query.name(), get(query, query.name(), formats));
            for (AnswerFormat format : formats) {
                paths.put(
                        "/queries/" + query.name() + "." + format.label(),
                        get(query, query.name() + "." + format.label(), List.of(format)));
            }
        }
        paths.put("/queries", fixed("queries", "The catalogue of canned queries", List.of(), JSON, TEXT_HTML));
        paths.put(
                "/search",
                fixed(
                        "search",
                        "Things by name, acronym or alias, then by summary or topic",
                        List.of(parameter("q", string("gcsp"), "what to look for", true)),
                        JSON,
                        TEXT_HTML));
        paths.put(
                "/sparql",
                fixed(
                        "sparql",
                        "SPARQL 1.1 queries",
                        List.of(
                                parameter(
                                        "query",
                                        string("SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }"),
                                        "the query",
                                        true),
                                parameter(
                                        "default-graph-uri",
                                        type("string"),
                                        "a named graph to read as the default graph, in place of all; may be repeated",
                                        false),
                                parameter(
                                        "named-graph-uri",
                                        type("string"),
                                        "a named graph that GRAPH sees, in place of all; may be repeated",
                                        false),
                                parameter(
                                        "timeout",
                                        type("number"),
                                        "less time than the query may take, in seconds",
                                        false)),
                        AnswerFormat.JSON.mediaType(),
                        AnswerFormat.CSV.mediaType(),
                        AnswerFormat.TTL.mediaType()));
        paths.put(
                "/reconcile",
                fixed(
                        "reconcile",
                        "W3C Reconciliation Service API 0.2: its manifest, or with queries or extend what that gives; by GET and as a form by POST",
                        List.of(
                                parameter("queries", type("string"), "a batch of queries as JSON", false),
                                parameter("extend", type("string"), "ids and properties to look up, as JSON", false)),
                        JSON));
        paths.put("/health", fixed("health", "Whether the server lives, and which version it serves", List.of(), JSON));
        paths.put(
                "/metrics",
                fixed(
                        "metrics",
                        "Numbers for Prometheus, unless strangers reach the server: then on the port for its operator",
                        List.of(),
                        "text/plain"));
        paths.put(
                "/geneva.py",
                fixed("python", "A Python module that asks this server, for notebooks", List.of(), "text/x-python"));
        for (FixedAddresses.Fixed address : FixedAddresses.spelledOut()) {
            List<JsonObject> parameters = address.parameters().stream()
                    .map(given -> given(given, address.path()))
                    .toList();
            paths.put(
                    address.path(),
                    fixed(
                            // Queries are called like pages, and their names are taken.
                            "GET " + address.path(),
                            address.summary(),
                            parameters,
                            address.types().toArray(String[]::new)));
        }
        paths.put("/openapi.json", fixed("openapi", "This description", List.of(), JSON));
        return object(
                "openapi",
                text("3.1.0"),
                "info",
                object(
                        "title", text("Geneva Graph"),
                        "version", text(version),
                        "summary",
                                text("Who does what, with whom and under which mandate in Geneva's digital governance"),
                        "description",
                                text(
                                        "Every answer names the passages that it comes from. A query may take 10 seconds and answer 100,000 rows;"
                                                + " past that it is refused, never cut. Read-only."),
                        "license", object("name", text("CC0-1.0"), "identifier", text("CC0-1.0"))),
                "servers",
                array(object("url", text(server))),
                "paths",
                paths,
                "components",
                object(
                        "schemas",
                        object(
                                "Problem",
                                object(
                                        "type", text("object"),
                                        "required", array(text("title"), text("status"), text("detail")),
                                        "properties",
                                                object(
                                                        "title", type("string"),
                                                        "status", type("integer"),
                                                        "detail", type("string"),
                                                        "cause", type("string"),
                                                        "fix", type("string"))))));
    }

    private static JsonObject get(QueryFile query, String id, List<AnswerFormat> formats) {
        JsonArray parameters = new JsonArray();
        query.parameters()
                .forEach(parameter -> parameters.add(
                        parameter(parameter.name(), schema(parameter), parameter.help(), parameter.required())));
        if (!query.query().isConstructType()) {
            JsonObject limit = type("integer");
            limit.put("minimum", 1);
            JsonObject offset = type("integer");
            offset.put("minimum", 0);
            parameters.add(parameter("limit", limit, "how many rows; all without it", false));
            parameters.add(parameter("offset", offset, "how many rows to pass over", false));
        }
        if (formats.contains(AnswerFormat.CSV) || formats.contains(AnswerFormat.TSV)) {
            JsonObject safe = type("boolean");
            safe.put("default", new JsonBoolean(false));
            parameters.add(parameter(
                    SafeCells.PARAMETER,
                    safe,
                    "of CSV and TSV: whether cells that a spreadsheet would run as a formula get an apostrophe before them",
                    false));
        }
        JsonArray tags = new JsonArray();
        query.tags().forEach(tags::add);
        return object(
                "get",
                object(
                        "operationId",
                        text(id),
                        "summary",
                        text(query.summary()),
                        "description",
                        text(query.description()),
                        "tags",
                        tags,
                        "parameters",
                        parameters,
                        "responses",
                        answers(formats)));
    }

    private static JsonObject given(FixedAddresses.Given given, String path) {
        JsonObject schema = given.example().isEmpty() ? type("string") : string(given.example());
        JsonObject parameter = parameter(given.name(), schema, given.help(), given.required());
        if (path.contains("{" + given.name() + "}")) {
            parameter.put("in", "path");
        }
        return parameter;
    }

    private static JsonObject fixed(String id, String summary, List<JsonObject> parameters, String... types) {
        JsonArray list = new JsonArray();
        parameters.forEach(list::add);
        return object(
                "get",
                object(
                        "operationId", text(id),
                        "summary", text(summary),
                        "parameters", list,
                        "responses", responses(List.of(types))));
    }

    private static JsonObject answers(List<AnswerFormat> formats) {
        return responses(formats.stream().map(AnswerFormat::mediaType).toList());
    }

    private static JsonObject responses(List<String> types) {
        JsonObject content = new JsonObject();
        types.forEach(
                type -> content.put(type, object("schema", type.endsWith("json") ? new JsonObject() : type("string"))));
        JsonObject problem = object(
                "application/problem+json", object("schema", object("$ref", text("#/components/schemas/Problem"))));
        return object(
                "200",
                object(
                        "description", text("The whole answer, with the version of the graph as ETag"),
                        "headers",
                                object(
                                        "ETag", object("schema", type("string")),
                                        "X-Graph-Version", object("schema", type("string")),
                                        "X-Answer-Note", object("schema", type("string"))),
                        "content", content),
                "304",
                object("description", text("The client has this version already")),
                "400",
                object("description", text("A parameter is wrong; the nearest names are told"), "content", problem),
                "406",
                object(
                        "description",
                        text("There is no such form or language; those that there are are told"),
                        "content",
                        problem),
                "503",
                object(
                        "description",
                        text(
                                "It is over a limit of time or size, which is named; with Retry-After if it may be answered at another time"),
                        "content",
                        problem));
    }

    private static JsonObject schema(Parameter parameter) {
        JsonObject schema = type(parameter.type() == ParameterType.INTEGER ? "integer" : "string");
        if (!parameter.choices().isEmpty()) {
            JsonArray choices = new JsonArray();
            parameter.choices().forEach(choices::add);
            schema.put("enum", choices);
        }
        if (parameter.type() == ParameterType.YEAR) {
            schema.put("pattern", "^\\d{4}$");
        }
        if (parameter.type() == ParameterType.DATE) {
            schema.put("pattern", "^\\d{4}(-\\d{2}){0,2}$");
        }
        if (!parameter.defaultValue().isEmpty()) {
            schema.put("default", value(parameter, parameter.defaultValue()));
        }
        schema.put("examples", array(value(parameter, parameter.example())));
        return schema;
    }

    private static JsonValue value(Parameter parameter, String text) {
        return parameter.type() == ParameterType.INTEGER ? JsonNumber.value(Long.parseLong(text)) : text(text);
    }

    private static JsonObject parameter(String name, JsonObject schema, String help, boolean required) {
        JsonObject parameter =
                object("name", text(name), "in", text("query"), "description", text(help), "schema", schema);
        parameter.put("required", required);
        return parameter;
    }

    private static JsonObject string(String example) {
        JsonObject schema = type("string");
        schema.put("examples", array(text(example)));
        return schema;
    }

    private static JsonObject type(String name) {
        return object("type", text(name));
    }

    private static JsonValue text(String text) {
        return new JsonString(text);
    }

    private static JsonArray array(JsonValue... values) {
        JsonArray array = new JsonArray();
        for (JsonValue value : values) {
            array.add(value);
        }
        return array;
    }

    /** An object of names and values in turn. */
    private static JsonObject object(Object... pairs) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], (JsonValue) pairs[i + 1]);
        }
        return object;
    }
}
