package org.genevagraph.cli.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a file and the environment say of settings. A setting is called like its option, without the hyphens before it: {@code port} in the file,
 * {@code GENEVA_PORT} in the environment, {@code --port} on the command line; of these, each goes before those named earlier.
 */
public final class Settings implements IDefaultValueProvider {
    /** The option that names the file; {@code GENEVA_CONFIG} in the environment. */
    public static final String FILE_OPTION = "--config";

    private static final String PREFIX = "GENEVA_";
    private static final String CONFIG = PREFIX + "CONFIG";
    private static final String ALL = "'geneva config' lists all";

    /** Variables that begin alike and are no settings: the file, the launcher's and the notebooks'. */
    private static final Set<String> OTHERS = Set.of(
            CONFIG,
            "GENEVA_JAVA_OPTS",
            "GENEVA_GRAPH",
            "GENEVA_STORE_USER",
            "GENEVA_STORE_PASSWORD",
            "GENEVA_STORE_TOKEN");

    /** What several values of one setting are joined by; options split there. */
    private static final String BLANK = " ";

    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Collection<String> known;
    private final Check check;
    private SettingsFile file;
    private List<Problem> problems;

    /** What is set wrong and therefore counts as not set. */
    private final Set<String> faulty = new HashSet<>();

    /**
     * Reads nothing yet.
     *
     * @param arguments the command line, which may name a file
     * @param environment the variables of the process
     * @param known the names of all settings
     * @param check finds out what is wrong with a value
     */
    public Settings(List<String> arguments, Map<String, String> environment, Collection<String> known, Check check) {
        this.arguments = List.copyOf(arguments);
        this.environment = Map.copyOf(environment);
        this.known = new TreeSet<>(known);
        this.check = check;
    }

    /**
     * A value with where it comes from.
     *
     * @param name the setting
     * @param value its value, as it was written
     * @param origin where: {@code FILE:LINE}, or the name of a variable
     */
    public record Given(String name, List<String> value, String origin) {}

    /** Finds out what is wrong with a value. */
    public interface Check {
        /** What is wrong and how to fix it, separated by {@code " – "}; empty if nothing is. */
        Optional<String> fault(String name, List<String> values);
    }

    /** The name of an option's setting. */
    public static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }

    /** The variable of a setting. */
    static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[-.]", "_");
    }

    private Optional<Path> path() {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(FILE_OPTION + "=")) {
                return Optional.of(Path.of(argument.substring(FILE_OPTION.length() + 1)));
            }
            if (argument.equals(FILE_OPTION) && i + 1 < arguments.size()) {
                return Optional.of(Path.of(arguments.get(i + 1)));
            }
        }
        return Optional.ofNullable(environment.get(CONFIG))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    private SettingsFile file() {
        if (file == null) {
            file = path().map(SettingsFile::read).orElse(SettingsFile.NONE);
        }
        return file;
    }

    /** What is said of a setting, outside the command line; what is wrong does not count. */
    public Optional<Given> given(String name) {
        problems();
        return faulty.contains(name) ? Optional.empty() : said(name);
    }

    private Optional<Given> said(String name) {
        Optional<Given> variable = fromEnvironment(name);
        return variable.isPresent()
                ? variable
                : file().entries().stream()
                        .filter(entry -> entry.name().equals(name))
                        .findFirst()
                        .map(entry -> new Given(name, entry.values(), entry.place()));
    }

    private Optional<Given> fromEnvironment(String name) {
        String value = environment.getOrDefault(variable(name), "").strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(new Given(name, List.of(value), variable(name)));
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && known.contains(name(option))
                ? given(name(option))
                        .map(given -> String.join(BLANK, given.value()))
                        .orElse(null)
                : null;
    }

    /** All that is wrong with what the file and the environment say. */
    public List<Problem> problems() {
        if (problems == null) {
            List<Problem> found = new ArrayList<>(file().problems());
            for (SettingsFile.Entry entry : file().entries()) {
                if (!known.contains(entry.name())) {
                    found.add(entry.problem("is no setting", Nearest.hint(entry.name(), known, ALL)));
                } else {
                    fault(entry.name(), entry.values())
                            .ifPresent(fault -> found.add(entry.problem(fault.what(), fault.fix())));
                }
            }
            for (String name : known) {
                fromEnvironment(name)
                        .flatMap(given -> fault(name, given.value()))
                        .ifPresent(fault -> found.add(Problem.error("", 0, variable(name), fault.what(), fault.fix())));
            }
            Collections.sort(found);
            problems = List.copyOf(found);
        }
        return problems;
    }

    private record Fault(String what, String fix) {}

    private Optional<Fault> fault(String name, List<String> values) {
        Optional<String> fault = check.fault(name, values);
        fault.ifPresent(any -> faulty.add(name));
        return fault.map(text -> text.split(" – ", 2))
                .map(parts -> new Fault(parts[0], parts.length > 1 ? parts[1] : ""));
    }

    /** Variables that look like settings and are none: they may belong to somebody else, or be misspelt. */
    public List<Problem> warnings() {
        List<String> variables = known.stream().map(Settings::variable).toList();
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !variables.contains(name) && !OTHERS.contains(name))
                .sorted()
                .map(name -> Problem.warning("", 0, name, "is no setting", Nearest.hint(name, variables, ALL)))
                .toList();
    }
}
