package org.genevagraph.serve.mcp.tool;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.serve.mcp.message.McpMessage;

/** Compares the arguments of a call with what the tool declares. */
public final class McpArguments {
    private McpArguments() {}

    /**
     * Checks names and values.
     *
     * @throws Refusal with what is wrong with the first argument that is not as declared
     */
    public static void check(McpTool tool, Map<?, ?> given) throws Refusal {
        Map<String, Map<String, Object>> declared = tool.arguments();
        for (Map.Entry<?, ?> argument : given.entrySet()) {
            String name = String.valueOf(argument.getKey());
            Map<String, Object> schema = declared.get(name);
            if (schema == null) {
                String all = declared.isEmpty()
                        ? "it has none"
                        : "its arguments are " + String.join(", ", declared.keySet());
                throw bad(
                        tool.name() + " has no argument '" + McpMessage.shown(name) + "'",
                        Nearest.hint(name, declared.keySet(), all));
            }
            checkValue(name, argument.getValue(), schema);
        }
        for (String name : tool.required()) {
            if (!given.containsKey(name)) {
                throw bad(
                        tool.name() + " needs " + name,
                        "give it: " + declared.get(name).get("description"));
            }
        }
    }

    private static void checkValue(String name, Object value, Map<String, Object> schema) throws Refusal {
        if (schema.get("type").equals("integer")) {
            BigInteger number = whole(value).orElseThrow(() -> bad(name + " is no whole number", "give one"));
            Object least = schema.get("minimum");
            Object most = schema.get("maximum");
            if (isBeyond(number, least, -1) || isBeyond(number, most, 1)) {
                throw bad(name + " is out of bounds", "give a whole number from " + least + " to " + most);
            }
            return;
        }
        if (!(value instanceof String text)) {
            throw bad(name + " is no string", "give one");
        }
        if (schema.get("enum") instanceof List<?> choices && !choices.contains(text)) {
            List<String> words = choices.stream().map(String::valueOf).toList();
            throw bad(
                    name + ": '" + McpMessage.shown(text) + "' is not a choice",
                    Nearest.hint(text, words, "choose one of " + String.join(", ", words)));
        }
        if (schema.get("maxLength") instanceof Integer most && text.length() > most) {
            throw bad(name + ": has " + text.length() + " characters", "give at most " + most);
        }
        if (schema.get("minLength") instanceof Integer least && text.length() < least) {
            throw bad(name + ": is empty", "give " + schema.get("description"));
        }
    }

    private static boolean isBeyond(BigInteger number, Object bound, int side) {
        return bound instanceof Integer limit && number.compareTo(BigInteger.valueOf(limit)) == side;
    }

    /** The whole number that a value is – which JSON also writes as 5.0; empty if it is none. */
    public static Optional<BigInteger> whole(Object value) {
        if (value instanceof Double number) {
            return number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE
                    ? Optional.of(BigInteger.valueOf(number.longValue()))
                    : Optional.empty();
        }
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger
                ? Optional.of(new BigInteger(value.toString()))
                : Optional.empty();
    }

    private static Refusal bad(String cause, String fix) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, fix);
    }
}
