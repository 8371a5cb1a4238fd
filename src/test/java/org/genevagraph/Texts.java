package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.text.read.TextReader;
import org.genevagraph.text.read.passage.Reading;
import org.junit.jupiter.api.Assumptions;

/** The made-up source texts of the tests, and the real ones where a user has them. */
public final class Texts {
    /** The made-up texts. */
    public static final Path MADE_UP = Path.of("src/test/resources/texts");

    /** Where the real texts may be; a clone of the project alone has none. */
    public static final Path REAL = Path.of("../shared/sources");

    private Texts() {}

    /** A text that is there. */
    public static SourceText read(Path folder, String name) {
        try {
            return SourceText.of(name + ".txt", name, Files.readString(folder.resolve(name + ".txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a text to tables and texts as a curator does; {@code more} are further options, such as {@code --about}. */
    public static void add(Path text, Path data, Path texts, String... more) {
        List<String> words = new ArrayList<>(List.of("add", "source", text.toString()));
        words.addAll(List.of("--data", data.toString(), "--sources", texts.toString()));
        words.addAll(List.of(more));
        Mini.Run added = Mini.geneva(words.toArray(String[]::new));
        assertEquals(0, added.status(), added.err());
    }

    /** Reads a text by its form. */
    public static Reading read(String form, SourceText text) {
        Optional<TextReader> reader = TextReader.of(form);
        return reader.orElseThrow().read(text);
    }

    /** Skips the test, and says so, where the real texts are not there. */
    public static void assumeReal() {
        Assumptions.assumeTrue(
                Files.isDirectory(REAL),
                "no source texts at " + REAL + ": put them there to have the tables compared with them");
    }
}
