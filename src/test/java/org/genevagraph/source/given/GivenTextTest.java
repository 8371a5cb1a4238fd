package org.genevagraph.source.given;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of files of other kinds than plain text, and of pages with two columns. */
class GivenTextTest {
    private static final List<String> LEFT = List.of(
            "1. Bells ring in the morning and",
            "in the evening of each day of the",
            "year, as they have always done.",
            "2. Bells that are cracked do not",
            "ring, and are taken down in spring",
            "of the year in which they cracked.");

    private static final List<String> RIGHT = List.of(
            "3. Towers are open to those who",
            "care for bells and to those who",
            "want to hear them from near by.",
            "4. Keepers climb the towers twice",
            "a day, in the morning and in the",
            "evening, and look at the bells.");

    @TempDir
    private Path folder;

    private String read(String name, byte[] bytes) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return GivenText.read(file).text();
    }

    private String read(String name, String text) throws Exception {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void theListsOfPagesOfTheWebHaveTheirNumbers() throws Exception {
        assertEquals(
                """
                3. Bells ring.¹
                (a) Bells of the north:
                (1) one;
                (2) two.
                7. Towers are open.
                (i) to all;
                (ii) at night.
                """,
                read(
                        "bells.html",
                        "<html><body><ol start=3><li>Bells ring.<sup>1</sup><ol type=a><li>Bells of the north:"
                                + "<ol><li>one;</li><li>two.</li></ol></li></ol></li><li value=7>Towers are open."
                                + "<ol type=i><li>to all;</li><li>at night.</li></ol></li></ol></body></html>"));
    }

    @Test
    void aListThatCountsDownHasItsNumbers() throws Exception {
        assertEquals(
                "3. Bells.\n2. Towers.\n1. Keepers.\n",
                read(
                        "down.html",
                        "<html><body><ol reversed><li>Bells.</li><li>Towers.</li><li>Keepers.</li></ol></body></html>"));
    }

    @Test
    void whatAnswersALabelOfAPageStandsOnItsLine() throws Exception {
        assertEquals(
                """
                Bell Forum

                Acronym: BF
                Seat: Town
                | Year | Bells | Rung |
                | 2019 | 7 | 3 |
                1. The bells ring.
                They ring again.
                • Bells of silver.
                • Bells of tin:
                • old;
                • new.
                """,
                read(
                        "forum.html",
                        "<!DOCTYPE html><html><body><nav>Home</nav><h1>Bell Forum</h1>"
                                + "<table><tr><th>Acronym</th><td>BF</td></tr></table><dl><dt>Seat:</dt><dd>Town</dd></dl>"
                                + "<table><tr><th>Year</th><th>Bells</th><th>Rung</th></tr><tr><td>2019</td><td>7</td><td>3</td></tr></table>"
                                + "<ol><li><p>The bells ring.</p><p>They ring again.</p></li></ol>"
                                + "<ul><li><p>Bells of silver.</p></li><li>Bells of tin:<ul><li>old;</li><li>new.</li></ul></li></ul>"
                                + "</body></html>"));
    }

    /** What reads the text takes rows between bars for a table, and a cell on a line of its own for a heading. */
    @Test
    void aTableOfValuesKeepsItsRowsAndTextSetSideBySideIsText() throws Exception {
        assertEquals(
                """
                1. Towers report:
                Table 1: Bells by town
                | Town | Bells |
                | Upper Lake | 7 |
                | Lower Lake | 1,250 |

                Follow-up

                2. Bells are counted every third year.
                3. Lists are kept.
                Founded: May 2021
                Seat: Upper Lake
                """,
                read(
                        "lake.html",
                        "<!DOCTYPE html><html><body><p>1. Towers report:</p><table><caption>Table 1: Bells by town</caption>"
                                + "<tr><th>Town</th><th>Bells</th></tr><tr><td>Upper Lake</td><td>7</td></tr>"
                                + "<tr><td>Lower Lake</td><td>1,250</td></tr></table><h2>Follow-up</h2>"
                                + "<table><tr><td>2.</td><td><p>Bells are counted every third year.</p></td></tr>"
                                + "<tr><td>3.</td><td><p>Lists are kept.</p></td></tr></table>"
                                + "<table><tr><td>Founded</td><td>May 2021</td></tr><tr><td>Seat:</td><td>Upper Lake</td></tr></table>"
                                + "</body></html>"));
    }

    @Test
    void otherEncodingsAreCalledByTheirName() throws Exception {
        String words = "1. Les cloches sonnent à midi.\n2. Elles se taisent.\n";
        for (String name : List.of("UTF-16", "UTF-16LE", "UTF-16BE")) {
            assertEquals("UTF-16", refused(words.getBytes(name), "UTF-16"), name);
        }
        String french = "1. L’œuvre d’une société créée à Genève, déjà liée à d’autres ;\n2. Le Conseil.\n";
        for (String[] encoding : new String[][] {
            {"windows-1252", "Windows-1252", french},
            {"ISO-8859-15", "ISO-8859-15", french.replace('’', '\'')},
            {"x-MacRoman", "Mac OS Roman", french},
            {"IBM850", "code page 850", french.replace('’', '\'').replace("œ", "oe")},
            {"windows-1251", "Windows-1251", "1. Принимает доклад;\n2. Просит.\n"},
            {"KOI8-R", "KOI8-R", "1. Принимает доклад;\n2. Просит.\n"},
            {"GB18030", "GB18030", "1. 注意到报告；\n2. 决定。\n"},
            {"windows-31j", "Shift_JIS", "1. 報告に留意する。\n2. 決定する。\n"}
        }) {
            String says = "is not UTF-8 and seems to be " + encoding[1] + " ";
            assertEquals(says, refused(encoding[2].getBytes(encoding[0]), says));
        }
        assertEquals(
                "a zero byte", refused("1. A bell.\n2. A \0 bell.\n".getBytes(StandardCharsets.UTF_8), "a zero byte"));
        assertEquals(words, read("mark.txt", "\uFEFF" + words));
        assertEquals(words, read("old.txt", words.replace('\n', '\r')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1. A \\u001B[1mbell. | odd.txt:1: holds the control character U+001B
            1. A bell.@2. A \uFFFDbell. | odd.txt:2: holds U+FFFD, which stands where a letter was lost
            1. GenÃ¨ve.@2. L’Ã©tÃ©. | odd.txt:1: holds ‘Ã¨’, which is UTF-8 that was read as Windows-1252
            From: Ann@MIME-Version: 1.0@Content-Type: multipart/related@@1. A bell. | is an e-mail or a web archive
            %!PS-Adobe-3.0@1. A bell. | is PostScript
            \\documentclass{article}@1. A bell. | is LaTeX
            <?xml version="1.0"?>@<law>1. A bell.</law> | is XML
            """)
    void whatIsNoTextIsToldAsWhatItIs(String words, String says) {
        byte[] bytes = words.replace('@', '\n').replace("\\u001B", "\u001B").getBytes(StandardCharsets.UTF_8);
        assertEquals(says, refused(bytes, says));
    }

    /** What a file is refused for, if the message says this. */
    private String refused(byte[] bytes, String what) {
        String message = assertThrows(ProblemException.class, () -> read("odd.txt", bytes))
                .getMessage();
        return message.contains(what) ? what : message;
    }

    @Test
    void theLeftOfTwoColumnsComesFirst() throws Exception {
        StringBuilder page = new StringBuilder("                    THE BELLS OF THE TOWN AND THEIR KEEPERS\n\n");
        for (int i = 0; i < LEFT.size(); i++) {
            page.append(String.format("%-42s%s%n", LEFT.get(i), RIGHT.get(i)));
        }
        String unrolled = String.join("\n", LEFT) + "\n" + String.join("\n", RIGHT) + "\n";
        assertEquals(
                "                    THE BELLS OF THE TOWN AND THEIR KEEPERS\n\n" + unrolled,
                read("bells.txt", page.toString()));
        assertEquals(
                "THE BELLS OF THE TOWN AND THEIR KEEPERS\n" + unrolled,
                read("bells.pdf", pdf()).replace("\n\n", "\n"));
    }

    @Test
    void scannedAndLockedFilesAreToldAsWhatTheyAre() throws Exception {
        assertEquals("is a scanned PDF: 2 of its pages are pictures without text", refusedPdf(scanned("", ""), ""));
        assertEquals("is a scanned PDF: its page is a picture without text", refusedPdf(scanned(""), ""));
        assertEquals("is a PDF without words and without pictures", refusedPdf(new PDDocument(), ""));
        assertEquals("is a PDF behind a password", refusedPdf(scanned("Bells ring."), "secret"));
        // What only its owner may change can be read by all.
        assertEquals(
                "Bells ring.",
                read("owned.pdf", saved(scanned("Bells ring."), "owner", "")).strip());
        Path some = folder.resolve("some.pdf");
        Files.write(some, saved(scanned("", "1. Bells ring.", "", "2. Bells rest."), "", ""));
        assertTrue(GivenText.read(some).text().contains("2. Bells rest."));
        assertEquals(
                List.of("pages 1, 3 are pictures without text, of which nothing was read"),
                GivenText.unread(some).stream().map(Problem::message).toList());
        byte[] locked = new byte[3000];
        byte[] begin = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        System.arraycopy(begin, 0, locked, 0, begin.length);
        assertEquals("is an old Word file (.doc)", refused(locked, "is an old Word file (.doc)"));
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, locked, 2000, name.length);
        assertEquals("is a Word file behind a password", refused(locked, "is a Word file behind a password"));
        assertEquals("is a presentation (PPTX)", refused(zip("ppt/presentation.xml", "x"), "is a presentation (PPTX)"));
    }

    private String refusedPdf(PDDocument document, String password) throws IOException {
        if (document.getNumberOfPages() == 0) {
            document.addPage(new PDPage());
        }
        byte[] bytes = saved(document, password, password);
        ProblemException refused = assertThrows(ProblemException.class, () -> read("some.pdf", bytes));
        return refused.problems().get(0).message();
    }

    /** A PDF with a page for each text; one without words is a picture. */
    private static PDDocument scanned(String... pages) throws IOException {
        PDDocument document = new PDDocument();
        for (String words : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                if (words.isEmpty()) {
                    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
                    content.drawImage(LosslessFactory.createFromImage(document, picture), 50, 50, 400, 600);
                } else {
                    write(content, 50, 700, List.of(words));
                }
            }
        }
        return document;
    }

    private static byte[] saved(PDDocument document, String owner, String user) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            if (!owner.isEmpty()) {
                document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission()));
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void lineEndsOfAllKindsAreLineEnds() throws Exception {
        assertEquals(
                "1. One.\n2. Two.\n3. Three.\n4. Four.\n",
                read("ends.txt", "1. One.\u20282. Two.\u20293. Three.\u000B4. Four.\n"));
    }

    @Test
    void aTableKeepsItsRows() throws Exception {
        String table = """
                Name                Country            Bells of the town
                Ada Lamp            Island             3
                Bo Quill            Shore              14
                Cy Rope             Island             5
                Di Mill             River              6
                Ed Tower            Shore              7
                """;
        assertEquals("""
                | Name | Country | Bells of the town |
                | Ada Lamp | Island | 3 |
                | Bo Quill | Shore | 14 |
                | Cy Rope | Island | 5 |
                | Di Mill | River | 6 |
                | Ed Tower | Shore | 7 |
                """, read("table.txt", table));
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                write(content, 150, 740, List.of("THE BELLS OF THE TOWN AND THEIR KEEPERS"));
                write(content, 50, 700, LEFT);
                write(content, 320, 700, RIGHT);
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void signsOfMarkdownAreNoWords() throws Exception {
        String given = """
                # Plan for bridges
                ## Old *bridges* ##
                **1.** Old bridges are of [stone](https://stone.example/).
                2\\. They are painted by the __keeper__ of snake_case_names:
                * in spring;
                + in autumn.
                """;
        assertEquals("""

                Plan for bridges


                Old bridges

                1. Old bridges are of stone.
                2. They are painted by the keeper of snake_case_names:
                - in spring;
                - in autumn.
                """, read("plan.md", given));
        assertEquals(
                "1  Bridges carry people.\n\n2  Ferries do so too.\n",
                read("table.txt", "| 1 | Bridges carry people. |\n|---|---|\n| 2 | Ferries do so too. |\n"));
        String plain = "1. A * b * c and [4] stay, as do **stars**.\n2. So does | this.\n";
        assertEquals(plain, read("plain.txt", plain));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><frameset><frame src='a.html'></frameset></html> | is a web page of frames",
                "{\"title\": \"Bridges\"} | is JSON",
                "[{\"title\": \"Bridges\"}] | is JSON",
                "GIF89a | is a picture"
            })
    void whatHoldsNoTextIsToldAsWhatItIs(String given, String told) {
        ProblemException e = assertThrows(ProblemException.class, () -> read("given.txt", given));
        assertTrue(e.getMessage().contains(told), e.getMessage());
    }

    @Test
    void aTableIsNoText() {
        ProblemException e =
                assertThrows(ProblemException.class, () -> read("rows.CSV", "subject,predicate\ngamma,hosts\n"));
        assertTrue(e.getMessage().contains("is a table and no text – give the text"), e.getMessage());
    }

    @Test
    void ligaturesAndMarksThatAreNotShownAreNoLetters() throws Exception {
        assertEquals(
                "1. The officers fly flags in the morning.\n",
                read(
                        "text.txt",
                        "\u200F1. The o\uFB03cers \u202A\uFB02y\u202C \uFB02ags\u200E in the mor\u00ADning.\n"));
    }

    private static void write(PDPageContentStream content, int x, int y, List<String> lines) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        content.newLineAtOffset(x, y);
        for (String line : lines) {
            content.showText(line);
            content.newLineAtOffset(0, -14);
        }
        content.endText();
    }
}
