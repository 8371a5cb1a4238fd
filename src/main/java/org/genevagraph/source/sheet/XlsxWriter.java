package org.genevagraph.source.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipOutputStream;

/** Writes Office Open XML (.xlsx) in which every cell is text, also what will be typed later. */
final class XlsxWriter {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private XlsxWriter() {}

    static void write(Book book, OutputStream out) throws IOException {
        StringBuilder types = new StringBuilder();
        StringBuilder sheets = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 1; i <= book.sheets().size(); i++) {
            String part = "worksheets/sheet" + i + ".xml";
            types.append("<Override PartName=\"/xl/" + part + "\" ContentType=\"" + TYPES + "worksheet+xml\"/>");
            sheets.append(
                    "<sheet name=\"" + Markup.escaped(book.sheets().get(i - 1).name()) + "\" sheetId=\"" + i
                            + "\" r:id=\"r" + i + "\"/>");
            relations.append(relation("r" + i, "worksheet", part));
        }
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Markup.add(
                    zip,
                    "[Content_Types].xml",
                    Markup.XML + "<Types xmlns=\"" + PACKAGE
                            + "content-types\"><Default Extension=\"rels\" ContentType=\""
                            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPES + "styles+xml\"/>" + types
                            + "</Types>");
            Markup.add(zip, "_rels/.rels", relations(relation("r0", "officeDocument", "xl/workbook.xml")));
            Markup.add(
                    zip,
                    "xl/workbook.xml",
                    Markup.XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + sheets
                            + "</sheets></workbook>");
            Markup.add(
                    zip, "xl/_rels/workbook.xml.rels", relations(relations + relation("r0", "styles", "styles.xml")));
            Markup.add(zip, "xl/styles.xml", styles());
            for (int i = 1; i <= book.sheets().size(); i++) {
                Markup.add(
                        zip,
                        "xl/worksheets/sheet" + i + ".xml",
                        sheet(book.sheets().get(i - 1)));
            }
        }
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String all) {
        return Markup.XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    /** Style 1 is text, style 2 the same for heads. */
    private static String styles() {
        return Markup.XML + "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\"><font/><font><b/></font></fonts>"
                + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf/>"
                + "<xf numFmtId=\"49\" applyNumberFormat=\"1\"/>"
                + "<xf numFmtId=\"49\" fontId=\"1\" applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>";
    }

    private static String sheet(Book.Sheet sheet) {
        StringBuilder xml = new StringBuilder(Markup.XML);
        xml.append("<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<cols><col min=\"1\" max=\"100\" width=\"24\" style=\"1\" customWidth=\"1\"/></cols><sheetData>");
        boolean head = true;
        for (Book.Line row : sheet.rows()) {
            xml.append("<row r=\"").append(row.number()).append("\">");
            for (int column = 0; column < row.cells().size(); column++) {
                String value = row.cells().get(column);
                if (!value.isEmpty()) {
                    xml.append("<c r=\"")
                            .append(Book.letters(column))
                            .append(row.number())
                            .append("\" s=\"")
                            .append(head ? 2 : 1)
                            .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                            .append(Markup.escaped(value.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_")))
                            .append("</t></is></c>");
                }
            }
            xml.append("</row>");
            head = false;
        }
        return xml.append("</sheetData></worksheet>").toString();
    }
}
