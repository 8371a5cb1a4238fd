package org.genevagraph.source.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipOutputStream;

/**
 * Writes an OpenDocument spreadsheet (.ods) in which every cell is text, also what will be typed later. Styles are called as LibreOffice calls
 * its own: it looks for the number behind the second letter, and ends without saving where there is none.
 */
final class OdsWriter {
    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String NAMES = "urn:oasis:names:tc:opendocument:xmlns:";

    private OdsWriter() {}

    static void write(Book book, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Markup.addPlain(zip, "mimetype", TYPE);
            Markup.add(
                    zip,
                    "META-INF/manifest.xml",
                    Markup.XML + "<manifest:manifest xmlns:manifest=\"" + NAMES
                            + "manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\""
                            + TYPE
                            + "\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
                            + "</manifest:manifest>");
            Markup.add(zip, "content.xml", content(book));
        }
    }

    private static String content(Book book) {
        StringBuilder xml = new StringBuilder(Markup.XML);
        xml.append("<office:document-content xmlns:office=\"" + NAMES + "office:1.0\" xmlns:table=\"" + NAMES
                + "table:1.0\" xmlns:text=\"" + NAMES + "text:1.0\" xmlns:style=\"" + NAMES
                + "style:1.0\" xmlns:number=\"" + NAMES
                + "datastyle:1.0\" office:version=\"1.3\"><office:automatic-styles>"
                + "<number:text-style style:name=\"N100\"><number:text-content/></number:text-style>"
                + "<style:style style:name=\"ce1\" style:family=\"table-cell\" style:data-style-name=\"N100\"/>"
                + "</office:automatic-styles><office:body><office:spreadsheet>");
        for (Book.Sheet sheet : book.sheets()) {
            int columns = sheet.rows().stream()
                    .mapToInt(row -> row.cells().size())
                    .max()
                    .orElse(1);
            xml.append("<table:table table:name=\"")
                    .append(Markup.escaped(sheet.name()))
                    .append("\"><table:table-column table:number-columns-repeated=\"")
                    .append(columns)
                    .append("\" table:default-cell-style-name=\"ce1\"/>");
            int next = 1;
            for (Book.Line row : sheet.rows()) {
                if (row.number() > next) {
                    xml.append("<table:table-row table:number-rows-repeated=\"")
                            .append(row.number() - next)
                            .append("\"><table:table-cell/></table:table-row>");
                }
                next = row.number() + 1;
                xml.append("<table:table-row>");
                row.cells()
                        .forEach(cell -> xml.append(
                                cell.isEmpty()
                                        ? "<table:table-cell table:style-name=\"ce1\"/>"
                                        : "<table:table-cell table:style-name=\"ce1\" office:value-type=\"string\"><text:p>"
                                                + Markup.escaped(cell) + "</text:p></table:table-cell>"));
                xml.append("</table:table-row>");
            }
            xml.append("</table:table>");
        }
        return xml.append("</office:spreadsheet></office:body></office:document-content>")
                .toString();
    }
}
