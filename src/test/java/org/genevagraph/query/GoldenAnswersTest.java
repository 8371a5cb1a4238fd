package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the program answers on the project's own data. A golden file holds commands, each on a line that begins with {@code $ geneva}, and
 * below each what it prints. After a change of data that is meant, {@code mvn test -Dgolden=write -Dtest=GoldenAnswersTest} writes the
 * answers anew; read the difference before you commit it.
 */
class GoldenAnswersTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String COMMAND = "$ geneva ";

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyQueryHasItsGoldenAnswersAndNothingElseHas() throws IOException {
        Set<String> queries;
        try (Stream<Path> list = Files.list(Path.of("queries"))) {
            queries = list.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".rq"))
                    .map(name -> name.replace(".rq", ".txt"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertTrue(queries.size() >= 6, "queries: " + queries);
        assertEquals(queries, new TreeSet<>(files()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void answersAsItIsWritten(String file) throws IOException {
        Path path = GOLDEN.resolve(file);
        String expected = Files.readString(path);
        List<String> commands =
                expected.lines().filter(line -> line.startsWith(COMMAND)).toList();
        assertTrue(!commands.isEmpty(), file + " holds no command");
        StringBuilder actual = new StringBuilder();
        for (String command : commands) {
            actual.append(actual.isEmpty() ? "" : "\n").append(command).append('\n');
            Mini.Run run = Mini.geneva(words(command.substring(COMMAND.length())));
            actual.append(run.out());
            assertEquals(0, run.status(), () -> command + "\n" + run.err());
        }
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(path, actual);
        }
        assertEquals(Files.readString(path), actual.toString());
    }

    /** The words of a command line; double quotes hold words together. */
    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        var matcher =
                java.util.regex.Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+").matcher(line);
        while (matcher.find()) {
            words.add(matcher.group().replace("\"", ""));
        }
        words.add("--quiet");
        return words.toArray(String[]::new);
    }
}
