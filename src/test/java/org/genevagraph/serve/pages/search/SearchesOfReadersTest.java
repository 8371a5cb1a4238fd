package org.genevagraph.serve.pages.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What readers type, in both languages, leads first to what they want: to the question that it asks, with the things filled in, or to the thing that it names. */
class SearchesOfReadersTest extends SearchDoor {
    private static final Path ASKED = Path.of("src/test/resources/search/asked.tsv");

    /** Where a search leads first: to a question if a question is wanted, otherwise to a thing. */
    private static String first(String asked, boolean question) {
        JsonObject answer = found(http, path(asked));
        Stream<String> found = question
                ? objects(answer, "also").stream().map(entry -> entry.getString("path"))
                : things(answer).stream();
        return found.findFirst().orElse("nothing");
    }

    @Test
    void whatReadersTypeLeadsToWhatTheyWant() throws IOException {
        List<String> lines = Files.readAllLines(ASKED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertTrue(lines.size() > 100, "asked: " + lines.size());
        List<String> lost = lines.stream()
                .map(line -> line.split("\t"))
                .flatMap(line -> {
                    String first = first(line[0], line[1].startsWith("/"));
                    return first.equals(line[1])
                            ? Stream.<String>of()
                            : Stream.of(line[0] + " → " + first + ", not " + line[1]);
                })
                .toList();
        assertEquals(List.of(), lost);
    }
}
