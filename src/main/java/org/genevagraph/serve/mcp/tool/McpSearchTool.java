package org.genevagraph.serve.mcp.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.search.SearchAnswer;
import org.genevagraph.query.search.SearchHit;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.query.search.SearchRequest;
import org.genevagraph.serve.http.Served;

/** Finds the things that a name may mean. */
public record McpSearchTool() implements McpTool {
    private static final List<String> COLUMNS = List.of("thing", "kind", "id", "acronyms", "description", "matched");

    @Override
    public String name() {
        return "find_thing";
    }

    @Override
    public String title() {
        return "Find a thing by name";
    }

    @Override
    public String description() {
        return "Finds organisations, initiatives, issues, documents, passages and other things by name, acronym or alias, then by what "
                + "describes them; forgives typing errors. Call it first if you are not sure what something is called: the id or IRI that it "
                + "gives can be an argument of every other tool.";
    }

    @Override
    public Map<String, Map<String, Object>> arguments() {
        Map<String, Map<String, Object>> arguments = new LinkedHashMap<>();
        arguments.put(
                "q",
                Map.of(
                        "type",
                        "string",
                        "minLength",
                        1,
                        "maxLength",
                        SearchRequest.MOST_CHARACTERS,
                        "description",
                        "name, acronym or words; for example gcsp",
                        "examples",
                        List.of("gcsp", "CyberPeace Institute")));
        arguments.put(
                "kind",
                Map.of(
                        "type",
                        "string",
                        "enum",
                        SearchIndex.KINDS,
                        "description",
                        "the only kind of thing wanted",
                        "examples",
                        List.of("organisation")));
        arguments.putAll(McpPage.arguments(SearchRequest.USUAL_LIMIT, 100));
        return arguments;
    }

    @Override
    public List<String> required() {
        return List.of("q");
    }

    @Override
    public Map<String, Object> outputSchema() {
        return McpSchemas.object(McpSchemas.rows(McpSchemas.row(COLUMNS)), McpSchemas.ROWS);
    }

    @Override
    public McpAnswer call(Served now, Map<String, String> given) throws Refusal {
        SearchRequest request = SearchRequest.of(new HashMap<>(given));
        SearchAnswer answer = now.search().search(request);
        List<Map<String, Object>> rows = new ArrayList<>();
        answer.hits().forEach(hit -> rows.add(row(hit)));
        String note = answer.note();
        int next = request.offset() + rows.size();
        if (!rows.isEmpty() && answer.total() > rows.size()) {
            note = answer.total() + " things are found, here are " + (request.offset() + 1) + " to " + next
                    + (next < answer.total() ? "; for the next ones use offset=" + next + "." : ".");
        } else if (rows.isEmpty() && answer.total() > 0) {
            note = answer.total() + " things are found, none from " + request.offset() + " on.";
        }
        McpAnswer page = new McpRows(COLUMNS, rows)
                .page(new McpPage(McpPage.MOST_ROWS, 0), note, now.snapshot().version());
        page.content().put("total", answer.total());
        page.content().put("offset", request.offset());
        McpRows.tellMore(page.content(), rows.isEmpty() ? answer.total() : next, answer.total());
        return page;
    }

    private static Map<String, Object> row(SearchHit hit) {
        SearchHit.Thing thing = hit.thing();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("thing", Map.of("iri", thing.iri(), "label", thing.label()));
        row.put("kind", thing.kind());
        row.put("id", thing.id());
        if (!thing.acronyms().isEmpty()) {
            row.put("acronyms", thing.acronyms());
        }
        if (!thing.description().isEmpty()) {
            row.put("description", thing.description());
        }
        row.put("matched", hit.matched().label() + ": " + hit.snippet().text());
        return row;
    }
}
