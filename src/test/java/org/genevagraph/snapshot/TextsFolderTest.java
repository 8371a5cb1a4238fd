package org.genevagraph.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genevagraph.Mini;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts are found wherever they stand in the folder that the user gives; a folder without any, and a text in another encoding, are told. */
class TextsFolderTest {
    private static final String TEXT = "Who Alpha is – naïve words.\n";

    @TempDir
    private Path folder;

    private Inputs read(Path sources) throws IOException {
        return Inputs.read(Mini.HOME, Mini.DATA, Optional.of(sources));
    }

    private static List<String> names(Inputs inputs) {
        return inputs.texts().stream().map(Inputs.File::name).toList();
    }

    @Test
    void aLinkASubFolderAndCapitalsAreRead() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real/en"));
        Files.writeString(real.resolve("alpha.TXT"), TEXT);
        Files.write(real.resolve("._beta.txt"), new byte[] {0, 5, 22, 7});
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        Inputs inputs = read(link);
        assertEquals(List.of("alpha.txt"), names(inputs));
        assertEquals(List.of(), inputs.faults());
    }

    @Test
    void aFolderWithoutTextsIsTold() throws IOException {
        List<Problem> faults = read(folder).faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).message().equals("no .txt found in this folder"), faults::toString);
    }

    @Test
    void twoTextsOfADocumentAreTold() throws IOException {
        for (String language : List.of("en", "fr")) {
            Files.writeString(Files.createDirectories(folder.resolve(language)).resolve("alpha.txt"), TEXT);
        }
        assertTrue(read(folder).faults().get(0).message().startsWith("is a second text of the document alpha"));
    }

    @Test
    void anotherEncodingIsToldAndNothingThatFollows() throws IOException {
        for (String name : List.of("alpha.txt", "beta.txt")) {
            Files.write(folder.resolve(name), TEXT.getBytes(Charset.forName("windows-1252")));
        }
        try {
            new SnapshotBuilder(read(folder), Progress.NONE).build();
            throw new AssertionError("built");
        } catch (ProblemException e) {
            List<String> told = e.problems().stream().map(Problem::toString).toList();
            assertEquals(2, told.size(), told::toString);
            assertTrue(
                    told.stream()
                            .allMatch(line ->
                                    line.contains(".txt:1: has a byte that is not UTF-8 – save the file as UTF-8")),
                    told::toString);
        }
    }

    @Test
    void aDocumentTypeDeclarationIsRefused() throws IOException {
        String rdf = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>";
        String doctype = "<?xml version=\"1.0\"?>\n<!-- <!DOCTYPE none> -->\n<!DOCTYPE rdf:RDF [<!ENTITY a \"a\">]>\n";
        Path file = folder.resolve("some.rdf");
        Files.writeString(file, doctype + rdf);
        assertEquals(
                file
                        + ":3: has a document type declaration (DOCTYPE), which is not read – delete it, and write out the entities that it defines",
                CheckedFiles.check(read(folder), List.of(file))
                        .problems()
                        .get(0)
                        .toString());
        Files.write(file, ("\uFEFF" + doctype + rdf).getBytes(StandardCharsets.UTF_16LE));
        assertTrue(CheckedFiles.check(read(folder), List.of(file))
                .problems()
                .get(0)
                .message()
                .contains("DOCTYPE"));
        Files.writeString(file, rdf.replace("/>", "><!-- <!DOCTYPE --></rdf:RDF>"));
        assertEquals(List.of(), CheckedFiles.check(read(folder), List.of(file)).problems());
    }
}
