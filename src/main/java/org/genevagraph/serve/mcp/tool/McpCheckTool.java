package org.genevagraph.serve.mcp.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.QueryCancelledException;
import org.genevagraph.curate.rows.ProposedRows;
import org.genevagraph.curate.rows.ProposedText;
import org.genevagraph.curate.rows.RowReport;
import org.genevagraph.problem.Refusal;
import org.genevagraph.serve.http.RowChecks;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.mcp.message.McpGuide;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.watch.TimeLimit;

/**
 * Holds proposed rows to what the tables are held to. A whole graph is built for it beside the one that is served, which it neither changes
 * nor holds; so that this never takes the server from those who ask, one check runs at a time.
 */
public record McpCheckTool() implements McpTool {
    private static final int SECONDS = 30;
    private static final int MOST_FAULTS = 200;
    private static final String ROWS = "rows";
    private static final String TABLES = "tables";
    private static final String EXAMPLE = """
            subject,relation,object,via,role,from,until,standing,evidence
            organisation:gcsp,coConvenes,normandy-p5,,co-convener,,,stated,gcsp#6
            """;
    private static final String NOTHING_WRITTEN = "Nothing was written.";

    @Override
    public String name() {
        return "check_rows";
    }

    @Override
    public String title() {
        return "Check proposed rows";
    }

    @Override
    public String description() {
        return "Holds proposed rows to everything that the tables are held to, and writes nothing: faults with row, column and fix; names that "
                + "the tables have nearly so; for each fact whether its passages bear it out, with their words if the server has the texts. "
                + "Read the resource " + McpGuide.URI + " first: the tables, their columns and the rules. At most "
                + ProposedText.MOST_LINES + " lines and " + SECONDS + " s, one check at a time.";
    }

    @Override
    public Map<String, Map<String, Object>> arguments() {
        Map<String, Map<String, Object>> arguments = new LinkedHashMap<>();
        arguments.put(
                ROWS,
                Map.of(
                        "type",
                        "string",
                        "minLength",
                        1,
                        "maxLength",
                        ProposedText.MOST_CHARACTERS,
                        "description",
                        "CSV with the header of its table; several tables are separated by an empty line",
                        "examples",
                        List.of(EXAMPLE)));
        arguments.put(
                TABLES,
                Map.of(
                        "type",
                        "string",
                        "maxLength",
                        1_000,
                        "description",
                        "the names of the tables in their order, separated by commas; without it the headers and the evidence tell",
                        "examples",
                        List.of("statements/gcsp", "organisations, statements/gcsp")));
        return arguments;
    }

    @Override
    public List<String> required() {
        return List.of(ROWS);
    }

    @Override
    public Map<String, Object> outputSchema() {
        Map<String, Object> line = Map.of("type", "integer", "minimum", 0);
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> texts = Map.of("type", "array", "items", text);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "sound",
                Map.of(
                        "type",
                        "boolean",
                        "description",
                        "whether nothing keeps the rows out of the tables, and no text that is here contradicts them"));
        properties.put(
                "faults",
                array(
                        Map.of(
                                "severity",
                                Map.of("type", "string", "enum", List.of("error", "warning")),
                                "table",
                                text,
                                "line",
                                line,
                                "column",
                                text,
                                "message",
                                text,
                                "fix",
                                text),
                        List.of("severity", "table", "line", "column", "message", "fix")));
        properties.put(
                "facts",
                array(
                        Map.of(
                                "table",
                                text,
                                "line",
                                line,
                                "says",
                                text,
                                "verdict",
                                text,
                                "because",
                                text,
                                "passages",
                                texts,
                                "quote",
                                text),
                        List.of("table", "line", "says", "verdict", "passages")));
        properties.put("note", McpSchemas.string("what else there is to say"));
        properties.put("version", McpSchemas.VERSION);
        return McpSchemas.object(properties, List.of("sound", "faults", "facts", "note", "version"));
    }

    private static Map<String, Object> array(Map<String, Object> properties, List<String> required) {
        return Map.of("type", "array", "items", McpSchemas.object(properties, required));
    }

    @Override
    public McpAnswer call(Served now, Map<String, String> given) throws Refusal {
        Inputs inputs = now.inputs()
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.FORBIDDEN,
                        "this server serves a graph without its tables",
                        "check the rows with './geneva check' in a clone of the project"));
        List<String> names = Arrays.stream(given.getOrDefault(TABLES, "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        List<Inputs.File> tables = ProposedText.tables(given.getOrDefault(ROWS, ""), names);
        try (RowChecks.Turn turn = now.checks().begin(Duration.ZERO)) {
            ProposedRows checked = ProposedRows.check(inputs, tables, TimeLimit.in(Duration.ofSeconds(SECONDS)));
            return answer(checked.withoutPlaces(inputs), now.snapshot().version());
        } catch (QueryCancelledException e) {
            throw new Refusal(
                    Refusal.Reason.OVER_LIMIT,
                    "the check takes longer than " + SECONDS + " s, which is the limit",
                    "check fewer rows, or ask again when the server has less to do");
        }
    }

    private static McpAnswer answer(ProposedRows checked, String version) {
        List<Map<String, Object>> faults = checked.faults().stream()
                .limit(MOST_FAULTS)
                .map(RowReport::fault)
                .toList();
        List<Map<String, Object>> facts =
                checked.facts().stream().map(RowReport::fact).toList();
        int left = checked.faults().size() - faults.size();
        String note = (checked.areSound()
                        ? "Nothing keeps these rows out of the tables."
                        : "These rows are not for the tables yet.")
                + (left == 0 ? "" : " Of the faults the first " + MOST_FAULTS + " are told, " + left + " are not.")
                + " "
                + NOTHING_WRITTEN;
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("sound", checked.areSound());
        content.put("faults", faults);
        content.put("facts", facts);
        content.put("note", note);
        content.put("version", version);
        List<String> lines = new ArrayList<>(checked.lines());
        lines.add(note);
        return new McpAnswer(content, String.join("\n", lines));
    }
}
