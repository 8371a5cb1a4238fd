package org.genevagraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.project.BuiltProject;
import org.genevagraph.cli.project.Project;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.Iris;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands, query names, parameters and the slugs and choices that they take. */
@Command(
        name = "completion",
        description = {
            "Prints a script that completes commands, queries, parameters and values on the Tab key.",
            "In bash: source <(./geneva completion); in zsh after: autoload -U bashcompinit; bashcompinit."
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand extends ConsoleCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BuiltProject project;

    @Override
    public Integer call() throws IOException, ProblemException {
        List<QueryFile> queries = List.copyOf(Project.queries().all());
        Map<String, String> slugs = slugs(project.build(console));
        String script;
        try (InputStream template = CompletionCommand.class.getResourceAsStream("/completion.bash")) {
            script = new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
        StringBuilder options = new StringBuilder();
        StringBuilder choices = new StringBuilder();
        spec.root().subcommands().forEach((name, command) -> {
            addCase(
                    options,
                    name,
                    command.getCommandSpec().options().stream()
                            .map(OptionSpec::longestName)
                            .toList());
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (option.completionCandidates() != null) {
                    addCase(choices, name + "." + option.longestName(), option.completionCandidates());
                }
            }
            if (name.equals("export")) {
                addCase(
                        choices,
                        "export",
                        command.getCommandSpec().positionalParameters().get(0).completionCandidates());
            }
        });
        CommandSpec link = spec.root().subcommands().get("link").getCommandSpec();
        console.out()
                .print(script.replace(
                                "@LINK_FORMATS@",
                                words(link.positionalParameters().get(0).completionCandidates()))
                        .replace(
                                "@LINK_OPTIONS@",
                                words(link.options().stream()
                                        .map(OptionSpec::longestName)
                                        .toList()))
                        .replace("@LINK_KINDS@", words(link.findOption("--kind").completionCandidates()))
                        .replace("@OPTIONS@", options)
                        .replace("@CHOICES@", choices)
                        .replace("@COMMANDS@", words(spec.root().subcommands().keySet()))
                        .replace(
                                "@QUERIES@",
                                words(queries.stream().map(QueryFile::name).toList()))
                        .replace("@PARAMETERS@", parameters(queries))
                        .replace("@VALUES@", values(queries, slugs)));
        return 0;
    }

    private static void addCase(StringBuilder cases, String pattern, Iterable<String> words) {
        cases.append("    ")
                .append(pattern)
                .append(") words='")
                .append(words(words))
                .append("' ;;\n");
    }

    /** The slugs of all things, by kind. */
    private static Map<String, String> slugs(Snapshot snapshot) {
        Map<String, TreeSet<String>> byKind = new TreeMap<>();
        snapshot.dataset().getDefaultGraph().stream(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .forEach(triple -> Iris.parse(triple.getSubject().getURI())
                        .ifPresent(id -> byKind.computeIfAbsent(id.kind(), key -> new TreeSet<>())
                                .add(id.slug())));
        Map<String, String> words = new TreeMap<>();
        byKind.forEach((kind, all) -> words.put(kind, words(all)));
        return words;
    }

    private static String parameters(List<QueryFile> queries) {
        return queries.stream()
                .map(query -> "    " + query.name() + ") words='"
                        + words(query.parameters().stream()
                                .map(parameter -> parameter.name() + "=")
                                .toList())
                        + "' ;;\n")
                .collect(Collectors.joining());
    }

    private static String values(List<QueryFile> queries, Map<String, String> slugs) {
        StringBuilder cases = new StringBuilder();
        for (QueryFile query : queries) {
            for (Parameter parameter : query.parameters()) {
                String words = parameter.type() == ParameterType.CHOICE
                        ? words(parameter.choices())
                        : parameter.kinds().stream()
                                .map(kind -> slugs.getOrDefault(kind, ""))
                                .collect(Collectors.joining(" "));
                if (!words.isBlank()) {
                    cases.append("    ")
                            .append(query.name())
                            .append('.')
                            .append(parameter.name())
                            .append(") words='")
                            .append(words)
                            .append("' ;;\n");
                }
            }
        }
        return cases.toString();
    }

    private static String words(Iterable<String> words) {
        return String.join(" ", words);
    }
}
