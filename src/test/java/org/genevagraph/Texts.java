package org.genevagraph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
