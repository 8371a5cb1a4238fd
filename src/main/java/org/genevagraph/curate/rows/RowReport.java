package org.genevagraph.curate.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.json.JsonBuilder;
import org.genevagraph.problem.Problem;

/** What came of proposed rows, as those are told who sent them to a server: by table and line, in the words of the tables. */
public final class RowReport {
    private RowReport() {}

    /** A fault, by names of fields. */
    public static Map<String, Object> fault(Problem problem) {
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        fault.put("table", problem.file());
        fault.put("line", problem.line());
        fault.put("column", problem.column());
        fault.put("message", problem.message());
        fault.put("fix", problem.fix());
        return fault;
    }

    /** What came of comparing a fact with its passages; without a reason or a quote if there is none. */
    public static Map<String, Object> fact(ProposedRows.Fact fact) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("table", fact.file());
        told.put("line", fact.line());
        told.put("says", fact.proof().says());
        told.put("verdict", fact.proof().verdict().toString());
        if (!fact.proof().because().isEmpty()) {
            told.put("because", fact.proof().because());
        }
        told.put("passages", fact.proof().passages());
        if (!fact.quote().isEmpty()) {
            told.put("quote", fact.quote());
        }
        return told;
    }

    /** Adds a fault or a fact as an object. */
    public static void add(Map<String, Object> told, JsonBuilder json) {
        json.startObject();
        told.forEach((field, value) -> {
            json.key(field);
            if (value instanceof List<?> texts) {
                json.startArray();
                texts.forEach(text -> json.value(text.toString()));
                json.finishArray();
            } else if (value instanceof Number number) {
                json.value(number.longValue());
            } else {
                json.value(value.toString());
            }
        });
        json.finishObject();
    }
}
