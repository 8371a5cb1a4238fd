package org.genevagraph.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table in which everything is put right that has one right answer: encoding, line ends, separators, blanks and invisible characters at or in
 * cells, empty rows. What a person has to decide stays as it is.
 *
 * @param text the table as it should be
 * @param corrections what is changed, in the order of lines
 */
public record TableFix(String text, List<Correction> corrections) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public TableFix {
        corrections = List.copyOf(corrections);
    }

    /**
     * Something that is put right.
     *
     * @param line the line of the table as it was; 1 if it concerns the whole file
     * @param column the column's name; empty if it concerns the whole row or file
     * @param what what is done
     */
    public record Correction(int line, String column, String what) {}

    /** Corrects what a file holds; without a layout only what concerns any text. */
    public static TableFix of(byte[] bytes, Optional<Layout> layout) {
        List<Correction> corrections = new ArrayList<>();
        String text = decoded(bytes, corrections);
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
            corrections.add(new Correction(1, "", "takes away the byte order mark"));
        }
        boolean tabbed = layout.filter(Layout::isTabbed).isPresent();
        if (text.indexOf('\r') >= 0 && !tabbed) {
            text = text.replace("\r\n", "\n").replace('\r', '\n');
            corrections.add(new Correction(1, "", "ends lines by LF"));
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            corrections.add(new Correction((int) text.lines().count(), "", "ends the last line"));
            text += "\n";
        }
        String whole = text;
        return layout.map(form -> cells(whole, form, corrections)).orElseGet(() -> new TableFix(whole, corrections));
    }

    private static String decoded(byte[] bytes, List<Correction> corrections) {
        boolean bigEnds = bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        boolean littleEnds = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        if (bigEnds || littleEnds) {
            corrections.add(new Correction(1, "", "writes UTF-8 instead of UTF-16"));
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            String text = new String(bytes, WINDOWS);
            // Five bytes stand for nothing there either; then nobody knows what the file is.
            if (text.indexOf('\uFFFD') >= 0) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
            corrections.add(new Correction(1, "", "writes UTF-8 instead of Windows-1252"));
            return text;
        }
    }

    private static TableFix cells(String text, Layout layout, List<Correction> corrections) {
        char separator = Header.separator(text, layout);
        boolean other = separator != layout.separator();
        if (other) {
            corrections.add(new Correction(
                    Header.line(text, layout),
                    "",
                    "separates cells by " + Header.shown(layout.separator()) + " instead of "
                            + Header.shown(separator)));
        }
        List<String> lines = text.lines().toList();
        List<CsvRecord> records;
        try (CsvReader<CsvRecord> reader = Table.records(text, layout, separator)) {
            records = reader.stream().toList();
        } catch (CsvParseException e) {
            // Where a quote is missing only a person can tell.
            return new TableFix(
                    text,
                    corrections.stream().filter(c -> !other || c.line() == 1).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        StringBuilder fixed = new StringBuilder();
        List<String> header = List.of();
        for (int i = 0; i < records.size(); i++) {
            CsvRecord record = records.get(i);
            int line = (int) record.getStartingLineNumber();
            int next = i + 1 < records.size() ? (int) records.get(i + 1).getStartingLineNumber() : lines.size() + 1;
            List<String> cells = record.getFields();
            if (!record.isComment() && cells.size() == 1 && cells.get(0).isBlank()) {
                corrections.add(new Correction(line, "", "takes away an empty row"));
                continue;
            }
            boolean isHeader = !record.isComment() && header.isEmpty();
            List<String> right =
                    record.isComment() ? cells : corrected(cells, isHeader, header, layout, line, corrections);
            header = isHeader ? right : header;
            if (record.isComment() || (!other && right.equals(cells))) {
                lines.subList(line - 1, next - 1)
                        .forEach(same -> fixed.append(same).append('\n'));
            } else {
                fixed.append(right.stream()
                                .map(cell -> quoted(cell, layout.separator()))
                                .collect(Collectors.joining(String.valueOf(layout.separator()))))
                        .append('\n');
            }
        }
        return new TableFix(fixed.toString(), corrections);
    }

    private static List<String> corrected(
            List<String> cells,
            boolean isHeader,
            List<String> header,
            Layout layout,
            int line,
            List<Correction> corrections) {
        List<String> right = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String better = Suspicion.corrected(cell);
            if (isHeader && !layout.known().contains(better)) {
                String column = better.toLowerCase(Locale.ROOT).replace(' ', '_');
                better = layout.known().contains(column) && !cells.contains(column) ? column : better;
            }
            if (!better.equals(cell)) {
                String column = isHeader ? better : i < header.size() ? header.get(i) : "";
                corrections.add(new Correction(line, column, "writes '" + better + "'"));
            }
            right.add(better);
        }
        return right;
    }

    private static String quoted(String cell, char separator) {
        boolean plain = cell.indexOf(separator) < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
