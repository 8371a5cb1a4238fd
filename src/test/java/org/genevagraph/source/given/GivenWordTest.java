package org.genevagraph.source.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of files of Word: numbers, notes and boxes, which it keeps apart from the words. */
class GivenWordTest {
    @TempDir
    private Path folder;

    private String read(String name, byte[] bytes) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return GivenText.read(file).text();
    }

    private static String word(String root, String content) {
        return "<w:" + root + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + content
                + "</w:" + root + ">";
    }

    private static String paragraph(String properties, String words) {
        return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    private static String numbered(int list, int level, String words) {
        return paragraph(
                "<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>", words);
    }

    private static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    @Test
    void theNumbersThatWordGivesParagraphsAreThere() throws Exception {
        String numbering = word(
                "numbering",
                "<w:abstractNum w:abstractNumId=\"7\">" + level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")
                        + level(2, "lowerRoman", "(%3)") + "</w:abstractNum>"
                        + "<w:abstractNum w:abstractNumId=\"8\">" + level(0, "decimal", "%1")
                        + level(1, "decimal", "%1.%2")
                        + "</w:abstractNum><w:abstractNum w:abstractNumId=\"9\">" + level(0, "bullet", "·")
                        + "</w:abstractNum>"
                        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
                        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
                        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"8\"/></w:num>"
                        + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"9\"/></w:num>");
        String styles = word(
                "styles",
                "<w:style w:styleId=\"Para\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>");
        String footnotes = word(
                "footnotes",
                "<w:footnote w:id=\"2\"><w:p><w:r><w:t>See the list of bells.</w:t></w:r></w:p></w:footnote>");
        String document = word(
                "document",
                "<w:body>" + paragraph("", "On bells")
                        + numbered(1, 0, "Bells ring:")
                                .replace(
                                        "</w:t></w:r></w:p>",
                                        "</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>")
                        + numbered(1, 1, "in the morning;")
                        + numbered(1, 1, "in the evening:")
                        + numbered(1, 2, "once;")
                        + numbered(1, 2, "twice.")
                        + paragraph("<w:pStyle w:val=\"Para\"/>", "Towers are open.")
                        + numbered(1, 1, "to all.")
                        + paragraph("<w:pStyle w:val=\"Para\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "Annex")
                        + numbered(2, 0, "Bell of the north.")
                        + numbered(3, 0, "Keepers")
                        + numbered(3, 1, "Keepers climb.")
                        + numbered(4, 0, "Keepers rest.")
                        + "</w:body>");
        assertEquals(
                """
                On bells
                1. Bells ring:¹
                (a) in the morning;
                (b) in the evening:
                (i) once;
                (ii) twice.
                2. Towers are open.
                (a) to all.
                Annex
                1. Bell of the north.
                1 Keepers
                1.1 Keepers climb.
                • Keepers rest.
                __________________
                ¹ See the list of bells.
                """,
                read(
                        "bells.docx",
                        GivenTextTest.zip(
                                "word/document.xml",
                                document,
                                "word/numbering.xml",
                                numbering,
                                "word/styles.xml",
                                styles,
                                "word/footnotes.xml",
                                footnotes)));
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> "<w:tc>" + paragraph("", cell) + "</w:tc>")
                .collect(Collectors.joining("", "<w:tr>", "</w:tr>"));
    }

    @Test
    void aTableOfValuesKeepsItsRowsAndTextSetSideBySideIsText() throws Exception {
        String document = word(
                "document",
                "<w:body>" + paragraph("", "1. Towers report:") + "<w:tbl>" + row("Town", "Bells", "Rung")
                        + row("Upper Lake", "7", "") + row("Lower Lake", "12", "300") + "</w:tbl>"
                        + "<w:tbl>" + row("2.", "Bells are counted every third year.")
                        + row("3.", "Lists are kept by the Secretary.") + "</w:tbl></w:body>");
        assertEquals("""
                1. Towers report:
                | Town | Bells | Rung |
                | Upper Lake | 7 |  |
                | Lower Lake | 12 | 300 |
                2.
                Bells are counted every third year.
                3.
                Lists are kept by the Secretary.
                """, read("towers.docx", GivenTextTest.zip("word/document.xml", document)));
    }

    @Test
    void whatWordKeepsElsewhereIsThereOnce() throws Exception {
        String numbering = word(
                "numbering",
                "<w:abstractNum w:abstractNumId=\"1\">" + level(0, "decimal", "%1.")
                        + "</w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/></w:num>");
        String styles = word(
                "styles",
                "<w:style w:styleId=\"Numbered\"><w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style>"
                        + "<w:style w:styleId=\"Close\"><w:basedOn w:val=\"Numbered\"/></w:style>");
        String endnotes = word(
                "endnotes", "<w:endnote w:id=\"2\"><w:p><w:r><w:t>As the ringers say.</w:t></w:r></w:p></w:endnote>");
        String document = word(
                "document",
                "<w:body>"
                        + paragraph("<w:pStyle w:val=\"Close\"/>", "Bells ring.")
                                .replace("</w:p>", "<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>")
                        + "<w:tbl><w:tr><w:tc>" + paragraph("", "Town") + "</w:tc><w:tc>" + paragraph("", "Bells")
                        + "</w:tc></w:tr></w:tbl>"
                        + "<w:p><w:r><AlternateContent><Choice><w:t>In a box.</w:t></Choice><Fallback><w:t>In a box.</w:t></Fallback>"
                        + "</AlternateContent></w:r></w:p>"
                        + paragraph("<w:pStyle w:val=\"Close\"/>", "Bells rest.") + "</w:body>");
        assertEquals(
                """
                1. Bells ring.¹
                Town
                Bells
                In a box.
                2. Bells rest.
                __________________
                ¹ As the ringers say.
                """,
                read(
                        "kept.docx",
                        GivenTextTest.zip(
                                "word/document.xml",
                                document,
                                "word/numbering.xml",
                                numbering,
                                "word/styles.xml",
                                styles,
                                "word/endnotes.xml",
                                endnotes)));
    }
}
