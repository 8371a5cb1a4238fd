package org.genevagraph.query.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** The values of a row as texts. */
final class Cells {
    private Cells() {}

    /** The text of each column that has one, by its name, in the order of the columns. */
    static Map<String, String> of(List<Var> columns, Binding row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Var column : columns) {
            Node value = row.get(column);
            String text = value == null ? "" : value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
            if (!text.isEmpty()) {
                cells.put(column.getVarName(), text);
            }
        }
        return cells;
    }
}
