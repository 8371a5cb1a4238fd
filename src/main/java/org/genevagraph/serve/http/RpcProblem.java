package org.genevagraph.serve.http;

import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JsonBuilder;

/** What whoever posts messages of JSON-RPC is told of a problem that was found before one was read: an error of that protocol, without an id. */
public final class RpcProblem {
    /** Where messages of that protocol are posted. */
    public static final String PATH = "/mcp";

    private static final int INVALID_REQUEST = -32600;
    private static final int INTERNAL_ERROR = -32603;
    private static final int FIRST_OF_SERVER = 500;

    private RpcProblem() {}

    /** Whether messages of that protocol are posted by such a request. */
    static boolean isFor(String method, String path) {
        return method.equals("POST") && PATH.equals(path);
    }

    /** The message about a problem. */
    static byte[] of(ProblemDocument problem) {
        return JsonBuilder.create()
                .startObject()
                .pair("jsonrpc", "2.0")
                .key("id")
                .valueNull()
                .key("error")
                .startObject()
                .pair("code", problem.status() < FIRST_OF_SERVER ? INVALID_REQUEST : INTERNAL_ERROR)
                .pair("message", problem.detail())
                .finishObject()
                .finishObject()
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
