package org.genevagraph.query.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryListener;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.guard.Limits;

/** All questions with golden answers, asked of the project's own graph where it was published. */
final class GoldenQuestions {
    private static final Limits LIMITS = Limits.STANDARD.withTime(Duration.ofMinutes(2));
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Pattern PARAMETER = Pattern.compile("([a-z-]+)=(\"([^\"]*)\"|\\S*)");

    private GoldenQuestions() {}

    /** Compares the rows, and their order, with those that the program gives from its memory. */
    static void areAnsweredAsInMemory(Store store) throws IOException, ProblemException, Refusal {
        Map<String, String> differing = differing(store, LIMITS.time());
        assertTrue(
                differing.isEmpty(),
                () -> differing.size() + " questions have other answers:\n" + String.join("\n", differing.values()));
    }

    /** The questions that are answered otherwise within a time, each with the first difference. */
    static Map<String, String> differing(Store store, Duration time) throws IOException, ProblemException, Refusal {
        QueryRunner memory = new QueryRunner(Mini.realSnapshot(), LIMITS);
        QueryRunner there =
                new QueryRunner(Mini.realSnapshot(), LIMITS.withTime(time), Optional.of(store), QueryListener.NONE);
        QueryCatalogue queries = QueryCatalogue.read(Path.of("queries"));
        Map<String, String> differing = new LinkedHashMap<>();
        List<String> commands = commands();
        assertTrue(commands.size() > 60, "questions: " + commands.size());
        for (String command : commands) {
            QueryFile query = queries.find(command.split(" ", 5)[3]);
            Map<String, String> given = new LinkedHashMap<>();
            Matcher parameter = PARAMETER.matcher(command);
            while (parameter.find()) {
                given.put(parameter.group(1), parameter.group(2).replace("\"", ""));
            }
            List<String> expected = lines(memory.run(query, given).result());
            try {
                List<String> found = lines(there.run(query, given).result());
                if (!found.equals(expected)) {
                    differing.put(command, command + difference(expected, found));
                }
            } catch (Refusal refusal) {
                differing.put(command, command + "\n  refused: " + refusal.getMessage());
            }
        }
        return differing;
    }

    private static String difference(List<String> expected, List<String> found) {
        int at = 0;
        while (at < expected.size() && at < found.size() && expected.get(at).equals(found.get(at))) {
            at++;
        }
        return "\n  " + expected.size() + " lines, there " + found.size() + "; line " + at + " is "
                + (at < expected.size() ? expected.get(at) : "missing") + "\n  there "
                + (at < found.size() ? found.get(at) : "missing");
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.sorted().toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("$ geneva query "))
                        .forEach(commands::add);
            }
        }
        return commands;
    }

    private static List<String> lines(Result result) {
        if (!(result instanceof Result.Rows rows)) {
            return List.of(result.toString());
        }
        List<String> lines = new ArrayList<>(List.of(rows.variables().toString()));
        for (Binding row : rows.rows()) {
            StringBuilder line = new StringBuilder();
            for (Var variable : rows.variables()) {
                line.append(row.contains(variable) ? row.get(variable) : "-").append(" | ");
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
