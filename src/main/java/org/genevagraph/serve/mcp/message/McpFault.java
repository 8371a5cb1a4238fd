package org.genevagraph.serve.mcp.message;

import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message that is not as the protocol wants it; what its sender is told. */
public final class McpFault extends Exception {
    private static final int BAD_REQUEST = 400;

    private final int status;
    private final int code;
    private final transient Object id;

    private McpFault(int status, int code, Object id, String line) {
        super(line);
        this.status = status;
        this.code = code;
        this.id = id;
    }

    /** What was sent is no JSON. */
    static McpFault noJson(String line) {
        return new McpFault(BAD_REQUEST, ErrorCodes.PARSE_ERROR, null, line);
    }

    /** What was sent is no message, under the status of HTTP that says so. */
    public static McpFault noMessage(int status, Object id, String line) {
        return new McpFault(status, ErrorCodes.INVALID_REQUEST, id, line);
    }

    /** What was sent is no message. */
    public static McpFault noMessage(Object id, String line) {
        return noMessage(BAD_REQUEST, id, line);
    }

    /** The parameters are not what the method wants; as HTTP goes, all is well with a request, but a notification is not taken. */
    static McpFault wrongParameters(Object id, String line) {
        return new McpFault(id == null ? BAD_REQUEST : 200, ErrorCodes.INVALID_PARAMS, id, line);
    }

    /** The status of the response over HTTP. */
    public int status() {
        return status;
    }

    /** The response in the terms of JSON-RPC, where an id that is not known stands as null. */
    public Map<String, Object> response() {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("jsonrpc", "2.0");
        response.put("id", id);
        response.put("error", Map.of("code", code, "message", getMessage()));
        return response;
    }
}
