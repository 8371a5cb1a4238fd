package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.genevagraph.Mini;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sheets that the project writes, as people keep them: with titles, notes, comments, filters, hidden rows, in another order. */
class SheetsAsKeptTest {
    private static final String FIGURES = "(?s)(table:name=\"figures\".*?)";

    @TempDir
    private Path folder;

    private Path data;
    private Path open;
    private Path excel;

    @BeforeEach
    void write() throws IOException {
        data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        open = written("tables.ods");
        excel = written("tables.xlsx");
    }

    private Path written(String name) {
        Path book = folder.resolve(name);
        assertEquals(
                0,
                Mini.geneva("sheets", book.toString(), "--data", data.toString())
                        .status());
        return book;
    }

    private Mini.Run read(Path book) {
        return Mini.geneva("sheets", book.toString(), "--read", "--data", data.toString());
    }

    private static Map<String, String> parts(Path book) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static void save(Path book, Map<String, String> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(book))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Changes what stands in the sheet of figures, the first time that it stands there. */
    private void changeOpen(String from, String to) throws IOException {
        Map<String, String> parts = parts(open);
        Matcher place = Pattern.compile(FIGURES + Pattern.quote(from)).matcher(parts.get("content.xml"));
        assertTrue(place.find(), from);
        parts.put("content.xml", place.replaceFirst("$1" + Matcher.quoteReplacement(to)));
        save(open, parts);
    }

    /** The same in the other format. */
    private void changeExcel(String from, String to) throws IOException {
        Map<String, String> parts = parts(excel);
        String part = figures(parts);
        String sheet = parts.get(part);
        assertTrue(sheet.contains(from), sheet);
        parts.put(part, sheet.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
        save(excel, parts);
    }

    private static String figures(Map<String, String> parts) {
        Matcher id =
                Pattern.compile("<sheet name=\"figures\" sheetId=\"(\\d+)\"").matcher(parts.get("xl/workbook.xml"));
        assertTrue(id.find());
        return "xl/worksheets/sheet" + id.group(1) + ".xml";
    }

    private static void assertUnchanged(Mini.Run read) {
        assertEquals("", read.out());
        assertEquals(0, read.status(), read.err());
    }

    /** LibreOffice ends without a word when it saves a style again whose name is none of its own kind. */
    @Test
    void stylesAreCalledAsLibreOfficeCallsThem() throws IOException {
        Pattern.compile("style-name=\"([^\"]*)\"|style:name=\"([^\"]*)\"")
                .matcher(parts(open).get("content.xml"))
                .results()
                .map(name -> name.group(1) == null ? name.group(2) : name.group(1))
                .distinct()
                .forEach(name -> assertTrue(name.matches("[a-z]{2}\\d+|N\\d+"), name));
    }

    @Test
    void filtersHiddenRowsAndColumnsBoldLettersAndEmptySheetsChangeNothing() throws IOException {
        changeOpen("<table:table-row>", "<table:table-row table:visibility=\"collapse\">");
        changeOpen("<table:table-column ", "<table:table-column table:visibility=\"collapse\" ");
        changeOpen("<text:p>year of", "<text:p><text:span text:style-name=\"T1\">year</text:span> of");
        changeOpen(
                "</table:table>",
                "</table:table><table:table table:name=\"Sheet1\"><table:table-row><table:table-cell/>"
                        + "</table:table-row></table:table>");
        assertUnchanged(read(open));
        changeExcel("<row r=\"2\">", "<row r=\"2\" hidden=\"1\">");
        changeExcel("<cols>", "<cols><col min=\"7\" max=\"7\" hidden=\"1\" width=\"90\"/>");
        changeExcel(
                "<t xml:space=\"preserve\">year of",
                "<r><rPr><b/></rPr><t>year</t></r><r><t xml:space=\"preserve\"> of");
        changeExcel("foundation</t></is>", "foundation</t></r></is>");
        changeExcel("</sheetData>", "</sheetData><autoFilter ref=\"A1:F3\"><filterColumn colId=\"0\"/></autoFilter>");
        assertUnchanged(read(excel));
        for (Path book : List.of(open, excel)) {
            // Whoever hid a row may think that it is gone.
            String told = Mini.geneva("check", book.toString(), "--data", data.toString())
                    .out();
            assertTrue(told.contains(" is hidden, ") && told.contains(" and is read as any other – show it"), told);
        }
    }

    @Test
    void aTitleAboveTheHeaderIsOneFault() throws IOException {
        changeOpen(
                "<table:table-row>",
                "<table:table-row><table:table-cell table:number-columns-spanned=\"6\"><text:p>Figures of May</text:p></table:table-cell>"
                        + "<table:covered-table-cell table:number-columns-repeated=\"5\"/></table:table-row><table:table-row>");
        Mini.Run told = read(open);
        assertEquals(1, told.status());
        assertEquals(
                open + ": sheet figures, row 2: is the header, and does not stand first – delete what stands before it",
                told.err().strip());
    }

    @Test
    void aNoteBesideTheTableIsToldWithItsCell() throws IOException {
        changeOpen(
                "<text:p>alpha#1</text:p></table:table-cell>",
                "<text:p>alpha#1</text:p></table:table-cell>"
                        + "<table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell><text:p>ask Ann</text:p></table:table-cell>");
        changeExcel(
                "</c></row><row r=\"3\"",
                "</c><c r=\"I2\" t=\"inlineStr\"><is><t>ask Ann</t></is></c></row><row r=\"3\"");
        for (Path book : new Path[] {open, excel}) {
            Mini.Run told = read(book);
            assertEquals(1, told.status());
            assertTrue(told.err().contains("sheet figures, cell I2: has 3 columns without a name"), told.err());
        }
    }

    @Test
    void commentsAreToldAndHideNoFault() throws IOException {
        String note = "<office:annotation><text:p>really?</text:p></office:annotation>";
        changeOpen("<text:p>1999", note + "<text:p>1999");
        Map<String, String> parts = parts(excel);
        String sheet = figures(parts);
        parts.put(
                sheet.replace("worksheets/", "worksheets/_rels/") + ".rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"../comments1.xml\"/></Relationships>");
        parts.put(
                "xl/comments1.xml",
                "<comments><commentList><comment ref=\"C2\"><text><t>really?</t></text></comment></commentList></comments>");
        save(excel, parts);
        for (Path book : new Path[] {open, excel}) {
            Mini.Run told = read(book);
            assertEquals("", told.out());
            assertEquals(0, told.status(), told.err());
            assertTrue(
                    told.err()
                            .contains("warning: " + book
                                    + ": sheet figures, cell C2: has a comment, which no table holds"),
                    told.err());
            assertEquals(
                    2,
                    Mini.geneva("sheets", book.toString(), "--data", data.toString())
                            .status());
        }
        changeOpen(note + "<text:p>1999", note + "<text:p>soon");
        assertTrue(
                read(open).err().contains("sheet figures, cell C2 (value): 'soon' is not a number"),
                read(open).err());
    }

    @ParameterizedTest
    @CsvSource({"bells, ': the same rows in another order'", "gongs, ': the rows in another order, and'"})
    void anotherOrderIsToldAlsoBesideOtherChanges(String measure, String order) throws IOException {
        Path figures = data.resolve("figures.csv");
        Files.writeString(figures, Files.readString(figures) + "gamma,bells,3,bells,,alpha#2\n");
        open = written("again.ods");
        String sheet = parts(open).get("content.xml").replaceFirst("(?s).*?(?=table:name=\"figures\")", "");
        List<String> rows = Pattern.compile("(?s)<table:table-row>.*?</table:table-row>")
                .matcher(sheet)
                .results()
                .map(MatchResult::group)
                .toList();
        changeOpen(rows.get(1) + rows.get(2), rows.get(2) + rows.get(1));
        changeOpen("<text:p>bells</text:p>", "<text:p>" + measure + "</text:p>");
        Mini.Run told = read(open);
        assertEquals(1, told.status(), told.err());
        assertEquals("figures" + order, told.lines().get(0));
    }

    @Test
    void blanksThatDoNotBreakStayInTheTables() throws IOException {
        Path figures = data.resolve("figures.csv");
        String text = Files.readString(figures) + "gamma,ringing\u00a0bells,3,bells,,alpha#2\n";
        Files.writeString(figures, text);
        open = written("again.ods");
        assertUnchanged(read(open));
        changeOpen("<text:p>1999</text:p>", "<text:p>1998</text:p>");
        Mini.Run written = Mini.geneva("sheets", open.toString(), "--read", "--write", "--data", data.toString());
        assertEquals(0, written.status(), written.err());
        assertEquals(text.replace("1999", "1998"), Files.readString(figures));
    }
}
