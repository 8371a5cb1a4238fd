package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code add source} on the made-up tables and texts. */
class AddCommandTest {
    private static final String PROFILE = """
            The Ladder Lending Trust (LLT) is a non-profit foundation that lends ladders to towns.
            Digital activities
            With the Alpha Foundation it keeps a register of ladders.
            It lent 12 ladders in 2020.
            """;

    @TempDir
    private Path folder;

    private Path data;
    private Path texts;
    private Path profile;

    @BeforeEach
    void tables() throws IOException {
        data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        texts = folder.resolve("texts");
        Mini.copy(Texts.MADE_UP, texts);
        profile = folder.resolve("profile-of-llt.txt");
        Files.writeString(profile, PROFILE);
    }

    private Mini.Run add(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("add", "source", file.toString()));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--data", data.toString(), "--sources", texts.toString()));
        return Mini.geneva(arguments.toArray(String[]::new));
    }

    @Test
    void theLanguageOfATextIsToldByItsLetters() throws IOException {
        Map<String, String> languages =
                Map.of("russian-preamble-and-bis", "ru", "arabic-preamble-apart", "ar", "chinese-preamble-apart", "zh");
        for (Map.Entry<String, String> text : languages.entrySet()) {
            Mini.Run run = add(Path.of("src/test/resources/layouts", text.getKey() + ".txt"));
            assertEquals(0, run.status(), run.err());
            assertTrue(
                    Files.readString(data.resolve("sources.csv"))
                            .contains(text.getKey() + ",treaty,," + text.getValue() + ","),
                    Files.readString(data.resolve("sources.csv")));
        }
    }

    @Test
    void aProfileGetsItsRowsAndASecondRunChangesNothing() throws IOException {
        Mini.Run dry = add(profile, "--about", "llt", "--dry-run");
        assertEquals(0, dry.status(), dry.err());
        assertTrue(
                dry.lines()
                        .contains(
                                "+ llt,Ladder Lending Trust,LLT,,ngo,Body that llt is about; to be summed up.,,llt#1"),
                dry.out());
        assertFalse(Files.exists(data.resolve("passages/llt.csv")));
        assertEquals(0, add(profile, "--about", "llt").status());
        List<String> rows = Files.readAllLines(data.resolve("passages/llt.csv"));
        assertEquals(5, rows.size());
        assertEquals("number,kind,parent,topic,words,sha256", rows.get(0));
        assertEquals("2,heading,,Digital activities,2," + Iris.digest("Digital activities"), rows.get(2));
        assertEquals(
                "3,paragraph,2,to be read; names Alpha Foundation,10,"
                        + Iris.digest("With the Alpha Foundation it keeps a register of ladders."),
                rows.get(3));
        assertEquals(PROFILE, Files.readString(texts.resolve("llt.txt")));
        Mini.Run valid = Mini.geneva("validate", "--data", data.toString());
        assertEquals(0, valid.status(), valid.out());
        Mini.Run again = add(profile, "--about", "llt");
        assertEquals(0, again.status(), again.err());
        assertEquals("nothing to do: the tables know llt with these words\n", again.err());
        Files.writeString(profile, PROFILE.replace("12 ladders", "13 ladders"));
        Mini.Run other = add(profile, "--about", "llt");
        assertEquals(1, other.status());
        assertTrue(
                other.err().contains("profile-of-llt.txt:4: passage 4 has other words than in passages/llt.csv"),
                other.err());
    }

    @Test
    void aTextAboutABodyThatRowsCallByItsIdGetsAnIdOfItsOwn() {
        Mini.Run dry = add(profile, "--kind", "profile", "--about", "gamma", "--dry-run");
        assertTrue(dry.out().contains("+ gamma-profile,profile,gamma,en,"), dry.out() + dry.err());
        assertEquals(0, add(profile, "--kind", "profile", "--about", "gamma").status());
        Mini.Run valid = Mini.geneva("validate", "--data", data.toString());
        assertEquals(0, valid.status(), valid.out());
        Mini.Run again = add(profile, "--kind", "profile", "--about", "gamma");
        assertTrue(again.err().contains("the tables know gamma-profile"), again.err());
    }

    @Test
    void aRowOfATableHeadsNothingAndTheTablesStayRight() throws IOException {
        Files.writeString(profile, PROFILE + "Ladders | 12\n| Towns | 4 |\nTitle | Second | Third\n");
        assertEquals(0, add(profile, "--about", "llt").status());
        Path page = Files.writeString(
                folder.resolve("act.txt"),
                "Ladders for all | The Assembly\n1. Ladders are kept.\n2. Ladders are lent.\n");
        assertEquals(0, add(page, "--kind", "document").status());
        Mini.Run valid = Mini.geneva("validate", "--data", data.toString());
        assertEquals(0, valid.status(), valid.out());
        assertTrue(Files.readString(data.resolve("documents.csv")).contains("\nact,Ladders for all – The Assembly,"));
    }

    @Test
    void whatIsAddedLeadsToTheDesk() {
        Mini.Run added = add(profile, "--kind", "profile");
        assertEquals(0, added.status(), added.err());
        String folders = " --data " + data + " --sources " + texts + "\n";
        assertTrue(added.err().endsWith(": ./geneva desk profile-of-llt" + folders), added.err());
        Mini.Run byItsBody = Mini.geneva(
                "suggest", "ladder-lending-trust", "--data", data.toString(), "--sources", texts.toString());
        assertEquals(1, byItsBody.status());
        assertTrue(byItsBody.err().endsWith(" – its profile is profile-of-llt\n"), byItsBody.err());
    }

    @Test
    void aProfileIsOfTheOrganisationWithWhoseNameItBegins() throws IOException {
        Mini.Run fresh = add(profile, "--dry-run");
        assertEquals(0, fresh.status(), fresh.err());
        assertTrue(fresh.err().contains("the profile is of organisation:ladder-lending-trust"), fresh.err());
        assertTrue(fresh.out().contains("+ ladder-lending-trust,Ladder Lending Trust,LLT,,ngo,"), fresh.out());
        assertTrue(fresh.out().contains("+ profile-of-llt,profile,ladder-lending-trust,en,"), fresh.out());
        Files.writeString(profile, PROFILE.replace("Ladder Lending Trust (LLT)", "Alpha Foundation"));
        Mini.Run known = add(profile, "--kind", "profile", "--dry-run");
        assertTrue(known.err().contains("the profile is of organisation:alpha,"), known.err());
        assertFalse(known.out().contains("organisations.csv"), known.out());
        // What kind of body it is may stand in a data line, and what it is behind its name.
        Files.writeString(profile, """
                        Acronym: LLT

                        Type: non-governmental organisation

                        The Ladder Lending Trust, a friend of short people, was founded in 2019 by two neighbours.
                        """);
        Mini.Run typed = add(profile, "--kind", "profile", "--dry-run");
        assertTrue(typed.out().contains("+ ladder-lending-trust,Ladder Lending Trust,,,ngo,"), typed.err());
        Files.writeString(profile, PROFILE.replace("The Ladder Lending Trust (LLT) is", "We are"));
        Mini.Run nobody = add(profile, "--kind", "profile", "--dry-run");
        assertEquals(0, nobody.status(), nobody.err());
        assertTrue(nobody.err().contains("does not begin with the name of its organisation"), nobody.err());
    }

    @Test
    void aTitleInCapitalsIsTheNameThatTheTextSaysInShort() throws IOException {
        Files.writeString(profile, """
                        THE LADDER CLINIC FOR SHORT PEOPLE

                        The Clinic is an association that was founded by the University of Town in 2019.

                        OUR WORK

                        The Clinic lends ladders.
                        """);
        Mini.Run capitals = add(profile, "--kind", "profile", "--about", "ladders", "--dry-run");
        assertTrue(
                capitals.out().contains("+ ladders,Ladder Clinic for Short People,,,association,"),
                capitals.out() + capitals.err());
        assertTrue(capitals.out().contains("+ ladders,Profile of the Ladder Clinic for Short People,"), capitals.out());
        Files.writeString(profile, "La Maison des Échelles is a foundation in Town.\n\nIt lends ladders.\n");
        Mini.Run french = add(profile, "--kind", "profile", "--about", "ladders", "--dry-run");
        assertTrue(french.out().contains("+ ladders,Profile of La Maison des Échelles,"), french.out());
    }

    @Test
    void aTextThatNoTableKnowsIsTold() throws IOException {
        Files.writeString(texts.resolve("stranger.txt"), PROFILE);
        for (String command : List.of("evidence", "coverage")) {
            Mini.Run run = Mini.geneva(command, "--data", data.toString(), "--sources", texts.toString());
            assertTrue(run.err().contains("stranger.txt: is a text that no table knows"), run.err());
        }
    }

    @Test
    void wordFilesAreReadAndDamagedOnesTold() throws IOException {
        Path word = folder.resolve("rules.docx");
        String document =
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + "<w:p><w:r><w:t>1. Ladders are </w:t></w:r><w:del><w:r><w:delText>sold</w:delText></w:r></w:del><w:r><w:t>lent.</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:t>2. They come back:</w:t></w:r></w:p>"
                        + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>clean.</w:t></w:r></w:p></w:body></w:document>";
        Files.write(word, zip("word/document.xml", document));
        Mini.Run run = add(word, "--kind", "document", "--dry-run");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("1,paragraph,,to be read,3," + Iris.digest("Ladders are lent.")), run.out());
        assertTrue(run.out().contains("2.1,item,2,to be read,1," + Iris.digest("clean.")), run.out());
        Files.write(word, zip("word/document.xml", document.substring(0, 300)));
        assertTrue(add(word).err().contains("rules.docx: is a damaged Word file"));
        Files.write(word, zip("other.xml", "x"));
        assertTrue(add(word).err().contains("rules.docx: is an archive, but no Word file"));
        Files.write(word, zip("word/document.xml", " ".repeat(65 << 20)));
        Mini.Run bomb = add(word);
        assertEquals(1, bomb.status());
        assertTrue(bomb.err().contains("unpacks to more than 64 MiB"), bomb.err());
    }

    @Test
    void pagesOfThePressAndOfTheWebAreRead() throws IOException {
        Path pdf = folder.resolve("rules.pdf");
        byte[] bytes = pdf(List.of("1. Ladders are lent to", "all the towns."), List.of("2. They come back."));
        Files.write(pdf, bytes);
        Mini.Run run = add(pdf, "--kind", "document", "--dry-run");
        assertEquals(0, run.status(), run.err());
        assertTrue(
                run.out().contains("+ 1,paragraph,,to be read,7," + Iris.digest("Ladders are lent to all the towns.")),
                run.out());
        assertTrue(run.out().contains("+ 2,paragraph,,to be read,3," + Iris.digest("They come back.")), run.out());
        Files.write(pdf, Arrays.copyOf(bytes, 30));
        Mini.Run damaged = add(pdf);
        assertEquals(1, damaged.status());
        assertEquals(pdf + ": is a damaged PDF – get the file again, or save it as text\n", damaged.err());
        Files.write(pdf, pdf(List.of()));
        assertTrue(add(pdf).err().contains("rules.pdf: is a PDF without words"));
        Path page = folder.resolve("rules.html");
        Files.writeString(
                page,
                "<!DOCTYPE html><html><body><nav>Home</nav><main><h1>Rules</h1><ol><li>Ladders are <b>lent</b>.</li>"
                        + "<li>They come\nback.<ul><li>clean;</li></ul></li></ol></main></body></html>");
        Mini.Run web = add(page, "--kind", "document", "--dry-run");
        assertTrue(
                web.out().contains("+ 1,paragraph,section.1,to be read,3," + Iris.digest("Ladders are lent.")),
                web.out());
        assertTrue(web.out().contains("+ 2.1,item,2,to be read,1," + Iris.digest("clean;")), web.out());
        assertFalse(web.out().contains(Iris.digest("Home")), web.out());
    }

    @SafeVarargs
    private static byte[] pdf(List<String>... pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (List<String> lines : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    for (String line : lines) {
                        content.showText(line);
                        content.newLineAtOffset(0, -14);
                    }
                    content.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void whatCannotBeAddedIsToldWithAFix() throws IOException {
        assertTrue(add(profile, "--kind", "profil").err().contains("profile"));
        Files.write(profile, PROFILE.getBytes(StandardCharsets.UTF_16));
        assertTrue(add(profile).err().contains("is text in UTF-16 – save the file as UTF-8"));
        assertEquals(2, Mini.geneva("add", "sauce", profile.toString()).status());
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
