package org.genevagraph.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tools ask an endpoint about itself before they ask it anything else is answered. */
class MetadataQueriesTest extends RealServer {
    private static final Path FOLDER = Path.of("src/test/resources/metadata-queries");

    static List<Path> queries() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void thereAreQueries() throws IOException {
        assertTrue(queries().size() >= 9, queries()::toString);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void isAnswered(Path file) throws IOException {
        String query = Files.readString(file);
        Matcher least = Pattern.compile("(?m)^# at least (\\d+)$").matcher(query);
        assertTrue(least.find(), file.toString());
        HttpResponse<String> answer = http.sparql(query, "Accept", "text/csv");
        assertEquals(200, answer.statusCode(), answer::body);
        long rows = answer.body().lines().count() - 1;
        assertTrue(rows >= Long.parseLong(least.group(1)), file + ": " + rows + " rows\n" + answer.body());
    }
}
