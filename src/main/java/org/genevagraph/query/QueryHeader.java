package org.genevagraph.query;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the YAML in a query file's {@code #+} lines; a key that nobody knows is a problem with its line, never ignored. */
final class QueryHeader {
    private static final String MARK = "#+";
    private static final Set<String> KEYS =
            Set.of("summary", "description", "tags", "params", "empty", "instead", "rows");
    private static final Set<String> PARAMETER_KEYS =
            Set.of("name", "type", "required", "default", "help", "example", "choices");

    private final String file;
    private final Problems problems;

    String summary = "";
    String description = "";
    String empty = "";
    String rows = "";
    List<String> tags = List.of();
    final Map<String, String> instead = new LinkedHashMap<>();
    final List<Parameter> parameters = new ArrayList<>();

    private QueryHeader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static QueryHeader parse(String file, String text, Problems problems) {
        QueryHeader header = new QueryHeader(file, problems);
        // Other lines become empty ones, so that YAML's line numbers are the file's.
        StringBuilder yaml = new StringBuilder();
        text.lines()
                .forEach(line -> yaml.append(line.startsWith(MARK) ? line.substring(MARK.length()) : "")
                        .append('\n'));
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml.toString()));
            if (root instanceof MappingNode mapping) {
                header.read(mapping);
            } else {
                header.problem(1, "has no header", "begin it with lines such as '#+ summary: …'");
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            header.problem(line, "the header is not YAML: " + e.getProblem(), "mend it there");
        }
        return header;
    }

    private void read(MappingNode root) {
        each(root, KEYS, (key, value) -> {
            switch (key) {
                case "summary" -> summary = scalar(value);
                case "description" -> description = scalar(value);
                case "empty" -> empty = scalar(value);
                case "rows" -> readRows(value);
                case "tags" -> tags = list(value);
                case "instead" -> readInstead(value);
                case "params" -> readParameters(value);
                default -> throw new IllegalStateException(key);
            }
        });
        if (summary.isEmpty()) {
            problem(1, "has no summary", "say in one line what the query answers: '#+ summary: …'");
        }
    }

    private void readRows(Node node) {
        rows = scalar(node);
        if (!GivenRows.KNOWN.contains(rows)) {
            problem(
                    line(node),
                    "rows: '" + rows + "' is no search",
                    Nearest.hint(rows, GivenRows.KNOWN, "searches are " + String.join(", ", GivenRows.KNOWN)));
        }
    }

    private void readInstead(Node node) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                instead.put(scalar(tuple.getKeyNode()), scalar(tuple.getValueNode()));
            }
        } else {
            problem(line(node), "instead: is not a map", "write '#+   scope=involved: what that would give'");
        }
    }

    private void readParameters(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            problem(line(node), "params: is not a list", "write '#+   - name: …' for each parameter");
            return;
        }
        for (Node item : sequence.getValue()) {
            if (item instanceof MappingNode mapping) {
                readParameter(mapping);
            } else {
                problem(line(item), "a parameter has no keys", "give it name, type and help");
            }
        }
    }

    private void readParameter(MappingNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> choices = new ArrayList<>();
        each(node, PARAMETER_KEYS, (key, value) -> {
            if (key.equals("choices")) {
                choices.addAll(list(value));
            } else {
                values.put(key, scalar(value));
            }
        });
        for (String key : List.of("name", "type", "help", "example")) {
            if (values.getOrDefault(key, "").isEmpty()) {
                problem(line(node), "a parameter has no " + key, "add '" + key + ": …'");
                return;
            }
        }
        String typeName = values.get("type");
        ParameterType type = ParameterType.of(typeName).orElse(null);
        if (type == null) {
            problem(
                    line(node),
                    "'" + typeName + "' is not a type of parameter",
                    Nearest.hint(typeName, ParameterType.labels(), "types are " + ParameterType.labels()));
            return;
        }
        if (type == ParameterType.CHOICE && choices.isEmpty()) {
            problem(line(node), "the choice " + values.get("name") + " has no choices", "add 'choices: [one, other]'");
        }
        String required = values.getOrDefault("required", "false");
        if (!Set.of("true", "false").contains(required)) {
            problem(line(node), "required is '" + required + "'", "write true or false");
        }
        parameters.add(new Parameter(
                values.get("name"),
                type,
                required.equals("true"),
                values.getOrDefault("default", ""),
                values.get("help"),
                values.get("example"),
                choices));
    }

    private void each(MappingNode node, Set<String> known, BiConsumer<String, Node> action) {
        for (NodeTuple tuple : node.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (known.contains(key)) {
                action.accept(key, tuple.getValueNode());
            } else {
                problem(
                        line(tuple.getKeyNode()),
                        "the header has the unknown key '" + key + "'",
                        Nearest.hint(
                                key,
                                known,
                                "keys are "
                                        + String.join(
                                                ", ", known.stream().sorted().toList())));
            }
        }
    }

    private List<String> list(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(this::scalar).toList();
        }
        problem(line(node), "a list is written as something else", "write [one, other]");
        return List.of();
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        problem(
                line(node),
                "a word or sentence was expected here",
                "quote it if it holds ': ' or begins with a bracket");
        return "";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private void problem(int line, String message, String mend) {
        problems.add(Problem.error(file, line, "", message, mend));
    }
}
