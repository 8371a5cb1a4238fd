package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.genevagraph.Mini;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in spreadsheets, with the made-up tables and with files as spreadsheet programs write them. */
class SheetsCommandTest {
    @TempDir
    private Path folder;

    private Path data() throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        return data;
    }

    private static Map<String, String> files(Path data) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                files.put(data.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    /** Holds the rows of a spreadsheet to the made-up tables. */
    private static Mini.Run check(Path file) {
        return Mini.geneva("check", file.toString(), "--data", Mini.DATA.toString());
    }

    /** Writes what a spreadsheet holds into the tables of a folder. */
    private static Mini.Run bringIn(Path file, Path data) {
        return Mini.geneva("sheets", file.toString(), "--read", "--write", "--data", data.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tables.xlsx", "tables.ods"})
    void whatGoesOutComesInAgainAsItWas(String name) throws IOException {
        Path data = data();
        Path figures = data.resolve("figures.csv");
        Files.writeString(figures, Files.readString(figures) + "gamma,\"=1+1, _x0041_ <b> & ü\",1.10,007,,alpha#2\n");
        Map<String, String> before = files(data);
        Path book = folder.resolve(name);
        Mini.Run out = Mini.geneva("sheets", book.toString(), "--data", data.toString());
        assertEquals(0, out.status(), out.err());
        Mini.Run same = Mini.geneva("sheets", book.toString(), "--read", "--data", data.toString());
        assertEquals(0, same.status(), same.out() + same.err());
        assertEquals("", same.out());
        Files.writeString(figures, before.get("figures.csv").replaceFirst("gamma,.*\n", ""));
        Mini.Run shown = Mini.geneva("sheets", book.toString(), "--read", "--data", data.toString());
        assertEquals(1, shown.status(), shown.err());
        assertEquals("figures\n+ gamma,\"=1+1, _x0041_ <b> & ü\",1.10,007,,alpha#2\n", shown.out());
        Mini.Run written = bringIn(book, data);
        assertEquals(0, written.status(), written.err());
        assertEquals(before, files(data));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tables.xlsx", "tables.ods"})
    void aFaultOnAHiddenSheetIsToldAsSuch(String name) throws IOException {
        Path data = data();
        Path figures = data.resolve("figures.csv");
        Files.writeString(figures, Files.readString(figures) + "nobody,bells,3,bells,,alpha#2\n");
        Path book = folder.resolve(name);
        assertEquals(
                0,
                Mini.geneva("sheets", book.toString(), "--data", data.toString())
                        .status());
        rewrite(
                book,
                text -> text.replace("<sheet name=\"figures\"", "<sheet state=\"hidden\" name=\"figures\"")
                        .replace(
                                "<table:table table:name=\"figures\"",
                                "<table:table table:style-name=\"ta9\" table:name=\"figures\"")
                        .replace(
                                "<office:automatic-styles>",
                                "<office:automatic-styles><style:style style:name=\"ta9\" style:family=\"table\">"
                                        + "<style:table-properties table:display=\"false\"/></style:style>"));
        Mini.Run read = check(book);
        assertTrue(read.out().contains("sheet figures (hidden), cell A4 (subject): 'nobody' is unknown"), read.out());
        assertTrue(read.lines().stream().noneMatch(line -> line.contains("names (hidden)")), read.out());
    }

    private static void rewrite(Path book, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(book))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(change.apply(new String(part.getValue(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** A sheet as Excel writes it: shared strings, numbers, a date, blanks, an empty row, a formula with its value. */
    private Path excel(String value) throws IOException {
        return excel(value, "");
    }

    private Path excel(String value, String afterRows) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"new facts\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>");
        StringBuilder shared = new StringBuilder("<sst>");
        String[] strings = {
            "subject",
            "relation",
            "object",
            "via",
            "role",
            "from",
            "until",
            "standing",
            "evidence",
            " gamma\u00a0",
            "addresses",
            "dialogue",
            "stated",
            "alpha#2"
        };
        for (String string : strings) {
            shared.append("<si><r><t xml:space=\"preserve\">" + string + "</t></r></si>");
        }
        parts.put("xl/sharedStrings.xml", shared + "</sst>");
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData><row r=\"3\">");
        for (int i = 0; i < 9; i++) {
            sheet.append("<c r=\"" + (char) ('A' + i) + "3\" t=\"s\"><v>" + i + "</v></c>");
        }
        sheet.append(
                "</row><row r=\"4\"><c r=\"B4\" t=\"s\"/></row><row r=\"5\"><c r=\"A5\" t=\"s\"><v>9</v></c><c r=\"B5\" t=\"s\"><v>10</v></c>"
                        + "<c r=\"C5\" t=\"s\"><v>11</v></c><c r=\"F5\" s=\"2\"><v>43831</v></c>" + value
                        + "<c r=\"H5\" t=\"s\"><v>12</v></c><c r=\"I5\" t=\"s\"><v>13</v></c></row></sheetData>"
                        + afterRows
                        + "</worksheet>");
        parts.put("xl/worksheets/sheet1.xml", sheet.toString());
        Path file = folder.resolve("facts.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void cellsAreReadAsPeopleSeeThemAndFaultsNameThem() throws IOException {
        Mini.Run year = check(excel("<c r=\"G5\"><f>2020+1</f><v>2021.0</v></c>"));
        assertTrue(year.out().contains("facts.xlsx[new facts]:5: "), year.out() + year.err());
        assertTrue(!year.out().contains("error: "), year.out());
        Mini.Run date = check(excel("<c r=\"G5\" s=\"1\"><v>44000</v></c>"));
        assertTrue(!date.out().contains("error: "), date.out());
        Mini.Run earlier = check(excel("<c r=\"G5\" s=\"1\"><v>36526</v></c>"));
        assertTrue(earlier.out().contains("facts.xlsx: sheet new facts, "), earlier.out());
        Mini.Run wrong = check(excel("<c r=\"G5\" t=\"str\"><v>soon</v></c>"));
        assertTrue(wrong.out().contains("facts.xlsx: sheet new facts, cell G5 (until): "), wrong.out());
        for (String damaged : List.of(
                "<c r=\"G5\" t=\"e\"><v>#REF!</v></c>",
                "<c r=\"G5\"><f>1+1</f></c>",
                "<c r=\"G5\" s=\"1\"><v>44000.5</v></c>")) {
            Mini.Run told = check(excel(damaged));
            assertEquals(1, told.status());
            assertTrue((told.out() + told.err()).contains("sheet new facts, cell G5: "), told.out() + told.err());
        }
    }

    @Test
    void cellsWithoutAValueAreToldAllAtOnceAndBesideOtherFaults() throws IOException {
        Mini.Run excel = check(
                excel(
                        "<c r=\"D5\" t=\"e\"><v>#NAME?</v></c><c r=\"E5\"><f>1+1</f></c><c r=\"G5\" t=\"str\"><v>soon</v></c>"));
        assertEquals(1, excel.status());
        String told = excel.out() + excel.err();
        assertTrue(told.contains("cell D5: holds the error #NAME?"), told);
        assertTrue(told.contains("cell E5: has a formula whose value was not saved"), told);
        assertTrue(told.contains("cell G5 (until): "), told);
        assertTrue(!told.contains("cell D5 (via)"), told);

        String header = row("subject", "measure", "value", "unit", "year", "evidence");
        String computed =
                "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" xmlns:calcext=\"urn:c\" "
                        + "calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>";
        String rows = header
                + row("round", "people", "VALUE", "people", "", "alpha#2")
                        .replace("<table:table-cell><text:p>VALUE</text:p></table:table-cell>", computed)
                + row("nobody", "places", "4", "places", "", "alpha#2");
        Mini.Run open = check(openDocument(Map.of("figures", rows)));
        assertEquals(1, open.status());
        told = open.out() + open.err();
        assertTrue(told.contains("sheet figures, cell C2: holds the error #DIV/0!"), told);
        assertTrue(told.contains("sheet figures, cell A3 (subject): 'nobody' is unknown"), told);

        Path data = data();
        Map<String, String> before = files(data);
        Mini.Run read = bringIn(openDocument(Map.of("figures", rows.replaceFirst("nobody", "round"))), data);
        assertEquals(1, read.status(), read.out());
        assertTrue(read.err().contains("cell C2: holds the error #DIV/0!"), read.err());
        assertEquals(before, files(data));
    }

    @Test
    void aSheetThatWasEmptiedIsNotTakenForOneThatDidNotChange() throws IOException {
        Path data = data();
        Map<String, String> before = files(data);
        Mini.Run told = bringIn(openDocument(Map.of("figures", "")), data);
        assertEquals(1, told.status(), told.out());
        assertTrue(told.err().contains("sheets.ods: sheet figures: is empty, and its table has rows"), told.err());
        assertEquals(before, files(data));
    }

    @Test
    void mergedCellsAreToldWithTheirPlace() throws IOException {
        for (String range : List.of("C5:C7", "C5:D5", "A5:B6")) {
            Path file = excel("", "<mergeCells><mergeCell ref=\"" + range + "\"/></mergeCells>");
            Mini.Run told = check(file);
            assertEquals(1, told.status(), told.out());
            String from = range.substring(0, range.indexOf(':'));
            String until = range.substring(range.indexOf(':') + 1);
            assertTrue(
                    (told.out() + told.err())
                            .contains("sheet new facts, cell " + from + ": is merged with others, up to " + until),
                    told.out() + told.err());
        }
        Mini.Run apart =
                check(excel("", "<mergeCells><mergeCell ref=\"D8:F9\"/><mergeCell ref=\"odd\"/></mergeCells>"));
        assertTrue(!apart.out().contains("merged"), apart.out());
        String merged = row("subject", "measure", "value", "unit", "year", "evidence")
                + row("round", "people", "3", "people", "", "alpha#2")
                        .replaceFirst("<table:table-cell>", "<table:table-cell table:number-rows-spanned=\"2\">")
                + row("", "places", "4", "places", "", "alpha#2");
        Mini.Run open = check(openDocument(Map.of("figures", merged)));
        assertEquals(1, open.status(), open.out());
        assertTrue(
                (open.out() + open.err()).contains("sheet figures, cell A2: is merged with others, up to A3"),
                open.out() + open.err());
        assertTrue(!open.out().contains("cell A3"), open.out());
    }

    @Test
    void hundredthsAreReadAsShownAndNumbersOfNoTableAreTold() throws IOException {
        Mini.Run percent = check(excel("<c r=\"G5\" s=\"3\"><v>0.45</v></c>"));
        assertTrue(percent.out().contains("45%"), percent.out() + percent.err());
        for (String number : List.of("1E-999999999", "1".repeat(5_000))) {
            Mini.Run told = check(excel("<c r=\"G5\"><v>" + number + "</v></c>"));
            assertEquals(1, told.status(), told.out() + told.err());
        }
    }

    /** A spreadsheet of OpenDocument with the tables of these names, each with what stands in it. */
    private Path openDocument(Map<String, String> tables) throws IOException {
        Path file = folder.resolve("sheets.ods");
        StringBuilder content = new StringBuilder(
                "<office:document-content xmlns:office=\"urn:o\" xmlns:table=\"urn:t\" xmlns:text=\"urn:x\"><office:body>");
        tables.forEach(
                (name, rows) -> content.append("<table:table table:name=\"" + name + "\">" + rows + "</table:table>"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write((content + "</office:body></office:document-content>").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<table:table-row>");
        for (String cell : cells) {
            row.append("<table:table-cell><text:p>" + cell + "</text:p></table:table-cell>");
        }
        return row + "</table:table-row>";
    }

    @Test
    void aSheetThatIsNotOneTableIsTold() throws IOException {
        String table = row("subject", "measure", "value", "unit", "year", "evidence");
        Path data = data();
        Map<String, String> before = files(data);
        Path file = openDocument(Map.of("Sheet2", table));
        Mini.Run told = bringIn(file, data);
        assertEquals(1, told.status());
        assertTrue(told.err().contains("sheets.ods: sheet Sheet2: is the sheet of no table"), told.err());
        Map<String, String> twice = new LinkedHashMap<>();
        twice.put("statements.alpha", row("subject"));
        twice.put("statements/alpha", row("subject"));
        Mini.Run same = bringIn(openDocument(twice), data);
        assertEquals(1, same.status());
        assertTrue(same.out().isEmpty(), same.out());
        assertEquals(before, files(data));
    }

    @Test
    void rowsThatOnlyChangedPlacesAreToldAndWritten() throws IOException {
        Path data = data();
        Path figures = data.resolve("figures.csv");
        Files.writeString(figures, Files.readString(figures) + "gamma,bells,3,bells,,alpha#2\n");
        Path book = folder.resolve("tables.ods");
        assertEquals(
                0,
                Mini.geneva("sheets", book.toString(), "--data", data.toString())
                        .status());
        List<String> lines = new ArrayList<>(Files.readAllLines(figures));
        List<String> sheet = List.copyOf(lines);
        Collections.swap(lines, 1, lines.size() - 1);
        Files.write(figures, lines);
        Mini.Run shown = bringIn(book, data);
        assertEquals("figures: the same rows in another order\n", shown.out(), shown.err());
        assertEquals(sheet, Files.readAllLines(figures));
    }

    @Test
    void repeatedCellsTakeNoMoreThanATableHas() throws IOException {
        String many = "<table:table-row>"
                + "<table:table-cell table:number-columns-repeated=\"2000\"><text:p>x</text:p></table:table-cell>"
                        .repeat(50_000)
                + "</table:table-row>";
        Mini.Run told = check(openDocument(Map.of("figures", many)));
        assertEquals(1, told.status());
        assertTrue((told.out() + told.err()).contains("100 columns"), told.out() + told.err());
    }

    @Test
    void columnsKeepTheOrderThatTheFileHas() throws IOException {
        Path data = data();
        Path figures = data.resolve("figures.csv");
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(figures)) {
            // Subject and measure change places; no cell there is quoted.
            String[] cells = line.split(",", 3);
            lines.add(cells[1] + "," + cells[0] + "," + cells[2]);
        }
        Files.write(figures, lines);
        Path book = folder.resolve("tables.ods");
        assertEquals(
                0,
                Mini.geneva("sheets", book.toString(), "--data", data.toString())
                        .status());
        Files.write(figures, lines.subList(0, lines.size() - 1));
        Mini.Run written = bringIn(book, data);
        assertEquals(0, written.status(), written.err());
        assertEquals(lines, Files.readAllLines(figures));
    }

    @Test
    void whatIsNoSpreadsheetIsTold() throws IOException {
        Path file = folder.resolve("x.xlsx");
        Files.writeString(file, "PK nothing");
        Mini.Run damaged = check(file);
        assertEquals(1, damaged.status());
        assertTrue(damaged.err().contains("x.xlsx: is no spreadsheet"), damaged.err());
        assertEquals(2, Mini.geneva("sheets", "x.doc").status());
        assertEquals(2, Mini.geneva("sheets", "x.ods", "--write").status());
    }

    @Test
    void aSpreadsheetBesideTheTablesIsNotPassedOverInSilence() throws IOException {
        Path data = data();
        Files.writeString(data.resolve("figures.xlsx"), "PK");
        Mini.Run run = Mini.geneva("validate", "--data", data.toString());
        assertTrue(
                (run.out() + run.err()).contains("figures.xlsx: is a spreadsheet, and what it holds is not read"),
                run.out() + run.err());
        assertEquals(0, run.status(), run.out());
    }
}
