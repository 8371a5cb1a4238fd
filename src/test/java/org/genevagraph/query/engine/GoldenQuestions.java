package org.genevagraph.query.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    /** Where it stands what an engine is known to answer otherwise: a table for each, with the question, how it differs, and why. */
    private static final Path KNOWN = Path.of("src/test/resources/engines");

    private static final Limits LIMITS = Limits.STANDARD.withTime(Duration.ofMinutes(2));
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String ASKS = "$ geneva query ";
    private static final Pattern PARAMETER = Pattern.compile("([a-z-]+)=(\"([^\"]*)\"|\\S*)");

    private static final String AT_TIMES = " at times";
    private static final Pattern WAYS = Pattern.compile("(?:refused|late|order|rows)(?:" + AT_TIMES + ")?");

    private GoldenQuestions() {}

    /** How an answer differs. */
    enum How {
        /** The engine refuses the question. */
        REFUSED,
        /** It does not answer in time. */
        LATE,
        /** The same rows come in another order. */
        ORDER,
        /** It has other rows. */
        ROWS
    }

    /**
     * An answer that is not that of the memory.
     *
     * @param how how it differs
     * @param told the first difference, for people
     */
    record Difference(How how, String told) {}

    /** A question as it stands in a golden file, with its query and its parameters. */
    record Question(String command, QueryFile query, Map<String, String> given) {}

    /** Compares the rows, and their order, with those that the program gives from its memory. */
    static void areAnsweredAsInMemory(Store store) throws IOException, ProblemException, Refusal {
        Map<String, Difference> differing = differing(store, LIMITS.time());
        assertTrue(
                differing.isEmpty(),
                () -> differing.size() + " questions have other answers:\n" + told(differing.values()));
    }

    /**
     * The same, but for what the engine's table says: what differs and is not there, what is there and does not differ – unless it says "at
     * times", as of an engine that plans a question in several ways – and what differs in another way than it says fail.
     */
    static void areAnsweredAsInMemoryButForKnown(Store store, Duration time, String engine)
            throws IOException, ProblemException, Refusal {
        Map<String, Difference> differing = differing(store, time);
        Map<String, String> known = known(engine);
        Map<String, String> found = new TreeMap<>();
        differing.forEach((command, difference) ->
                found.put(command, difference.how().name().toLowerCase(Locale.ROOT)));
        known.forEach((command, how) -> {
            if (how.endsWith(AT_TIMES)) {
                found.merge(command, how, (now, sometimes) -> sometimes.equals(now + AT_TIMES) ? sometimes : now);
            }
        });
        assertEquals(lines(known), lines(found), () -> differing.size() + " differ:\n" + told(differing.values()));
    }

    private static String lines(Map<String, String> differing) {
        return differing.entrySet().stream()
                .map(entry -> entry.getKey() + " | " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String told(Collection<Difference> differing) {
        return differing.stream().map(Difference::told).collect(Collectors.joining("\n"));
    }

    private static Map<String, String> known(String engine) throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (String line : Files.readAllLines(KNOWN.resolve(engine + ".txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split(" \\| ", 3);
                assertEquals(3, cells.length, "question, how and why: " + line);
                assertTrue(WAYS.matcher(cells[1]).matches(), line);
                known.put(cells[0], cells[1]);
            }
        }
        return known;
    }

    private static Map<String, Difference> differing(Store store, Duration time)
            throws IOException, ProblemException, Refusal {
        QueryRunner memory = new QueryRunner(Mini.realSnapshot(), LIMITS);
        QueryRunner there =
                new QueryRunner(Mini.realSnapshot(), LIMITS.withTime(time), Optional.of(store), QueryListener.NONE);
        Map<String, Difference> differing = new LinkedHashMap<>();
        for (Question question : all()) {
            List<String> expected =
                    lines(memory.run(question.query(), question.given()).result());
            try {
                List<String> found =
                        lines(there.run(question.query(), question.given()).result());
                if (!found.equals(expected)) {
                    boolean sameRows = found.stream()
                            .sorted()
                            .toList()
                            .equals(expected.stream().sorted().toList());
                    differing.put(
                            question.command(),
                            new Difference(
                                    sameRows ? How.ORDER : How.ROWS, question.command() + difference(expected, found)));
                }
            } catch (Refusal refusal) {
                differing.put(
                        question.command(),
                        new Difference(
                                refusal.reason() == Refusal.Reason.OVER_LIMIT ? How.LATE : How.REFUSED,
                                question.command() + "\n  refused: " + refusal.getMessage()));
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

    /** All of them. */
    static List<Question> all() throws IOException, ProblemException, Refusal {
        QueryCatalogue queries = Mini.queries();
        List<Question> questions = new ArrayList<>();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith(ASKS)) {
                        String command = line.substring(ASKS.length()).replaceFirst(" --format \\w+$", "");
                        questions.add(new Question(command, queries.find(command.split(" ", 2)[0]), given(command)));
                    }
                }
            }
        }
        assertTrue(questions.size() > 60, "questions: " + questions.size());
        return questions;
    }

    private static Map<String, String> given(String command) {
        Map<String, String> given = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(command);
        while (parameter.find()) {
            given.put(parameter.group(1), parameter.group(2).replace("\"", ""));
        }
        return given;
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
