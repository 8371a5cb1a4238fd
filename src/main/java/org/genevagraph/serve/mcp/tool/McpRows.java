package org.genevagraph.serve.mcp.tool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.vocabulary.Iris;

/** Rows as models read them: a thing is its IRI with its name, passages are a list, what a row does not say is left out. */
final class McpRows {
    static final String PREFIX_NOTE = "(id: stands for " + Iris.BASE + "id/)";

    private static final String LABEL = "Label";
    private static final String EVIDENCE = "evidence";
    private static final int MOST_CHARACTERS = 100_000;

    private final List<String> columns;
    private final List<Map<String, Object>> rows;

    /** Rows that are made already. */
    McpRows(List<String> columns, List<Map<String, Object>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static McpRows of(Result.Rows result, ThingIndex things) {
        List<Var> shown = shown(result.variables());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Binding row : result.rows()) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (Var variable : shown) {
                Node value = row.get(variable);
                if (value != null
                        && !(value.isLiteral() && value.getLiteralLexicalForm().isEmpty())) {
                    cells.put(variable.getVarName(), cell(value, row.get(variable.getVarName() + LABEL), things));
                }
            }
            rows.add(cells);
        }
        return new McpRows(columns(result.variables()), rows);
    }

    /** The columns that rows of these variables have: names stand beside what they name. */
    static List<String> columns(List<Var> variables) {
        return shown(variables).stream().map(Var::getVarName).toList();
    }

    private static List<Var> shown(List<Var> variables) {
        Set<String> names = variables.stream().map(Var::getVarName).collect(Collectors.toSet());
        return variables.stream()
                .filter(variable -> !isLabel(variable.getVarName(), names))
                .toList();
    }

    private static boolean isLabel(String name, Set<String> names) {
        return name.endsWith(LABEL) && names.contains(name.substring(0, name.length() - LABEL.length()));
    }

    private static Object cell(Node value, Node name, ThingIndex things) {
        if (value.isURI()) {
            String label = name == null ? things.label(value) : name.getLiteralLexicalForm();
            return label.equals(value.getURI())
                    ? Map.of("iri", value.getURI())
                    : new LinkedHashMap<>(Map.of("iri", value.getURI(), "label", label));
        }
        if (!value.isLiteral()) {
            return value.toString();
        }
        String text = value.getLiteralLexicalForm();
        if (text.startsWith(Iris.BASE + "id/")) {
            return Arrays.asList(text.split(" ", -1));
        }
        Object number = value.getLiteral().isWellFormed() ? value.getLiteralValue() : text;
        return number instanceof Number || number instanceof Boolean ? number : text;
    }

    /** Whether some row names a passage. */
    boolean cites() {
        return rows.stream().anyMatch(row -> row.values().toString().contains(Iris.PASSAGES));
    }

    /** One page of the rows; a note says what is not on it. */
    McpAnswer page(McpPage page, String note, String version) {
        List<Map<String, Object>> shown = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int from = Math.min(page.offset(), rows.size());
        for (Map<String, Object> row : rows.subList(from, Math.min(rows.size(), from + page.limit()))) {
            String line = line(row);
            // At least one row, or asking for the next page would never end.
            if (!shown.isEmpty() && text.length() + line.length() > MOST_CHARACTERS) {
                break;
            }
            shown.add(row);
            text.append(line);
        }
        String told = (note + " " + rest(from, shown.size())).strip();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("columns", columns);
        content.put("rows", shown);
        content.put("total", rows.size());
        content.put("offset", from);
        tellMore(content, from + shown.size(), rows.size());
        if (!told.isEmpty()) {
            content.put("note", told);
        }
        content.put("version", version);
        String head = told.isEmpty() ? rows.size() + (rows.size() == 1 ? " row" : " rows") : told;
        return new McpAnswer(content, head + (shown.isEmpty() ? "" : " " + PREFIX_NOTE) + "\n" + text);
    }

    /** Says whether further rows follow, and where the next page begins. */
    static void tellMore(Map<String, Object> content, int next, int total) {
        content.put("more", next < total);
        if (next < total) {
            content.put("nextOffset", next);
        }
    }

    private String rest(int from, int shown) {
        if (shown == rows.size()) {
            return "";
        }
        String there = rows.size() == 1 ? "There is 1 row" : "There are " + rows.size() + " rows";
        if (shown == 0) {
            return there + ", none from " + from + " on.";
        }
        String which = from == 0 ? "the first " + shown : "rows " + (from + 1) + " to " + (from + shown);
        int next = from + shown;
        return there + ", here are " + which
                + (next < rows.size() ? "; for the next ones use offset=" + next + "." : ".");
    }

    private static String line(Map<String, Object> row) {
        return row.entrySet().stream()
                        .map(cell -> cell.getKey() + ": " + shown(cell.getKey(), cell.getValue()))
                        .collect(Collectors.joining("; ", "- ", ""))
                + "\n";
    }

    private static String shown(String column, Object value) {
        if (value instanceof Map<?, ?> thing) {
            String iri = shortened(String.valueOf(thing.get("iri")));
            return thing.containsKey("label") && !column.equals(EVIDENCE) ? thing.get("label") + " (" + iri + ")" : iri;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> shortened(String.valueOf(one))).collect(Collectors.joining(" "));
        }
        return shortened(String.valueOf(value));
    }

    private static String shortened(String text) {
        return text.startsWith(Iris.BASE + "id/") ? "id:" + text.substring((Iris.BASE + "id/").length()) : text;
    }
}
