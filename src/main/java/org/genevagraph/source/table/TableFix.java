package org.genevagraph.source.table;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.source.Encoding;

/**
 * A table in which everything is put right that has one right answer: encoding, line ends, separators, blanks and invisible characters at or in
 * cells, empty rows, rows that stand there before. What a person has to decide stays as it is.
 *
 * @param text the table as it should be
 * @param corrections what is changed, in the order of lines
 */
public record TableFix(String text, List<Correction> corrections) {
    private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=.\\s*", Pattern.CASE_INSENSITIVE);
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
        String given = new String(bytes, StandardCharsets.UTF_8);
        if (layout.isPresent() && Foreign.of(given).isPresent() && wide(bytes).isEmpty()) {
            return new TableFix(given, corrections);
        }
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
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            corrections.add(new Correction(1, "", "writes UTF-8 instead of UTF-16"));
            return new String(bytes, wide.get());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            // Where the letters of no encoding stand as letters do, nobody knows what the file is.
            Optional<Encoding> encoding = Encoding.of(bytes);
            encoding.ifPresent(
                    known -> corrections.add(new Correction(1, "", "writes UTF-8 instead of " + known.shown())));
            return encoding.map(known -> known.decoded(bytes))
                    .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** The form of UTF-16 in which a text is, with its mark or without; empty if it is in none. */
    private static Optional<Charset> wide(byte[] bytes) {
        boolean bigEnds = bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        boolean littleEnds = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        if (bigEnds || littleEnds) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        int[] zeros = new int[2];
        int looked = Math.min(bytes.length, 1_000);
        for (int i = 0; i < looked; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if (looked < 8 || zeros[0] + zeros[1] < looked * 2 / 5 || Math.min(zeros[0], zeros[1]) > looked / 20) {
            return Optional.empty();
        }
        return Optional.of(zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
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
        Map<List<String>, Integer> earlier = new HashMap<>();
        int columns = columns(records);
        // Which of two versions holds is for a person to say, and with it which rows stand twice.
        boolean whole = records.stream().noneMatch(Table::isMergeMark);
        for (int i = 0; i < records.size(); i++) {
            CsvRecord record = records.get(i);
            int line = (int) record.getStartingLineNumber();
            int next = i + 1 < records.size() ? (int) records.get(i + 1).getStartingLineNumber() : lines.size() + 1;
            List<String> cells = record.getFields();
            boolean isHeader = !record.isComment() && header.isEmpty();
            if (!record.isComment() && cells.stream().allMatch(String::isBlank)) {
                corrections.add(new Correction(line, "", "takes away an empty row"));
                continue;
            }
            if (SEPARATOR_LINE.matcher(lines.get(line - 1)).matches()) {
                corrections.add(new Correction(line, "", "takes away the line for spreadsheets"));
                continue;
            }
            if (!isHeader
                    && !record.isComment()
                    && header.equals(cells.stream().map(Header::plain).toList())) {
                corrections.add(new Correction(line, "", "takes away a header that is repeated"));
                continue;
            }
            List<String> right =
                    record.isComment() ? cells : corrected(cells, isHeader, header, layout, line, corrections);
            if (!record.isComment() && right.size() > columns && blankFrom(right, columns)) {
                if (isHeader || cells.size() != records.get(0).getFieldCount()) {
                    corrections.add(new Correction(
                            line,
                            "",
                            isHeader ? "takes away empty columns at the end" : "takes away empty cells at the end"));
                }
                right = right.subList(0, columns);
            }
            boolean counts = whole && !isHeader && !record.isComment() && right.size() == header.size();
            Integer told = counts ? earlier.putIfAbsent(right, line) : null;
            if (told != null) {
                corrections.add(new Correction(line, "", "takes away a row that says the same as line " + told));
                continue;
            }
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

    /** How many columns a table has without those at the end that have neither name nor cell. */
    private static int columns(List<CsvRecord> records) {
        List<List<String>> rows = records.stream()
                .filter(record -> !record.isComment())
                .map(CsvRecord::getFields)
                .dropWhile(cells -> cells.stream().allMatch(String::isBlank))
                .toList();
        int columns = rows.isEmpty() || rows.get(0).size() == 1
                ? Integer.MAX_VALUE
                : rows.get(0).size();
        while (columns > 1 && columns < Integer.MAX_VALUE) {
            int last = columns - 1;
            if (!blankFrom(rows.get(0), last)
                    || !rows.stream().allMatch(cells -> cells.size() <= last || blankFrom(cells, last))) {
                return columns;
            }
            columns--;
        }
        return columns;
    }

    private static boolean blankFrom(List<String> cells, int column) {
        return cells.stream().skip(column).allMatch(String::isBlank);
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
                String column = Header.plain(better);
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
