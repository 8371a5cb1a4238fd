package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.query.golden.GoldenFile;
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
        List<GoldenFile.Command> commands = GoldenFile.of(file, expected).commands();
        assertTrue(!commands.isEmpty(), file + " holds no command");
        StringBuilder actual = new StringBuilder();
        for (GoldenFile.Command command : commands) {
            actual.append(actual.isEmpty() ? "" : "\n").append(command.text()).append('\n');
            Mini.Run run = Mini.geneva(Stream.concat(command.words().stream(), Stream.of("--quiet"))
                    .toArray(String[]::new));
            actual.append(run.out());
            assertEquals(0, run.status(), () -> command.text() + "\n" + run.err());
        }
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(path, actual);
        }
        assertEquals(Files.readString(path), actual.toString());
    }
}
