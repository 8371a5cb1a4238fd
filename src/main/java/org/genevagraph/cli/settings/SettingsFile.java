package org.genevagraph.cli.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevagraph.problem.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A file of settings: YAML, {@code name: value} a line. {@code query: {time: 5s}} is the same as {@code query.time: 5s}; what may be said more
 * than once is a list.
 *
 * @param entries what it says, in its order
 * @param problems what cannot be read of it
 */
record SettingsFile(List<Entry> entries, List<Problem> problems) {
    static final SettingsFile NONE = new SettingsFile(List.of(), List.of());

    /**
     * What a file says of one setting.
     *
     * @param name the setting
     * @param values its values; several only if they were written as a list
     * @param file how to call the file when talking to people
     * @param line the line, counted from 1
     */
    record Entry(String name, List<String> values, String file, int line) {
        /** Where it stands, as people read it. */
        String place() {
            return file + ":" + line;
        }

        Problem problem(String message, String fix) {
            return Problem.error(file, line, name, message, fix);
        }
    }

    SettingsFile {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /** Reads a file; what is wrong with it is a problem, with its line if it has one. */
    static SettingsFile read(Path file) {
        if (file.toString().isBlank()) {
            Reading nothing = new Reading("--config");
            nothing.problem(0, "names no file", "give the path of a file of settings, or leave it out");
            return new SettingsFile(nothing.entries, nothing.problems);
        }
        Reading reading = new Reading(file.toString());
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            reading.root(new Yaml(options).compose(new StringReader(Files.readString(file))));
        } catch (NoSuchFileException e) {
            reading.problem(0, "is not there", "check the path that --config or GENEVA_CONFIG gives");
        } catch (CharacterCodingException e) {
            reading.problem(0, "is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            reading.problem(0, "cannot be read", "give a file that this user may read");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            reading.problem(line, "is no YAML: " + e.getProblem(), "write a setting a line, as in port: 3030");
        } catch (YAMLException e) {
            reading.problem(0, refused(e), "write a setting a line, as in port: 3030");
        }
        return new SettingsFile(reading.entries, reading.problems);
    }

    /** What the library takes from nobody, lest a small file become a large one. */
    private static String refused(YAMLException e) {
        String told = String.valueOf(e.getMessage());
        if (told.contains("aliases")) {
            return "repeats a list or a block by an alias such as *name, which is not taken";
        }
        return told.contains("Nesting") ? "is nested too deep" : "is no YAML";
    }

    /** What has been read so far. */
    private static final class Reading {
        private final String file;
        private final List<Entry> entries = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, Entry> seen = new HashMap<>();

        Reading(String file) {
            this.file = file;
        }

        void problem(int line, String message, String fix) {
            problems.add(Problem.error(file, line, "", message, fix));
        }

        /** The whole file; null if it says nothing. */
        void root(Node node) {
            if (node instanceof MappingNode mapping) {
                map("", mapping);
            } else if (node != null) {
                problem(line(node), "a setting was expected here", "write name: value, as in port: 3030");
            }
        }

        private void map(String prefix, MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    problem(line(tuple.getKeyNode()), "the name of a setting was expected here", "write name: value");
                    continue;
                }
                String name = prefix + key.getValue().strip();
                if (tuple.getValueNode() instanceof MappingNode inner) {
                    map(name + ".", inner);
                } else {
                    add(name, tuple.getValueNode(), line(key));
                }
            }
        }

        private void add(String name, Node value, int line) {
            List<String> values = new ArrayList<>();
            for (Node one : value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value)) {
                if (!(one instanceof ScalarNode scalar)) {
                    problem(
                            line(one),
                            name + " has a value that is no text",
                            "write name: value, or name: [one, other]");
                    return;
                }
                values.add(scalar.getValue().strip());
            }
            Entry entry = new Entry(name, values, file, line);
            Entry earlier = seen.putIfAbsent(name, entry);
            if (earlier == null) {
                entries.add(entry);
            } else {
                problems.add(entry.problem("is set already in line " + earlier.line(), "keep one of them"));
            }
        }

        private static int line(Node node) {
            return node.getStartMark().getLine() + 1;
        }
    }
}
