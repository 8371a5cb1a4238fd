package org.genevagraph.serve.mcp.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import org.genevagraph.problem.Refusal;

/**
 * Which of an answer's rows a model wants.
 *
 * @param limit how many at most
 * @param offset how many to pass over
 */
record McpPage(int limit, int offset) {
    static final String LIMIT = "limit";
    static final String OFFSET = "offset";

    /** The most rows in one answer: more would fill the memory of the model. */
    static final int MOST_ROWS = 200;

    private static final int MOST_PASSED_OVER = 1_000_000;

    static Map<String, Map<String, Object>> arguments(int usual, int most) {
        Map<String, Map<String, Object>> arguments = new LinkedHashMap<>();
        arguments.put(
                LIMIT,
                Map.of(
                        "type",
                        "integer",
                        "minimum",
                        1,
                        "maximum",
                        most,
                        "default",
                        usual,
                        "description",
                        "how many rows at most"));
        arguments.put(
                OFFSET,
                Map.of(
                        "type",
                        "integer",
                        "minimum",
                        0,
                        "maximum",
                        MOST_PASSED_OVER,
                        "default",
                        0,
                        "description",
                        "how many rows to pass over"));
        return arguments;
    }

    /** Takes the page out of the arguments; those that stay are the query's own. */
    static McpPage takenFrom(Map<String, String> given) throws Refusal {
        return new McpPage(
                number(LIMIT, given.remove(LIMIT), 1, MOST_ROWS, MOST_ROWS),
                number(OFFSET, given.remove(OFFSET), 0, MOST_PASSED_OVER, 0));
    }

    private static int number(String name, String text, int least, int most, int usual) throws Refusal {
        if (text == null) {
            return usual;
        }
        int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    name + ": '" + text + "' is not a whole number from " + least + " to " + most,
                    "for example " + name + "=" + Math.max(least, Math.min(most, 50)));
        }
        return value;
    }
}
