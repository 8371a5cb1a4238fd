package org.genevagraph.query.catalogue.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genevagraph.problem.Nearest;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the parameters of a query from its header: what can be given, of which type, and what the choices mean. */
public final class HeaderParameters {
    /** The key under which they stand. */
    public static final String KEY = "params";

    private static final String OTHER_THAN = "other-than";
    private static final String NOT_BEFORE = "not-before";
    private static final Set<String> KEYS = Set.of(
            "name",
            "type",
            "required",
            "default",
            "help",
            "example",
            "choices",
            "words",
            OTHER_THAN,
            NOT_BEFORE,
            "also");

    private final HeaderYaml yaml;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, Map<String, String>> choices = new LinkedHashMap<>();
    private boolean lost;

    /** None yet; what is wrong with those that are read goes where the header's problems go. */
    public HeaderParameters(HeaderYaml yaml) {
        this.yaml = yaml;
    }

    /** The parameters in the order of the header. */
    public List<Parameter> all() {
        return List.copyOf(parameters);
    }

    /** Whether a parameter could not be read: what names it is then at no fault. */
    public boolean isAnyLost() {
        return lost;
    }

    /** What is said of each parameter, by its name. */
    public Map<String, String> help() {
        Map<String, String> help = new LinkedHashMap<>();
        parameters.forEach(parameter -> help.put(parameter.name(), parameter.help()));
        return help;
    }

    /** What each choice means, by the name of the parameter and the choice. */
    public Map<String, Map<String, String>> choices() {
        return choices;
    }

    /** Reads what stands under the key. */
    public void read(Node node) {
        yaml.eachMap(
                node,
                KEY,
                "write '#+   - name: …' for each parameter",
                "a parameter",
                "give it name, type and help",
                mapping -> {
                    int before = parameters.size();
                    readOne(mapping);
                    lost |= parameters.size() == before;
                });
    }

    private void readOne(MappingNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> types = new ArrayList<>();
        List<String> options = new ArrayList<>();
        List<String> also = new ArrayList<>();
        Map<String, String> meanings = new LinkedHashMap<>();
        yaml.each(node, KEYS, (key, value) -> {
            if (key.equals("choices")) {
                options.addAll(yaml.list(value));
            } else if (key.equals("also")) {
                also.addAll(yaml.list(value));
            } else if (key.equals("type")) {
                types.addAll(yaml.oneOrMore(value));
            } else if (key.equals("words")) {
                meanings.putAll(yaml.texts(value, key, "write {choice: what it means}"));
            } else {
                values.put(key, yaml.scalar(value));
            }
        });
        values.put("type", String.join(", ", types));
        for (String key : List.of("name", "type", "help", "example")) {
            if (values.getOrDefault(key, "").isEmpty()) {
                yaml.problem(HeaderYaml.line(node), "a parameter has no " + key, "add '" + key + ": …'");
                return;
            }
        }
        ParameterType type = type(types, node);
        if (type == null) {
            return;
        }
        if (type == ParameterType.CHOICE && options.isEmpty()) {
            yaml.problem(
                    HeaderYaml.line(node),
                    "the choice " + values.get("name") + " has no choices",
                    "add 'choices: [one, other]'");
        }
        readMeanings(values.get("name"), options, meanings, HeaderYaml.line(node));
        String required = values.getOrDefault("required", "false");
        if (!Set.of("true", "false").contains(required)) {
            yaml.problem(HeaderYaml.line(node), "required is '" + required + "'", "write true or false");
        }
        for (String key : List.of(OTHER_THAN, NOT_BEFORE)) {
            checkAbove(key, values.getOrDefault(key, ""), HeaderYaml.line(node));
        }
        parameters.add(new Parameter(
                values.get("name"),
                type,
                types.stream()
                        .flatMap(name -> ParameterType.of(name).orElseThrow().kinds().stream())
                        .distinct()
                        .toList(),
                required.equals("true"),
                values.getOrDefault("default", ""),
                values.get("help"),
                values.get("example"),
                options,
                values.getOrDefault(OTHER_THAN, ""),
                values.getOrDefault(NOT_BEFORE, ""),
                also));
    }

    /** What a parameter is held against is a parameter before it. */
    private void checkAbove(String key, String name, int line) {
        List<String> before = parameters.stream().map(Parameter::name).toList();
        if (!name.isEmpty() && !before.contains(name)) {
            yaml.problem(
                    line,
                    key + " names '" + name + "', which is no parameter above it",
                    Nearest.hint(
                            name,
                            before,
                            before.isEmpty()
                                    ? "leave it out, or write it at the second of the two"
                                    : "parameters above it are " + String.join(", ", before)));
        }
    }

    /** The type of a parameter: of several kinds of thing, a thing; null, with a problem, if there is none. */
    private ParameterType type(List<String> names, Node node) {
        List<ParameterType> found = new ArrayList<>();
        for (String name : names) {
            ParameterType type = ParameterType.of(name).orElse(null);
            if (type == null) {
                yaml.problem(
                        HeaderYaml.line(node),
                        "'" + name + "' is not a type of parameter",
                        Nearest.hint(name, ParameterType.labels(), "types are " + ParameterType.labels()));
                return null;
            }
            found.add(type);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.stream().anyMatch(type -> type.kinds().isEmpty())) {
            yaml.problem(
                    HeaderYaml.line(node),
                    "only kinds of thing can stand together as types, not " + String.join(", ", names),
                    "write [organisation, initiative], or one type alone");
            return null;
        }
        return ParameterType.THING;
    }

    private void readMeanings(String name, List<String> options, Map<String, String> meanings, int line) {
        if (!Set.copyOf(options).equals(meanings.keySet())) {
            yaml.problem(
                    line,
                    "words: of the parameter " + name + " are not those of its choices",
                    options.isEmpty() ? "only a choice has words" : "say what each means: 'words: {one: …, other: …}'");
        }
        if (!meanings.isEmpty()) {
            choices.put(name, meanings);
        }
    }
}
