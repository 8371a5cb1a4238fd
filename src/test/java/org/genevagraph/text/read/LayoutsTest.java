package org.genevagraph.text.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.genevagraph.Texts;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.source.given.GivenText;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.passage.Passage;
import org.genevagraph.text.read.passage.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts in the layouts that people have them in, each with its right reading beside it: {@code name.txt}, a web page, a file of Word or a PDF, and
 * {@code name.read}; of another
 * form than a treaty, {@code name.profile.txt}. With {@code -Dgolden=write} the readings are written anew, to be read by a person.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutsTest {
    private static final Path FOLDER = Path.of("src/test/resources/layouts");

    private static List<Path> texts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(".read"))
                    .sorted()
                    .toList();
        }
    }

    private static Reading reading(Path file) throws IOException, ProblemException {
        String name = file.getFileName().toString();
        String[] parts = name.split("\\.", -1);
        return Texts.read(parts.length > 2 ? parts[1] : "treaty", text(file));
    }

    private static SourceText text(Path file) throws IOException, ProblemException {
        return SourceText.of("text", "text", GivenText.read(file).text());
    }

    private static String shown(Reading reading) {
        List<String> lines = new ArrayList<>();
        for (Passage passage : reading.passages()) {
            String parent = passage.parent().isEmpty() ? "" : " in " + passage.parent();
            lines.add(passage.number() + " [" + passage.kind() + parent + "] " + passage.text());
        }
        reading.problems().forEach(problem -> lines.add("! " + problem));
        reading.gaps().forEach(gap -> lines.add("? " + gap.number() + " before line " + gap.line()));
        return String.join("\n", lines) + "\n";
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isReadAsAPersonReadsIt(Path file) throws IOException, ProblemException {
        Path right = Path.of(file.toString().replaceFirst("\\.(?:txt|html|docx|pdf)$", ".read"));
        String shown = shown(reading(file));
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(right, shown);
        }
        assertEquals(Files.readString(right), shown, file.toString());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyWordIsInAPassageOrInAPlaceThatIsTold(Path file) throws IOException, ProblemException {
        Reading reading = reading(file);
        for (SourceText.Line line : text(file).lines()) {
            boolean told = reading.leftOut().contains(line.number());
            List<Passage> over = reading.passages().stream()
                    .filter(passage -> passage.line() <= line.number() && line.number() <= passage.lastLine())
                    .toList();
            List<String> words = Arrays.stream(SourceText.normalise(
                                    line.text().substring(Marker.of(line.text()).end()))
                            .split(" ", -1))
                    .map(word -> word.replaceAll("[-\u2010]$", ""))
                    .filter(word -> word.matches(".*\\p{L}{3}.*"))
                    .toList();
            for (String word : words) {
                boolean held = over.stream().anyMatch(passage -> passage.text().contains(word));
                assertTrue(told || held, () -> file + ":" + line.number() + ": lost '" + word + "'");
            }
        }
    }

    @Test
    void thereAreTextsOfManyKinds() throws IOException {
        assertTrue(texts().size() >= 15, "texts: " + texts());
    }
}
