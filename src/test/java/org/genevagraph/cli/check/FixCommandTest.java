package org.genevagraph.cli.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevagraph.Mini;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What spreadsheets do to tables is undone, after it was shown; what a person has to decide stays. */
class FixCommandTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path table;
    private byte[] right;

    @BeforeEach
    void copy() throws IOException {
        data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        table = data.resolve("organisations.csv");
        // With a letter that encodings disagree about, and a comma in quotes.
        String text = Files.readString(table).replace("A school for talkers.", "\"A school, for café talkers.\"");
        right = text.getBytes(StandardCharsets.UTF_8);
        Files.write(table, right);
    }

    private Mini.Run fix(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "fix";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Mini.geneva(arguments);
    }

    @Test
    void whatIsRightStays() throws IOException {
        Mini.Run run = fix("--write");
        assertEquals(0, run.status());
        assertEquals(List.of("0 corrections in 0 files"), run.lines());
        assertArrayEquals(right, Files.readAllBytes(table));
        assertEquals(0, Mini.geneva("fix").status(), "the project's own tables");
    }

    @Test
    void rowsInAFileOfAnyNameAreOfTheTableWhoseHeaderTheyHave() throws IOException {
        Path proposed = folder.resolve("my rows.csv");
        String rows = Files.readAllLines(data.resolve("statements/alpha.csv")).get(0)
                + "\ngamma,addresses,dialogue,,,,,arguable,alpha#2\n";
        Files.writeString(proposed, "\uFEFF" + rows.replace(',', '\t').replace("\n", "\r\n"));
        assertEquals(0, fix("--write", proposed.toString()).status());
        assertEquals(rows, Files.readString(proposed));
    }

    @Test
    void isShownFirstAndThenWritten() throws IOException {
        String text = new String(right, StandardCharsets.UTF_8);
        byte[] damaged = ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        Files.write(table, damaged);
        Mini.Run shown = fix();
        assertEquals(1, shown.status());
        assertEquals(
                List.of(
                        table + ":1: takes away the byte order mark",
                        table + ":1: ends lines by LF",
                        "2 corrections in 1 file; nothing is written without --write"),
                shown.lines());
        assertArrayEquals(damaged, Files.readAllBytes(table));
        assertEquals(0, fix("--write").status());
        assertArrayEquals(right, Files.readAllBytes(table));
    }

    @Test
    void everyWayHasItsRemedy() throws IOException {
        String text = new String(right, StandardCharsets.UTF_8);
        String semicolons = text.replace("\"A school, for café talkers.\"", "A school@ for café talkers.")
                .replace(',', ';')
                .replace('@', ',');
        for (byte[] damaged : List.of(
                text.getBytes(Charset.forName("windows-1252")),
                text.getBytes(Charset.forName("x-MacRoman")),
                text.getBytes(StandardCharsets.UTF_16),
                semicolons.getBytes(StandardCharsets.UTF_8),
                semicolons.replace("\n", "\r\n").getBytes(Charset.forName("windows-1252")),
                text.replace("\n", "\r").getBytes(StandardCharsets.UTF_8),
                text.strip().getBytes(StandardCharsets.UTF_8),
                text.replace("id,name", "Id, Name ").getBytes(StandardCharsets.UTF_8),
                text.replace("Delta Bank", " Delta\u200B Bank\u00AD ").getBytes(StandardCharsets.UTF_8),
                text.replace("\ndelta", "\n\ndelta").getBytes(StandardCharsets.UTF_8),
                text.replace("café", "cafe\u0301").getBytes(StandardCharsets.UTF_8))) {
            Files.write(table, damaged);
            assertEquals(1, fix().status());
            assertEquals(0, fix("--write", table.toString()).status());
            assertEquals(text, Files.readString(table));
        }
    }

    @Test
    void aRowThatStandsTwiceIsTakenAwayAndWhatDiffersStays() throws IOException {
        String text = new String(right, StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        String last = lines.get(lines.size() - 1);
        Files.writeString(table, text + last + "\n" + last.replace(",", " ,") + "\n" + last + "\n");
        String says = "takes away a row that says the same as line " + lines.size();
        Mini.Run shown = fix();
        for (int line = lines.size() + 1; line <= lines.size() + 3; line++) {
            assertTrue(shown.lines().contains(table + ":" + line + ": " + says), shown.out());
        }
        assertEquals(0, fix("--write").status());
        assertEquals(text, Files.readString(table));
        assertEquals(0, Mini.geneva("validate", "--data", data.toString()).status());
        for (String stays : List.of(
                text + last.replaceFirst("[^,]*,", "other,") + "\n",
                text + "<<<<<<< mine\n" + last + "\n=======\n" + last + "\n>>>>>>> theirs\n",
                text + last + ",more\n" + last + ",more\n")) {
            Files.writeString(table, stays);
            assertEquals(0, fix("--write").status());
            assertEquals(stays, Files.readString(table));
        }
    }

    @Test
    void whatAPersonMustDecideStays() throws IOException {
        for (String damaged : List.of(
                "id,name\n\"open,Quote\n", "id,nmae\nalpha,Alpha\n", "id,name\nalpha,Alpha,more\nalpha,Alpha\n")) {
            Files.writeString(table, damaged);
            assertEquals(0, fix("--write").status());
            assertEquals(damaged, Files.readString(table));
        }
    }

    @Test
    void textsAndMissingFiles() throws IOException {
        Path text = folder.resolve("alpha.txt");
        Files.write(text, "caf\u00E9 ,; \r\n".getBytes(Charset.forName("windows-1252")));
        assertEquals(0, fix("--write", text.toString()).status());
        assertEquals("caf\u00E9 ,; \n", Files.readString(text));
        Mini.Run missing = fix(folder.resolve("none.csv").toString());
        assertEquals(2, missing.status());
        assertTrue(missing.err().contains("is not there"), missing::err);
    }
}
