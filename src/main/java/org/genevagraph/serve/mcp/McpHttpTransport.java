package org.genevagraph.serve.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.request.BodyType;
import org.genevagraph.serve.mcp.message.McpFault;
import org.genevagraph.serve.mcp.message.McpMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Messages over HTTP: each is posted, and answered in the same response as JSON. What is wrong with one is told as an error of JSON-RPC, in
 * words of this project; what went wrong inside stands in the log.
 */
final class McpHttpTransport implements McpStatelessServerTransport {
    private static final Logger LOG = LoggerFactory.getLogger(McpHttpTransport.class);
    private static final String VERSION_HEADER = "MCP-Protocol-Version";

    private McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler given) {
        handler = given;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    /** Answers a posted message. */
    void answer(HttpServletRequest request, HttpServletResponse response, McpTransportContext context)
            throws IOException {
        try {
            checkHeaders(request, response);
            McpMessage message = McpMessage.read(request.getInputStream().readAllBytes());
            if (message.isRequest()) {
                write(response, HttpServletResponse.SC_OK, answer(message, context));
                return;
            }
            if (message.method() != null) {
                handler.handleNotification(context, new JSONRPCNotification(message.method(), message.params()))
                        .onErrorComplete()
                        .block();
            }
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        } catch (McpFault fault) {
            write(response, fault.status(), fault.response());
        }
    }

    private void checkHeaders(HttpServletRequest request, HttpServletResponse response) throws McpFault {
        BodyType type = BodyType.of(request);
        if (!type.mediaType().equals(Reply.JSON_TYPE) || !type.isUtf8()) {
            throw McpFault.noMessage(
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    null,
                    "messages are read as application/json in UTF-8 only – say so in Content-Type");
        }
        if (BodyType.isCompressed(request)) {
            throw McpFault.noMessage(
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    null,
                    "the message is compressed – send it as it is");
        }
        if (new Reply(request, response).choose(List.of(Reply.JSON_TYPE)).isEmpty()) {
            throw McpFault.noMessage(
                    HttpServletResponse.SC_NOT_ACCEPTABLE,
                    null,
                    "answers are application/json – name it in Accept, beside text/event-stream");
        }
        String version = request.getHeader(VERSION_HEADER);
        if (version != null && !protocolVersions().contains(version.strip())) {
            throw McpFault.noMessage(
                    null,
                    VERSION_HEADER + " names a version that is not spoken here – take one of "
                            + String.join(", ", protocolVersions()));
        }
    }

    private JSONRPCResponse answer(McpMessage message, McpTransportContext context) {
        JSONRPCResponse response;
        try {
            response = handler.handleRequest(
                            context, new JSONRPCRequest(message.method(), message.id(), message.params()))
                    .contextWrite(any -> any.put(McpTransportContext.KEY, context))
                    .block();
        } catch (IllegalArgumentException e) {
            LOG.warn("{}: {}", message.method(), e.getMessage());
            return wrongParameters(message);
        } catch (RuntimeException e) {
            LOG.error("{} failed", message.method(), e);
            return error(message, ErrorCodes.INTERNAL_ERROR, "something went wrong in the server – ask in another way");
        }
        if (response == null || response.error() == null) {
            return response;
        }
        return switch (response.error().code()) {
            case ErrorCodes.METHOD_NOT_FOUND ->
                error(
                        message,
                        ErrorCodes.METHOD_NOT_FOUND,
                        "there is no method '" + McpMessage.shown(message.method())
                                + "' here – there are initialize, ping, tools/list, tools/call, prompts/list, prompts/get, "
                                + "resources/list, resources/templates/list, resources/read");
            case ErrorCodes.INTERNAL_ERROR -> {
                // The tools tell their own faults: what remains are parameters that the library could not read.
                LOG.warn("{}: {}", message.method(), response.error().message());
                yield wrongParameters(message);
            }
            default -> response;
        };
    }

    private static JSONRPCResponse wrongParameters(McpMessage message) {
        return error(
                message,
                ErrorCodes.INVALID_PARAMS,
                "the parameters of " + message.method() + " are not what they should be – compare the protocol");
    }

    private static JSONRPCResponse error(McpMessage message, int code, String line) {
        return JSONRPCResponse.error(message.id(), new JSONRPCError(code, line));
    }

    private static void write(HttpServletResponse response, int status, Object message) throws IOException {
        byte[] body = McpJsonDefaults.getMapper().writeValueAsBytes(message);
        response.setStatus(status);
        response.setContentType(Reply.JSON_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
