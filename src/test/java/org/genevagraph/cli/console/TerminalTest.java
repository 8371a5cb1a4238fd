package org.genevagraph.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.Commands;
import org.genevagraph.Mini;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as people have it before them: help, narrow terminals, bare locales, standard output. */
class TerminalTest {
    private static Commands.Ended program(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.genevagraph.cli.Main"));
        command.addAll(List.of(arguments));
        return Commands.run(environment, command.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 132})
    void tablesFitTheTerminal(int columns) throws IOException, InterruptedException {
        Commands.Ended ended =
                program(Map.of("COLUMNS", Integer.toString(columns), "LC_ALL", "C"), "queries", "--format", "table");
        assertEquals(0, ended.status(), ended.output());
        assertTrue(
                ended.output().lines().allMatch(line -> line.codePointCount(0, line.length()) <= columns),
                ended.output());
        String words = ended.output().replaceAll("\\s+", " ");
        assertTrue(words.contains("shared-partners") && words.contains("organisation"), words);
    }

    @Test
    void elsewhereTablesAreAsWideAsTheyAre() {
        Mini.Run run = Mini.geneva("queries");
        assertTrue(run.out().lines().anyMatch(line -> line.length() > 100), run.out());
    }

    static Stream<String> commands() {
        return Mini.geneva("--help")
                .out()
                .lines()
                .dropWhile(line -> !line.startsWith("Commands:"))
                .skip(1)
                .filter(line -> line.matches("  [a-z]+ .*"))
                .map(line -> line.strip().replaceFirst(" .*", ""));
    }

    @Test
    void theListOfCommandsIsWhole() {
        Set<String> commands = new TreeSet<>(commands().toList());
        assertTrue(commands.containsAll(Set.of("help", "version", "query", "serve")), commands::toString);
        Properties examples = new Properties();
        try (var file = TerminalTest.class.getResourceAsStream("/help/examples.properties")) {
            examples.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertEquals(commands, new TreeSet<>(examples.stringPropertyNames()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachHelpHasExamplesAndExitStatuses(String command) {
        Mini.Run run = Mini.geneva("help", command);
        assertEquals(0, run.status(), run.err());
        if (!command.equals("help")) {
            assertEquals(run.out(), Mini.geneva(command, "--help").out());
        }
        List<String> examples = run.out()
                .lines()
                .filter(line -> line.startsWith("  ./geneva ") || line.startsWith("  source <(./geneva "))
                .toList();
        assertTrue(!examples.isEmpty() && run.out().contains("Exit status:"), run.out());
        for (String example : examples) {
            assertTrue(example.contains("./geneva " + command), example);
            Pattern.compile("--[a-z-]+")
                    .matcher(example)
                    .results()
                    .forEach(option -> assertTrue(run.out().contains(option.group()), example));
        }
    }

    @Test
    void unknownCommandsHaveNoHelp() {
        assertEquals(2, Mini.geneva("help", "qeury").status());
        assertTrue(Mini.geneva("version").out().startsWith("geneva "));
    }

    @Test
    void aHyphenIsStandardOutput() {
        Mini.Run export = Mini.geneva("export", "nt", "-", "--quiet");
        assertEquals(0, export.status(), export.err());
        assertTrue(export.out().lines().allMatch(line -> line.endsWith(" .")));
        assertTrue(export.out().contains("partnerOf"));
        Mini.Run build = Mini.geneva("build", "--out", "-", "--quiet");
        assertEquals(0, build.status(), build.err());
        assertTrue(build.out().lines().allMatch(line -> line.endsWith(" .")));
    }
}
