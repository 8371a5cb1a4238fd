package org.genevagraph.query.catalogue.header;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Takes the YAML of a query file's header apart; what is not as expected is a problem with its line.
 *
 * @param file how to call the file when talking to people
 * @param problems takes the problems
 */
public record HeaderYaml(String file, Problems problems) {
    /** Hands over each value with its key; a key that nobody knows is a problem, and counts as the one that it nearly is. */
    public void each(MappingNode node, Set<String> known, BiConsumer<String, Node> action) {
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
                List<String> meant = Nearest.of(key, known);
                if (meant.size() == 1 && !has(node, meant.get(0))) {
                    action.accept(meant.get(0), tuple.getValueNode());
                }
            }
        }
    }

    private boolean has(MappingNode node, String key) {
        return node.getValue().stream()
                .anyMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key));
    }

    /** The texts of a map, in their order. */
    public Map<String, String> texts(Node node, String what, String fix) {
        Map<String, String> texts = new LinkedHashMap<>();
        eachOf(node, what, fix, (key, value) -> texts.put(key, scalar(value)));
        return texts;
    }

    /** Hands over each value of a map with its key, whatever the key. */
    public void eachOf(Node node, String what, String fix, BiConsumer<String, Node> action) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> action.accept(scalar(tuple.getKeyNode()), tuple.getValueNode()));
        } else {
            problem(line(node), what + ": is not a map", fix);
        }
    }

    /**
     * Hands over each map of a list.
     *
     * @param what the key of the list
     * @param fix how to write the list
     * @param item what one of its maps is, with its article
     * @param itemFix how to write that
     */
    public void eachMap(Node node, String what, String fix, String item, String itemFix, Consumer<MappingNode> action) {
        if (!(node instanceof SequenceNode sequence)) {
            problem(line(node), what + ": is not a list", fix);
            return;
        }
        for (Node one : sequence.getValue()) {
            if (one instanceof MappingNode mapping) {
                action.accept(mapping);
            } else {
                problem(line(one), item + " has no keys", itemFix);
            }
        }
    }

    /** The texts of a list. */
    public List<String> list(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(this::scalar).toList();
        }
        problem(line(node), "a list is written as something else", "write [one, other]");
        return List.of();
    }

    /** The texts of a list, or the one text that stands in place of a list. */
    public List<String> oneOrMore(Node node) {
        return node instanceof ScalarNode ? List.of(scalar(node)) : list(node);
    }

    /** A text; empty, with a problem, if it is none. */
    public String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        problem(
                line(node),
                "a word or sentence was expected here",
                "quote it if it holds ': ' or begins with a bracket");
        return "";
    }

    /** The line of the file in which it begins. */
    public static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** Tells an error at a line of the file. */
    public void problem(int line, String message, String fix) {
        problems.add(Problem.error(file, line, "", message, fix));
    }
}
