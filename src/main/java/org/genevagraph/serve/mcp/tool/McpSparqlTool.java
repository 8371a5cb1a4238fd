package org.genevagraph.serve.mcp.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.foreign.ForeignQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.http.Served;

/** Any SPARQL query, under stricter limits than elsewhere: the answer is whole or refused. */
public record McpSparqlTool() implements McpTool {
    private static final int SECONDS = 5;
    private static final int CHARACTERS = 100_000;
    private static final int QUERY_CHARACTERS = 16 << 10;
    private static final String QUERY = "query";

    @Override
    public String name() {
        return "sparql";
    }

    @Override
    public String title() {
        return "Ask in SPARQL";
    }

    @Override
    public String description() {
        return "Runs a read-only SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE) on the graph, for what no other tool answers. Call "
                + "schema first for the classes, relations and prefixes. To cite, select the passages:\n"
                + "?s rdf:subject ?a ; rdf:predicate gg:partnerOf ; rdf:object ?b ; gg:evidence ?evidence .\n"
                + "At most " + McpPage.MOST_ROWS + " rows and " + SECONDS
                + " s: past that the query is refused, never cut, so say "
                + "LIMIT and OFFSET with ORDER BY. No updates; SERVICE only if the operator allows it.";
    }

    @Override
    public Map<String, Map<String, Object>> arguments() {
        return Map.of(
                QUERY,
                Map.of(
                        "type",
                        "string",
                        "minLength",
                        1,
                        "maxLength",
                        QUERY_CHARACTERS,
                        "description",
                        "the whole query with its PREFIX lines",
                        "examples",
                        List.of("SELECT ?type (COUNT(*) AS ?things) { ?thing a ?type } GROUP BY ?type LIMIT 50")));
    }

    @Override
    public List<String> required() {
        return List.of(QUERY);
    }

    /** Rows, or the truth of an ASK, or Turtle; which of them depends on the query. */
    @Override
    public Map<String, Object> outputSchema() {
        Map<String, Object> properties = new LinkedHashMap<>(McpSchemas.rows(McpSchemas.anyRow()));
        properties.put("answer", Map.of("type", "boolean", "description", "what an ASK is answered"));
        properties.put("turtle", McpSchemas.string("the graph of a CONSTRUCT or DESCRIBE"));
        return McpSchemas.object(properties, List.of("version"));
    }

    @Override
    public McpAnswer call(Served now, Map<String, String> given) throws Refusal {
        Limits usual = now.runner().limits();
        Duration strict = Duration.ofSeconds(SECONDS);
        Limits limits = new Limits(
                usual.time().compareTo(strict) < 0 ? usual.time() : strict,
                Math.min(usual.rows(), McpPage.MOST_ROWS),
                Math.min(usual.characters(), CHARACTERS),
                Math.min(usual.queryCharacters(), QUERY_CHARACTERS),
                usual.nesting(),
                Math.min(usual.stringCharacters(), CHARACTERS));
        ForeignQuery query = new ForeignQuery(
                given.getOrDefault(QUERY, ""), List.of(), List.of(), AnswerFormat.JSON, AnswerFormat.TTL, limits);
        String version = now.snapshot().version();
        try (WrittenAnswer answer = now.foreign().answer(query)) {
            if (!answer.format().forRows()) {
                return whole(answer.text(), version);
            }
            Result result = answer.result();
            if (!(result instanceof Result.Rows rows)) {
                return whole(result, version);
            }
            McpRows table = McpRows.of(rows, now.runner().things());
            return table.page(new McpPage(McpPage.MOST_ROWS, 0), note(rows, table), version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String note(Result.Rows rows, McpRows table) {
        if (rows.rows().isEmpty()) {
            return "No row fits the query. Compare its terms with the tool schema, and its names with find_thing.";
        }
        return table.cites() ? "" : "No passages are selected: to cite, join the statement and select its gg:evidence.";
    }

    /** An answer that is not rows. */
    static McpAnswer whole(Result result, String version) throws Refusal {
        if (result instanceof Result.Truth truth) {
            return answer("answer", truth.value(), Boolean.toString(truth.value()), version);
        }
        ByteArrayOutputStream turtle = new ByteArrayOutputStream();
        try {
            AnswerFormat.TTL.write(result, turtle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return whole(turtle.toString(StandardCharsets.UTF_8), version);
    }

    private static McpAnswer whole(String turtle, String version) throws Refusal {
        if (turtle.length() > CHARACTERS) {
            throw new Refusal(
                    Refusal.Reason.TOO_LARGE,
                    "the graph takes more than " + CHARACTERS + " characters, which is the limit",
                    "ask for less");
        }
        return answer("turtle", turtle, turtle, version);
    }

    private static McpAnswer answer(String name, Object value, String text, String version) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(name, value);
        content.put("version", version);
        return new McpAnswer(content, text);
    }
}
