package org.genevagraph.snapshot.kept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.files.InputLimit;
import org.genevagraph.snapshot.InputFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a snapshot is built from changes the key. */
class BuildKeyTest {
    @TempDir
    private Path home;

    @BeforeEach
    void copyProject() throws IOException {
        for (String folder : List.of("ontology", "shapes", "queries", "catalogue")) {
            Mini.copy(Path.of(folder), home.resolve(folder));
        }
        Mini.copy(Mini.DATA, home.resolve("data"));
        Mini.copy(Texts.MADE_UP, home.resolve("texts"));
    }

    private BuildKey key() throws IOException {
        return key(home.resolve("data"), Optional.of(home.resolve("texts")));
    }

    private BuildKey key(Path data, Optional<Path> sources) throws IOException {
        return BuildKey.of(InputFiles.read(home, data, sources)).orElseThrow();
    }

    @Test
    void whatMayBeReadIsPartOfIt() throws IOException {
        BuildKey before = key();
        InputLimit usual = InputLimit.current();
        try {
            InputLimit.parse("200MiB").use();
            assertNotEquals(before, key());
        } finally {
            usual.use();
        }
        assertEquals(before, key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data/organisations.csv",
                "data/statements",
                "data/passages",
                "data/links",
                "ontology/geneva-graph.ttl",
                "shapes/graph.ttl",
                "queries/partners.rq",
                "queries/rules",
                "queries/standard",
                "catalogue/dataset.ttl",
                "texts"
            })
    void anEditOfAnyInputIsSeen(String input) throws IOException {
        BuildKey before = key();
        assertEquals(before, key());
        Path file = home.resolve(input);
        if (Files.isDirectory(file)) {
            try (var files = Files.walk(file)) {
                file = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
            }
        }
        byte[] content = Files.readAllBytes(file);
        var time = Files.getLastModifiedTime(file);

        byte[] edited = content.clone();
        edited[edited.length / 2] ^= 1;
        Files.write(file, edited);
        Files.setLastModifiedTime(file, time);
        assertNotEquals(before, key(), "another character, of the same size and time");

        Files.write(file, content);
        assertEquals(before, key(), "undone");

        Path renamed = Files.move(file, file.resolveSibling("another-" + file.getFileName()));
        assertNotEquals(before, key(), "another name");
        Files.delete(renamed);
        assertNotEquals(before, key(), "gone");
    }

    @Test
    void whatIsNotReadDoesNotCount() throws IOException {
        BuildKey before = key();
        Files.writeString(home.resolve("data/README.md"), "notes");
        Files.writeString(home.resolve("data/.organisations.csv.swp"), "an editor's");
        Files.writeString(home.resolve("pom.xml"), "a build");
        assertEquals(before, key());
    }

    @Test
    void howPeopleAreToldOfFilesCounts() throws IOException {
        Mini.copy(home.resolve("data"), home.resolve("tables"));
        assertNotEquals(key(), key(home.resolve("tables"), Optional.of(home.resolve("texts"))));
        assertNotEquals(key(), key(home.resolve("data"), Optional.empty()));
        assertThrows(IOException.class, () -> key(home.resolve("nowhere"), Optional.empty()));
    }

    /** Of a jar only its directory is read, which changes with every class. */
    @Test
    void anotherProgramIsSeen() throws IOException {
        Path jar = jar("one.jar", "class A {}");
        Path same = jar("same.jar", "class A {}");
        Path other = jar("other.jar", "class B {}");
        assertArrayEquals(Program.directory(jar), Program.directory(same));
        assertFalse(Arrays.equals(Program.directory(jar), Program.directory(other)));
        assertTrue(Program.directory(jar).length < Files.size(jar) / 2);
        // What is no jar counts as a whole.
        Path text = Files.writeString(home.resolve("text"), "PK");
        assertEquals("PK", new String(Program.directory(text), StandardCharsets.UTF_8));
    }

    private Path jar(String name, String source) throws IOException {
        Path file = home.resolve(name);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("A.class");
            entry.setTime(0);
            entry.setMethod(ZipEntry.DEFLATED);
            zip.putNextEntry(entry);
            zip.write(source.getBytes(StandardCharsets.UTF_8));
            ZipEntry filler = new ZipEntry("B.class");
            filler.setTime(0);
            zip.putNextEntry(filler);
            byte[] noise = new byte[4096];
            new java.util.Random(1).nextBytes(noise);
            zip.write(noise);
        }
        return file;
    }
}
