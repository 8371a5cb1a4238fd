package org.genevagraph.source.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type into cells counts as they see it, whichever program keeps it. */
class TypedCellsTest {
    private static Book book(String name, Map<String, String> parts) throws IOException, ProblemException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return Book.read(name, bytes.toByteArray());
    }

    /** A spreadsheet of OpenDocument with one cell. */
    private static Book open(String cell) throws IOException, ProblemException {
        return book(
                "sheets.ods",
                Map.of(
                        "content.xml",
                        "<d xmlns:office=\"urn:o\" xmlns:table=\"urn:t\" xmlns:text=\"urn:x\" xmlns:draw=\"urn:d\">"
                                + "<table:table table:name=\"figures\"><table:table-row>" + cell
                                + "</table:table-row></table:table></d>"));
    }

    /** A spreadsheet as Excel keeps it, with a number in a format. */
    private static Book excel(String number, int id, String format) throws IOException, ProblemException {
        return formatted("<c r=\"A1\" s=\"0\"><v>" + number + "</v></c>", id, format);
    }

    /** The same with a date that is written out, in a cell of the type "d". */
    private static Book written(String date, int id, String format) throws IOException, ProblemException {
        return formatted("<c r=\"A1\" t=\"d\" s=\"0\"><v>" + date + "</v></c>", id, format);
    }

    private static Book formatted(String cell, int id, String format) throws IOException, ProblemException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"urn:/relationships\"><sheet name=\"figures\" r:id=\"r1\"/></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", "<r><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></r>");
        parts.put(
                "xl/styles.xml",
                "<s><numFmt numFmtId=\"164\" formatCode=\"" + format + "\"/><cellXfs><xf numFmtId=\"" + id
                        + "\"/></cellXfs></s>");
        parts.put("xl/worksheets/sheet1.xml", "<w><row r=\"1\">" + cell + "</row></w>");
        return book("sheets.xlsx", parts);
    }

    private static String only(Book book) {
        assertEquals(List.of(), book.faults());
        return first(book);
    }

    private static String first(Book book) {
        return book.sheets().get(0).rows().get(0).cells().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-01, 03/2021, 2021-03",
        "2021-03-01, Mar 21, 2021-03",
        "2021-03-01, mars 2021, 2021-03",
        "2021-03-01, 2021-03, 2021-03",
        "2021-01-01, 01/2021, 2021-01",
        "2021-01-01, 2021, 2021",
        "2021-01-01, 01/01/21, 2021-01-01",
        "2021-03-01, 01.03.2021, 2021-03-01",
        "2021-03-01, Monday 1 March 2021, 2021-03-01",
        "2021-03-15T00:00:00, 03/15/21, 2021-03-15",
        "2021-03-15, Mar 21, 2021-03-15",
        "2021-03-01, 1 March, 2021-03-01",
        "2021-03-01, '', 2021-03-01"
    })
    void aDateIsAsExactAsItsCellShowsIt(String value, String shown, String read) throws Exception {
        assertEquals(
                read,
                only(open("<table:table-cell office:value-type=\"date\" office:date-value=\"" + value + "\"><text:p>"
                        + shown + "</text:p></table:table-cell>")));
    }

    @ParameterizedTest
    @CsvSource({
        "percentage, 0.456, 46 %, 45.6%",
        "percentage, 0.45, 45.00%, 45%",
        "currency, 1000, 'CHF 1’000.00', 1000",
        "float, 2021, 2’021.00, 2021",
        "float, 2021, 2021.00, 2021",
        "float, 1.1, 1.10, 1.10",
        "float, 1.1, '1,10', 1.10",
        "float, 1.25, 1.3, 1.25",
        "float, 1100, 1.100, 1100"
    })
    void aNumberIsItsValueAndNotItsDecoration(String type, String value, String shown, String read) throws Exception {
        assertEquals(
                read,
                only(open("<table:table-cell office:value-type=\"" + type + "\" office:value=\"" + value + "\"><text:p>"
                        + shown + "</text:p></table:table-cell>")));
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, 2, '', 1.10",
        "1.1, 164, 0.00, 1.10",
        "1.1, 0, '', 1.1",
        "1.125, 2, '', 1.125",
        "2021, 2, '', 2021"
    })
    void aNumberOfExcelHasTheDecimalsThatItsCellShows(String value, int id, String format, String read)
            throws Exception {
        assertEquals(read, only(excel(value, id, format)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table:table-cell office:value-type=\"string\" office:string-value=\"members\"/>",
                "<table:table-cell office:value-type=\"string\"><text:p><text:span>mem</text:span>bers</text:p></table:table-cell>",
                "<table:table-cell office:value-type=\"string\"><draw:custom-shape><text:p>look here</text:p>"
                        + "</draw:custom-shape><text:p>members</text:p></table:table-cell>",
                "<table:table-cell><draw:frame><draw:text-box><text:p>no</text:p></draw:text-box></draw:frame>"
                        + "<text:p>mem<text:a>bers</text:a></text:p></table:table-cell>"
            })
    void theTextOfACellIsItsOwn(String cell) throws Exception {
        assertEquals("members", only(open(cell)));
    }

    @Test
    void aCommentIsToldAndNoTextOfItsCell() throws Exception {
        Book book = open(
                "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>no</text:p></office:annotation>"
                        + "<text:p>members</text:p></table:table-cell>");
        assertEquals("members", first(book));
        assertTold("has a comment, which no table holds", book);
        assertEquals(Severity.WARNING, book.faults().get(0).severity());
    }

    private static void assertTold(String message, Book book) {
        assertEquals(1, book.faults().size(), book.faults().toString());
        Problem fault = book.faults().get(0);
        assertEquals("sheet figures, cell A1", fault.column());
        assertEquals(message, fault.message());
    }

    @ParameterizedTest
    @CsvSource({"18, ''", "20, ''", "46, ''", "164, h:mm", "164, [h]:mm:ss", "164, mm:ss", "164, [$-409]h:mm\\ AM/PM;@"
    })
    void aTimeOfExcelIsNoFraction(int id, String format) throws Exception {
        assertTold("holds a time, or no date or number", excel("0.604166666666667", id, format));
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "2, ''", "164, '#,##0.00 \\k\\m'", "164, [$CHF-807] #.##0", "164, [Red]0.0", "164, 0.0 \\h:\\m"
    })
    void aNumberInAnotherFormatIsOne(int id, String format) throws Exception {
        assertEquals("0.5", only(excel("0.5", id, format)));
    }

    @ParameterizedTest
    @CsvSource({
        "' office:value-type=\"time\" office:time-value=\"PT14H30M00S\"', 14:30:00, 'holds a time, or no date or number'",
        "' office:value-type=\"date\" office:date-value=\"2021-03-15T14:30:00\"', 15.03.21 14:30, 'holds a time, or no date or number'",
        "' table:formula=\"of:=A2\"', '', 'has a formula whose value was not saved'"
    })
    void aCellOfOpenDocumentWithoutAValueForTablesIsTold(String attributes, String shown, String message)
            throws Exception {
        assertTold(
                message, open("<table:table-cell" + attributes + "><text:p>" + shown + "</text:p></table:table-cell>"));
    }

    @Test
    void hundredthsAreReadAsShownAndNumbersOfNoTableAreTold() throws Exception {
        assertEquals("45%", only(excel("0.45", 10, "")));
        // Written out, it would fill the memory.
        assertEquals("1E-999999999", only(excel("1E-999999999", 0, "")));
        assertTold("holds a time, or no date or number", excel("1".repeat(5_000), 10, ""));
        assertTold("holds a time, or no date or number", excel("1".repeat(5_000), 0, ""));
    }

    @Test
    void repeatedCellsTakeNoMoreThanATableHas() throws Exception {
        Book book =
                open("<table:table-cell table:number-columns-repeated=\"2000\"><text:p>x</text:p></table:table-cell>"
                        .repeat(50_000));
        assertEquals(1, book.faults().size());
        assertEquals("sheet figures, cell CW1", book.faults().get(0).column());
        assertTrue(book.faults().get(0).message().contains("100 columns"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-15, 14, '', 2021-03-15",
        "2021-03-15T00:00:00.000Z, 14, '', 2021-03-15",
        "2021-03-01T00:00:00, 17, '', 2021-03",
        "2021-01-01, 164, yyyy, 2021"
    })
    void aDateThatIsWrittenOutIsAsExactAsItIsShown(String date, int id, String format, String value)
            throws IOException, ProblemException {
        assertEquals(value, only(written(date, id, format)));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-15T10:30:00, 14",
        "T10:30:00, 14",
        "2021-13-15, 14",
        "2021-02-30, 14",
        "2021-03-15T00:00:00.500, 14",
        "2021-03-15, 20"
    })
    void aTimeThatIsWrittenOutIsTold(String date, int id) throws IOException, ProblemException {
        assertTold("holds a time, or no date or number", written(date, id, ""));
    }
}
