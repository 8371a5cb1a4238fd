package org.genevagraph.query.engine;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.genevagraph.query.guard.Limits;
import org.junit.jupiter.api.function.Executable;

/** All questions with golden answers, asked of the project's own graph where it was published. */
final class GoldenQuestions {
    private static final Limits LIMITS = Limits.STANDARD.withTime(Duration.ofMinutes(2));
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Pattern PARAMETER = Pattern.compile("([a-z-]+)=(\"([^\"]*)\"|\\S*)");

    private GoldenQuestions() {}

    /** Compares the rows, and their order, with those that the program gives from its memory; tells all that differ. */
    static void areAnsweredAsInMemory(Store store) throws IOException, ProblemException, Refusal {
        QueryRunner memory = new QueryRunner(Mini.realSnapshot(), LIMITS);
        QueryRunner there = new QueryRunner(Mini.realSnapshot(), LIMITS, Optional.of(store), QueryListener.NONE);
        QueryCatalogue queries = QueryCatalogue.read(Path.of("queries"));
        List<Executable> questions = new ArrayList<>();
        for (String command : commands()) {
            String name = command.split(" ", 5)[3];
            Map<String, String> given = new LinkedHashMap<>();
            Matcher parameter = PARAMETER.matcher(command);
            while (parameter.find()) {
                given.put(parameter.group(1), parameter.group(2).replace("\"", ""));
            }
            List<String> expected = lines(memory.run(queries.find(name), given).result());
            questions.add(() -> assertEquals(
                    expected, lines(there.run(queries.find(name), given).result()), command));
        }
        assertTrue(questions.size() > 60, "questions: " + questions.size());
        assertAll(questions);
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
