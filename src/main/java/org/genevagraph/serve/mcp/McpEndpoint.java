package org.genevagraph.serve.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.serve.mcp.message.McpGuide;
import org.genevagraph.serve.mcp.message.McpMessage;
import org.genevagraph.serve.mcp.tool.McpAnswer;
import org.genevagraph.serve.mcp.tool.McpArguments;
import org.genevagraph.serve.mcp.tool.McpCheckTool;
import org.genevagraph.serve.mcp.tool.McpQueryTool;
import org.genevagraph.serve.mcp.tool.McpSchemaTool;
import org.genevagraph.serve.mcp.tool.McpSearchTool;
import org.genevagraph.serve.mcp.tool.McpSparqlTool;
import org.genevagraph.serve.mcp.tool.McpTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The tools of one catalogue behind the protocol; each request brings the snapshot of which they are asked. */
final class McpEndpoint {
    private static final String SERVED = "served";
    private static final String ADDRESS = "address";

    private static final Logger LOG = LoggerFactory.getLogger(McpEndpoint.class);
    private static final String INSTRUCTIONS = """
            Who does what, with whom and under which mandate in Geneva's digital governance. Take the tool that answers the question; find_thing \
            if you do not know what something is called; sparql, after schema, for the rest. Each row that states a fact has the passages that \
            say so in evidence: cite them. A passage …/id/passage/gcsp/6 is paragraph 6 of the document gcsp. An empty answer comes with a note \
            on whether the sources were looked through; silence is no proof. standing: stated by the passage, arguable, editorial (this \
            project's view), derived by a rule. To propose a fact, read the resource geneva-graph:guide, and give the rows to check_rows.""";

    private final Map<String, McpTool> tools = new LinkedHashMap<>();
    private final McpHttpTransport transport = new McpHttpTransport();

    /**
     * The tools of a catalogue.
     *
     */
    McpEndpoint(QueryCatalogue catalogue) {
        for (McpTool tool :
                List.of(new McpSearchTool(), new McpSchemaTool(), new McpSparqlTool(), new McpCheckTool())) {
            tools.put(tool.name(), tool);
        }
        catalogue.all().stream().map(McpQueryTool::new).forEach(tool -> tools.putIfAbsent(tool.name(), tool));
        // Calls stay in the thread of their request, of which there is a bounded number.
        var server = McpServer.sync(new HelpfulTransport())
                .serverInfo("geneva-graph", version())
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder()
                        .tools(false)
                        .prompts(false)
                        .resources(false, false)
                        .build())
                .prompts(McpGuide.prompts())
                .resources(new McpGuide(context -> (Served) context.get(SERVED)).resource())
                .validateToolInputs(false)
                .immediateExecution(true);
        tools.values()
                .forEach(tool -> server.toolCall(
                        declaration(tool), (context, request) -> call(tool, context, request.arguments())));
        server.build();
    }

    /** Answers a posted message from what is served. */
    void answer(HttpServletRequest request, HttpServletResponse response, Served now) throws IOException {
        transport.answer(
                request, response, McpTransportContext.create(Map.of(SERVED, now, ADDRESS, Address.of(request))));
    }

    private static String version() {
        return Optional.ofNullable(McpEndpoint.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    private static Tool declaration(McpTool tool) {
        return Tool.builder(tool.name(), tool.schema())
                .title(tool.title())
                .description(tool.description())
                .outputSchema(tool.outputSchema())
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    private static CallToolResult call(McpTool tool, McpTransportContext context, Map<String, Object> arguments) {
        try {
            Map<String, String> given = new TreeMap<>();
            if (arguments != null) {
                String address = (String) context.get(ADDRESS);
                arguments.forEach((name, value) -> given.put(name, Address.asIri(text(value), address)));
            }
            McpAnswer answer = tool.call((Served) context.get(SERVED), given);
            return CallToolResult.builder()
                    .addTextContent(answer.text())
                    .structuredContent(answer.content())
                    .isError(false)
                    .build();
        } catch (Refusal refusal) {
            return error(refusal.line());
        } catch (RuntimeException e) {
            // What went wrong inside is for the log, not for those who ask.
            LOG.error("{} failed", tool.name(), e);
            return error("something went wrong in the server – ask in another way, or tell those who run it");
        }
    }

    private static String text(Object value) {
        return McpArguments.whole(value).map(String::valueOf).orElseGet(() -> String.valueOf(value));
    }

    private static CallToolResult error(String line) {
        return CallToolResult.builder().addTextContent(line).isError(true).build();
    }

    /** The call as the library takes it: each argument under its own name, and none that says nothing. */
    private JSONRPCRequest plain(JSONRPCRequest request, McpTool tool) {
        Map<?, ?> params = (Map<?, ?>) request.params();
        Map<String, Object> given = new LinkedHashMap<>();
        if (params.get("arguments") instanceof Map<?, ?> arguments) {
            arguments.forEach((name, value) -> {
                if (value != null) {
                    given.put(String.valueOf(name), value);
                }
            });
        }
        Map<Object, Object> plain = new LinkedHashMap<>(params);
        plain.put("arguments", tool.named(given));
        return new JSONRPCRequest(request.method(), request.id(), plain);
    }

    /** What is wrong with the arguments of a call, and which ones were meant, told so that a model can do better. */
    private static Optional<String> fault(JSONRPCRequest call, McpTool tool) {
        try {
            Map<?, ?> arguments = (Map<?, ?>) ((Map<?, ?>) call.params()).get("arguments");
            McpArguments.check(tool, arguments);
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(e.line());
        }
    }

    /** There is no such tool. */
    private JSONRPCResponse unknown(JSONRPCRequest call, String name) {
        String line = "there is no tool '" + McpMessage.shown(name) + "' – "
                + Nearest.hint(name, tools.keySet(), "tools are " + String.join(", ", tools.keySet()));
        return JSONRPCResponse.error(call.id(), new JSONRPCError(ErrorCodes.INVALID_PARAMS, line));
    }

    /** The transport, with faults of calls told in a way that a model can fix. */
    private final class HelpfulTransport implements McpStatelessServerTransport {
        @Override
        public void setMcpHandler(McpStatelessServerHandler handler) {
            transport.setMcpHandler(new McpStatelessServerHandler() {
                @Override
                public Mono<JSONRPCResponse> handleRequest(McpTransportContext context, JSONRPCRequest request) {
                    if (!request.method().equals(McpSchema.METHOD_TOOLS_CALL)) {
                        return handler.handleRequest(context, request);
                    }
                    String name = String.valueOf(((Map<?, ?>) request.params()).get("name"));
                    McpTool tool = tools.get(name);
                    if (tool == null) {
                        return Mono.just(unknown(request, name));
                    }
                    JSONRPCRequest call = plain(request, tool);
                    return fault(call, tool)
                            .map(line -> Mono.just(JSONRPCResponse.result(call.id(), error(line))))
                            .orElseGet(() -> handler.handleRequest(context, call));
                }

                @Override
                public Mono<Void> handleNotification(McpTransportContext context, JSONRPCNotification notification) {
                    return handler.handleNotification(context, notification);
                }
            });
        }

        @Override
        public Mono<Void> closeGracefully() {
            return transport.closeGracefully();
        }
    }
}
