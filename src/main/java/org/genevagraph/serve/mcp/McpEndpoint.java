package org.genevagraph.serve.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.serve.http.Address;
import org.genevagraph.serve.http.Served;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The tools of one catalogue behind the protocol; each request brings the snapshot of which they are asked. */
final class McpEndpoint {
    /** The attribute of a request in which its snapshot stands. */
    static final String SERVED = "org.genevagraph.served";

    private static final String ADDRESS = "address";

    private static final Logger LOG = LoggerFactory.getLogger(McpEndpoint.class);
    private static final String INSTRUCTIONS = """
            Who does what, with whom and under which mandate in Geneva's digital governance. Take the tool that answers the question; find_thing \
            if you do not know what something is called; sparql, after schema, for the rest. Each row that states a fact has the passages that \
            say so in evidence: cite them. A passage …/id/passage/gcsp/6 is paragraph 6 of the document gcsp. An empty answer comes with a note \
            on whether the sources were looked through; silence is no proof. standing: stated by the passage, arguable, editorial (this \
            project's view), derived by a rule.""";

    private final Map<String, McpTool> tools = new LinkedHashMap<>();
    private final HttpServletStatelessServerTransport transport;

    McpEndpoint(QueryCatalogue catalogue, int requestBytes) {
        for (McpTool tool : List.of(new McpSearchTool(), new McpSchemaTool(), new McpSparqlTool())) {
            tools.put(tool.name(), tool);
        }
        catalogue.all().stream().map(McpQueryTool::new).forEach(tool -> tools.putIfAbsent(tool.name(), tool));
        transport = HttpServletStatelessServerTransport.builder()
                .messageEndpoint(FMod_Mcp.PATH)
                .maxRequestSize(requestBytes)
                .contextExtractor(McpEndpoint::context)
                .build();
        // Calls stay in the thread of their request, of which there is a bounded number.
        var server = McpServer.sync(new HelpfulTransport())
                .serverInfo("geneva-graph", version())
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .immediateExecution(true);
        tools.values()
                .forEach(tool -> server.toolCall(
                        declaration(tool), (context, request) -> call(tool, context, request.arguments())));
        server.build();
    }

    /** What takes requests. */
    HttpServletStatelessServerTransport servlet() {
        return transport;
    }

    private static McpTransportContext context(HttpServletRequest request) {
        return McpTransportContext.create(Map.of(SERVED, request.getAttribute(SERVED), ADDRESS, Address.of(request)));
    }

    private static String version() {
        return Optional.ofNullable(McpEndpoint.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    private static Tool declaration(McpTool tool) {
        return Tool.builder(tool.name(), tool.schema())
                .title(tool.title())
                .description(tool.description())
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
        // JSON knows 5.0 as a whole number too.
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE
                ? Long.toString(number.longValue())
                : String.valueOf(value);
    }

    private static CallToolResult error(String line) {
        return CallToolResult.builder().addTextContent(line).isError(true).build();
    }

    /** The call with each argument under its own name: the library knows no others. */
    private JSONRPCRequest named(JSONRPCRequest request) {
        if (!request.method().equals(McpSchema.METHOD_TOOLS_CALL)
                || !(request.params() instanceof Map<?, ?> params)
                || !(params.get("arguments") instanceof Map<?, ?> arguments)
                || !tools.containsKey(String.valueOf(params.get("name")))) {
            return request;
        }
        Map<String, Object> given = new LinkedHashMap<>();
        arguments.forEach((name, value) -> given.put(String.valueOf(name), value));
        Map<Object, Object> named = new LinkedHashMap<>(params);
        named.put("arguments", tools.get(String.valueOf(params.get("name"))).named(given));
        return new JSONRPCRequest(request.jsonrpc(), request.method(), request.id(), named);
    }

    /** What is wrong with the names in a call, and which ones were meant; the library would only say that it does not know them. */
    private Optional<String> fault(JSONRPCRequest request) {
        if (!request.method().equals(McpSchema.METHOD_TOOLS_CALL) || !(request.params() instanceof Map<?, ?> params)) {
            return Optional.empty();
        }
        String name = String.valueOf(params.get("name"));
        McpTool tool = tools.get(name);
        if (tool == null) {
            String all = "tools are " + String.join(", ", tools.keySet());
            return Optional.of("there is no tool '" + name + "' – " + Nearest.hint(name, tools.keySet(), all));
        }
        if (params.get("arguments") instanceof Map<?, ?> arguments) {
            List<String> known = new ArrayList<>(tool.arguments().keySet());
            String all = known.isEmpty() ? "it has none" : "its arguments are " + String.join(", ", known);
            return arguments.keySet().stream()
                    .map(String::valueOf)
                    .filter(argument -> !known.contains(argument))
                    .findFirst()
                    .map(argument ->
                            name + " has no argument '" + argument + "' – " + Nearest.hint(argument, known, all));
        }
        return Optional.empty();
    }

    /** The transport, with faults told in a way that a model can fix. */
    private final class HelpfulTransport implements McpStatelessServerTransport {
        @Override
        public void setMcpHandler(McpStatelessServerHandler handler) {
            transport.setMcpHandler(new McpStatelessServerHandler() {
                @Override
                public Mono<JSONRPCResponse> handleRequest(McpTransportContext context, JSONRPCRequest asked) {
                    JSONRPCRequest request = named(asked);
                    return fault(request)
                            .map(line -> Mono.just(JSONRPCResponse.result(request.id(), error(line))))
                            .orElseGet(() -> handler.handleRequest(context, request));
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

        @Override
        public List<String> protocolVersions() {
            return transport.protocolVersions();
        }
    }
}
