package org.genevagraph.query.answer;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.NodeValue;
import org.genevagraph.problem.Refusal;

/** Cells that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it, as OWASP advises against CSV injection. */
public final class SafeCells {
    /** The parameter that asks for them. */
    public static final String PARAMETER = "safe";

    private static final Pattern FORMULA = Pattern.compile("(?s)^\\s*[=+@\\-\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20|%].*");

    private SafeCells() {}

    /**
     * Takes the wish out of a request's parameters.
     *
     * @throws Refusal if it is neither true nor false
     */
    public static boolean take(Map<String, String> parameters) throws Refusal {
        String wish = parameters.remove(PARAMETER);
        if (wish == null || wish.equals("false") || wish.equals("0")) {
            return false;
        }
        if (wish.isEmpty() || wish.equals("true") || wish.equals("1")) {
            return true;
        }
        throw new Refusal(
                Refusal.Reason.BAD_REQUEST, PARAMETER + ": '" + wish + "' is no choice", "write true or false");
    }

    /**
     * An answer whose texts are safe; numbers stay numbers.
     *
     * @throws Refusal if the format is none that spreadsheets read
     */
    public static Result of(Result result, AnswerFormat format) throws Refusal {
        if (!(result instanceof Result.Rows rows) || (format != AnswerFormat.CSV && format != AnswerFormat.TSV)) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    "only cells of csv and tsv can be made safe for spreadsheets",
                    "take one of these, or leave " + PARAMETER + " out");
        }
        return new Result.Rows(
                rows.variables(), rows.rows().stream().map(SafeCells::row).toList());
    }

    private static Binding row(Binding row) {
        BindingBuilder safe = Binding.builder();
        row.forEach((column, value) -> safe.add(column, value(value)));
        return safe.build();
    }

    private static Node value(Node value) {
        boolean harmless = !value.isLiteral()
                || NodeValue.makeNode(value).isNumber()
                || !FORMULA.matcher(value.getLiteralLexicalForm()).matches();
        return harmless ? value : NodeFactory.createLiteralString("'" + value.getLiteralLexicalForm());
    }
}
