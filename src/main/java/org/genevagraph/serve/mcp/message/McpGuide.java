package org.genevagraph.serve.mcp.message;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.genevagraph.curate.rows.RowGuide;
import org.genevagraph.problem.Nearest;
import org.genevagraph.serve.http.Served;

/** What an assistant reads before it proposes facts: the guide to the tables as a resource, and prompts that send it there. */
public final class McpGuide {
    /** By which the guide is read. */
    public static final String URI = "geneva-graph:guide";

    private static final String PROPOSE = "propose_facts";
    private static final String CORRECT = "correct_fact";

    /** The names of the prompts. */
    static final List<String> PROMPTS = List.of(PROPOSE, CORRECT);

    private static final String DOCUMENT = "document";
    private static final String PASSAGE = "passage";
    private static final String WORDS = "words";
    private static final String SUBJECT = "subject";
    private static final String OBJECT = "object";
    private static final String DOUBT = "doubt";
    private static final String TYPE = "text/markdown";
    private static final int MOST_CHARACTERS = 20_000;

    private final Function<McpTransportContext, Served> served;

    /** With how a request finds what is served. */
    public McpGuide(Function<McpTransportContext, Served> served) {
        this.served = served;
    }

    /** The resource under which an assistant reads it. */
    public SyncResourceSpecification resource() {
        Resource resource = Resource.builder(URI, "guide")
                .title("How to propose a fact")
                .description("The tables that take facts, their columns and kinds, and the rules for a row.")
                .mimeType(TYPE)
                .build();
        return new SyncResourceSpecification(
                resource,
                (context, request) -> ReadResourceResult.builder(List.of(TextResourceContents.builder(
                                        URI, RowGuide.of(served.apply(context).snapshot()))
                                .mimeType(TYPE)
                                .build()))
                        .build());
    }

    /** The prompts that lead an assistant through proposing facts. */
    public static List<SyncPromptSpecification> prompts() {
        return List.of(
                prompt(
                        Prompt.builder(PROPOSE)
                                .title("Propose facts from a passage")
                                .description("Turns what a passage says into rows, checked until they have no fault.")
                                .arguments(List.of(
                                        argument(DOCUMENT, "the id of the document, such as gcsp", true),
                                        argument(PASSAGE, "the number of the passage, such as 6", true),
                                        argument(WORDS, "the words of the passage, if you have them", false)))
                                .build(),
                        McpGuide::proposing),
                prompt(
                        Prompt.builder(CORRECT)
                                .title("Look at a fact that may be wrong")
                                .description("Compares a fact with its passages, and proposes the row as it should be.")
                                .arguments(List.of(
                                        argument(SUBJECT, "the id or the name of the fact's subject", true),
                                        argument(OBJECT, "the id or the name of its object", true),
                                        argument(DOUBT, "what seems to be wrong", false)))
                                .build(),
                        McpGuide::correcting));
    }

    private static PromptArgument argument(String name, String description, boolean required) {
        return PromptArgument.builder(name)
                .description(description)
                .required(required)
                .build();
    }

    /**
     * Looks at the arguments for a prompt.
     *
     * @throws McpFault if one is missing, unknown or no text, with what to do
     */
    static void check(McpMessage message) throws McpFault {
        Prompt prompt = prompts().stream()
                .map(SyncPromptSpecification::prompt)
                .filter(one -> one.name().equals(message.params().get("name")))
                .findFirst()
                .orElseThrow();
        Map<?, ?> given = message.params().get("arguments") instanceof Map<?, ?> arguments ? arguments : Map.of();
        List<String> names =
                prompt.arguments().stream().map(PromptArgument::name).toList();
        for (Map.Entry<?, ?> argument : given.entrySet()) {
            String name = String.valueOf(argument.getKey());
            if (!names.contains(name)) {
                throw McpFault.wrongParameters(
                        message.id(),
                        prompt.name() + " has no argument '" + McpMessage.shown(name) + "' – "
                                + Nearest.hint(name, names, "its arguments are " + String.join(", ", names)));
            }
            if (argument.getValue() != null && !(argument.getValue() instanceof String)) {
                throw McpFault.wrongParameters(message.id(), name + " is no string – give one");
            }
        }
        for (PromptArgument argument : prompt.arguments()) {
            boolean missing = !(given.get(argument.name()) instanceof String text) || text.isBlank();
            if (Boolean.TRUE.equals(argument.required()) && missing) {
                throw McpFault.wrongParameters(
                        message.id(),
                        prompt.name() + " needs " + argument.name() + " – give it: " + argument.description());
            }
        }
    }

    private static SyncPromptSpecification prompt(Prompt prompt, Function<GetPromptRequest, String> words) {
        return new SyncPromptSpecification(
                prompt,
                (context, request) -> GetPromptResult.builder(List.of(PromptMessage.builder(
                                        Role.USER,
                                        TextContent.builder(words.apply(request))
                                                .build())
                                .build()))
                        .description(prompt.description())
                        .build());
    }

    private static String proposing(GetPromptRequest request) {
        String words = value(request, WORDS);
        String steps = """
                Propose facts that passage %s#%s says.
                1. Read the resource %s: the tables, their columns and the rules.
                2. Read the passage%s.
                3. Find out with find_thing which of the things that it names the graph has, and with the tool about what it already says of them.
                4. Write rows for what the passage says and the graph has not; nothing else.
                5. Give them to check_rows. Correct what it finds, and drop what the passage does not bear out, until "sound" is true.
                6. Hand over the rows, the verdicts and, for each row, the reason in a sentence of your own. A person decides.
                """.formatted(
                        value(request, DOCUMENT),
                        value(request, PASSAGE),
                        URI,
                        words.isEmpty() ? "; ask for its words if you have them not" : ", which stands below");
        return words.isEmpty() ? steps : steps + "\nThe passage:\n" + words + "\n";
    }

    private static String correcting(GetPromptRequest request) {
        String doubt = value(request, DOUBT);
        return """
                Look at what the graph states between %s and %s.%s
                1. Ask the tool why for the statement and its passages.
                2. Read the resource %s: the columns and the rules.
                3. If the passages say something else, write the row as it should be, and give it to check_rows until "sound" is true.
                4. Hand over the old row, the new one and what the passages say, or say that the fact stands. A person decides.
                """.formatted(
                        value(request, SUBJECT),
                        value(request, OBJECT),
                        doubt.isEmpty() ? "" : " Somebody doubts it: " + doubt,
                        URI);
    }

    /** An argument as text, which is cut where no honest one ends; empty if it is not given. */
    private static String value(GetPromptRequest request, String name) {
        Map<String, Object> arguments = request.arguments();
        Object value = arguments == null ? null : arguments.get(name);
        String text = value == null ? "" : String.valueOf(value).strip();
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }
}
