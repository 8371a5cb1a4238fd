package org.genevagraph.serve.mcp.message;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.genevagraph.problem.Nearest;

/**
 * A message of JSON-RPC 2.0 whose form is right.
 *
 * @param id of a request, a string or a whole number; null for a notification or a response
 * @param method what is asked or told; null for a response
 * @param params what comes with it, by name; null if nothing does
 */
public record McpMessage(Object id, String method, Map<?, ?> params) {
    private static final int MOST_SHOWN = 80;

    /** Whether it wants an answer. */
    public boolean isRequest() {
        return id != null;
    }

    /**
     * Reads one.
     *
     * @throws McpFault if it is none
     */
    public static McpMessage read(byte[] body) throws McpFault {
        Object value = json(body);
        if (value instanceof List) {
            throw McpFault.noMessage(null, "several messages in one are not taken – send them one by one");
        }
        if (!(value instanceof Map<?, ?> members)) {
            throw McpFault.noMessage(null, "the message is no object – send one as JSON-RPC 2.0 has it");
        }
        Object id = members.get("id");
        Object known = isId(id) ? id : null;
        if (!"2.0".equals(members.get("jsonrpc"))) {
            throw McpFault.noMessage(known, "the message has no \"jsonrpc\": \"2.0\" – add it");
        }
        if (members.containsKey("id") && known == null) {
            throw McpFault.noMessage(
                    null, "the id is neither a string nor a whole number of at most 64 bits – give it one");
        }
        if (!members.containsKey("method") && (members.containsKey("result") || members.containsKey("error"))) {
            // Nothing is asked of clients here, so that no response is waited for.
            return new McpMessage(null, null, null);
        }
        if (!(members.get("method") instanceof String method) || method.isEmpty()) {
            throw McpFault.noMessage(known, "the message has no method – name one, for example tools/list");
        }
        Object params = members.get("params");
        if (params != null && !(params instanceof Map)) {
            throw McpFault.wrongParameters(known, "params of " + shown(method) + " is no object – name each parameter");
        }
        McpMessage message = new McpMessage(known, method, (Map<?, ?>) params);
        if (message.isRequest()) {
            message.check();
        }
        return message;
    }

    private static boolean isId(Object id) {
        return id instanceof String || id instanceof Integer || id instanceof Long;
    }

    private static Object json(byte[] body) throws McpFault {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return McpJsonDefaults.getMapper().readValue(text, Object.class);
        } catch (CharacterCodingException e) {
            throw McpFault.noJson("the message has a byte that is not UTF-8 – send it as UTF-8");
        } catch (IOException | RuntimeException e) {
            // Which of them depends on the library; its words name classes of its own.
            throw McpFault.noJson("the message is no JSON, or nests too deep – send one JSON object");
        }
    }

    /** What the methods of this server need; what else they are given is passed over. */
    private void check() throws McpFault {
        switch (method) {
            case McpSchema.METHOD_INITIALIZE -> {
                need("protocolVersion", String.class, "a string, for example 2025-06-18");
                need("capabilities", Map.class, "an object, which may be empty");
                need("clientInfo", Map.class, "an object with name and version");
                Map<?, ?> client = (Map<?, ?>) params.get("clientInfo");
                if (!(client.get("name") instanceof String) || !(client.get("version") instanceof String)) {
                    throw wrong("clientInfo", "an object with name and version");
                }
            }
            case McpSchema.METHOD_TOOLS_CALL -> {
                need("name", String.class, "the name of a tool");
                if (params.get("arguments") != null) {
                    need("arguments", Map.class, "an object with the arguments by name");
                }
            }
            case McpSchema.METHOD_PROMPT_GET -> {
                need("name", String.class, "the name of a prompt");
                known("prompt", String.valueOf(params.get("name")), McpGuide.PROMPTS);
                if (params.get("arguments") != null) {
                    need("arguments", Map.class, "an object with the arguments by name");
                }
                McpGuide.check(this);
            }
            case McpSchema.METHOD_RESOURCES_READ -> {
                need("uri", String.class, "the URI of a resource");
                known("resource", String.valueOf(params.get("uri")), List.of(McpGuide.URI));
            }
            case McpSchema.METHOD_TOOLS_LIST,
                    McpSchema.METHOD_PROMPT_LIST,
                    McpSchema.METHOD_RESOURCES_LIST,
                    McpSchema.METHOD_RESOURCES_TEMPLATES_LIST -> {
                if (params != null && params.get("cursor") != null) {
                    throw McpFault.wrongParameters(id, "there is no such cursor – all are in one list");
                }
            }
            default -> {
                // The library knows what else there is.
            }
        }
    }

    private void known(String what, String name, List<String> all) throws McpFault {
        if (!all.contains(name)) {
            throw McpFault.wrongParameters(
                    id,
                    "there is no " + what + " '" + shown(name) + "' – "
                            + Nearest.hint(
                                    name,
                                    all,
                                    (all.size() == 1 ? "there is " : "there are ") + String.join(", ", all)));
        }
    }

    private void need(String name, Class<?> type, String what) throws McpFault {
        if (params == null || !type.isInstance(params.get(name))) {
            throw wrong(name, what);
        }
    }

    private McpFault wrong(String name, String what) {
        return McpFault.wrongParameters(id, method + ": " + name + " is missing or wrong – give " + what);
    }

    /** A name as it is given back to whoever sent it. */
    public static String shown(String name) {
        return name.length() <= MOST_SHOWN ? name : name.substring(0, MOST_SHOWN) + "…";
    }
}
