package org.genevagraph.query;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.FmtUtils;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;

/** The text of a canned query with values in place of its parameters, laid out as in its file: what an editor shows, and anyone can ask. */
final class BoundQuery {
    private static final Pattern HEADER = Pattern.compile("(?m)^#\\+.*\\R");

    /** Comments, IRIs and strings, in which nothing is a variable; then variables, and the one function that takes nothing else. */
    private static final Pattern TOKEN = Pattern.compile("""
            (?x) (?: \\#.* | <[^<>"{}|^`\\\\\\s]*> | "(?:[^"\\\\\\n]|\\\\.)*" | '(?:[^'\\\\\\n]|\\\\.)*' )
            | (?i:BOUND) \\s* \\( \\s* [?$](?<tested>\\w+) \\s* \\)
            | [?$](?<name>\\w+)
            """);

    private BoundQuery() {}

    /**
     * Writes values into a query.
     *
     * @param values the values, by the names of parameters; a parameter without a value stays a variable
     */
    static String text(QueryFile query, Map<String, Node> values) {
        Map<String, Node> variables = new HashMap<>();
        for (Parameter parameter : query.parameters()) {
            if (values.containsKey(parameter.name())) {
                variables.put(parameter.variable().getVarName(), values.get(parameter.name()));
            }
        }
        Matcher token =
                TOKEN.matcher(HEADER.matcher(query.text()).replaceAll("").strip());
        StringBuilder text = new StringBuilder();
        while (token.find()) {
            String replacement = token.group();
            if (variables.containsKey(token.group("name"))) {
                replacement = FmtUtils.stringForNode(variables.get(token.group("name")));
            } else if (variables.containsKey(token.group("tested"))) {
                replacement = "true";
            }
            token.appendReplacement(text, Matcher.quoteReplacement(replacement));
        }
        return token.appendTail(text).toString();
    }
}
