package org.genevagraph.source.sheet;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;

/** Reads Office Open XML (.xlsx). */
final class XlsxReader {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** A day, and a time only if it is midnight. */
    private static final Pattern ISO_DATE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T00:00(?::00(?:[.,]0+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?");

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

    private final Parts parts;
    private final List<String> shared = new ArrayList<>();
    private final List<Problem> faults = new ArrayList<>();

    /** For each style of cells how it shows a number, as {@link Numerals#exactness} tells. */
    private final List<String> styles = new ArrayList<>();

    private boolean since1904;

    private XlsxReader(Parts parts) {
        this.parts = parts;
    }

    static Book read(Parts parts) throws ProblemException {
        try {
            return new XlsxReader(parts).book();
        } catch (XMLStreamException | IndexOutOfBoundsException | NumberFormatException e) {
            throw parts.damaged();
        }
    }

    private Book book() throws ProblemException, XMLStreamException {
        Map<String, String> sheets = new LinkedHashMap<>();
        Set<String> hidden = new HashSet<>();
        XMLStreamReader xml = parts.required("xl/workbook.xml");
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("workbookPr")) {
                    since1904 = List.of("1", "true").contains(Parts.attribute(xml, "date1904"));
                } else if (xml.getLocalName().equals("sheet")) {
                    sheets.put(Parts.attribute(xml, "name"), relation(xml));
                    if (Parts.attribute(xml, "state").toLowerCase(Locale.ROOT).endsWith("hidden")) {
                        hidden.add(Parts.attribute(xml, "name"));
                    }
                }
            }
        }
        Map<String, String> targets = targets(parts.required("xl/_rels/workbook.xml.rels"));
        readShared();
        readStyles();
        List<Book.Sheet> read = new ArrayList<>();
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            String part = targets.getOrDefault(sheet.getValue(), "");
            if (part.contains("worksheets/")) {
                Book.Sheet rows = sheet(sheet.getKey(), part);
                read.add(new Book.Sheet(rows.name(), rows.rows(), hidden.contains(sheet.getKey())));
            }
        }
        return new Book(read, faults);
    }

    /** Where relations lead to, as the names of parts, by their ids; the parts that the relations are of stand in {@code xl} or a folder in it. */
    private static Map<String, String> targets(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> targets = new LinkedHashMap<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                String target = Parts.attribute(xml, "Target").replaceFirst("^\\.\\./", "");
                targets.put(Parts.attribute(xml, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
        return targets;
    }

    /** Tells of the comments on a sheet. */
    private void comments(Book.Grid grid, String sheet) throws ProblemException, XMLStreamException {
        Optional<XMLStreamReader> relations = parts.part(sheet.replaceFirst("([^/]*)$", "_rels/$1.rels"));
        if (relations.isEmpty()) {
            return;
        }
        for (String target : targets(relations.get()).values()) {
            Optional<XMLStreamReader> xml =
                    target.matches("(?:.*/)?comments?\\d*\\.xml") ? parts.part(target) : Optional.empty();
            while (xml.isPresent() && xml.get().hasNext()) {
                if (xml.get().next() == XMLStreamConstants.START_ELEMENT
                        && xml.get().getLocalName().equals("comment")) {
                    String place = Parts.attribute(xml.get(), "ref");
                    grid.comment(Integer.parseInt(place.replaceAll("\\D", "")), column(place));
                }
            }
        }
    }

    /** The id of a relation, which has the local name of another attribute. */
    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id")
                    && String.valueOf(xml.getAttributeNamespace(i)).endsWith("/relationships")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private void readShared() throws ProblemException, XMLStreamException {
        Optional<XMLStreamReader> part = parts.part("xl/sharedStrings.xml");
        if (part.isEmpty()) {
            return;
        }
        XMLStreamReader xml = part.get();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                shared.add(text(xml, "si"));
            }
        }
    }

    /** The text up to the end of an element, less what only says how to pronounce it. */
    private static String text(XMLStreamReader xml, String until) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int spoken = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = xml.getLocalName().equals("t");
                spoken += xml.getLocalName().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                spoken -= xml.getLocalName().equals("rPh") ? 1 : 0;
                if (xml.getLocalName().equals(until)) {
                    break;
                }
            } else if (event == XMLStreamConstants.CHARACTERS && inText && spoken == 0) {
                text.append(xml.getText());
            }
        }
        return unescaped(text.toString());
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll((MatchResult match) -> {
            char c = (char) Integer.parseInt(match.group(1), 16);
            return Matcher.quoteReplacement(String.valueOf(c));
        });
    }

    private void readStyles() throws ProblemException, XMLStreamException {
        Optional<XMLStreamReader> part = parts.part("xl/styles.xml");
        if (part.isEmpty()) {
            return;
        }
        Map<Integer, String> formats = new HashMap<>();
        boolean inCells = false;
        XMLStreamReader xml = part.get();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> formats.put(Parts.number(xml, "numFmtId", 0), Parts.attribute(xml, "formatCode"));
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        if (inCells) {
                            int id = Parts.number(xml, "numFmtId", 0);
                            styles.add(Numerals.exactness(id, formats.getOrDefault(id, "")));
                        }
                    }
                    default -> {
                        // Nothing else says how a number is shown.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                inCells = false;
            }
        }
    }

    private Book.Sheet sheet(String name, String part) throws ProblemException, XMLStreamException {
        XMLStreamReader xml = parts.required(part);
        Book.Grid grid = new Book.Grid(parts.shown(), name, faults);
        int row = 0;
        int column = -1;
        boolean hidden = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                row = Parts.number(xml, "r", row + 1);
                column = -1;
                hidden = List.of("1", "true").contains(Parts.attribute(xml, "hidden"));
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                String place = Parts.attribute(xml, "r");
                column = place.isEmpty() ? column + 1 : column(place);
                grid.put(row, column, value(grid, row, column, xml));
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                if (hidden) {
                    grid.endHidden(row);
                } else {
                    grid.end(row);
                }
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("mergeCell")) {
                merged(grid, Parts.attribute(xml, "ref"));
            }
        }
        comments(grid, part);
        return grid.sheet();
    }

    private static void merged(Book.Grid grid, String range) {
        Matcher ends = RANGE.matcher(range);
        if (ends.matches()) {
            int row = Integer.parseInt(ends.group(2));
            int column = column(ends.group(1));
            grid.merged(row, column, Integer.parseInt(ends.group(4)) - row + 1, column(ends.group(3)) - column + 1);
        }
    }

    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < Math.min(3, place.length()); i++) {
            char c = place.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    private String value(Book.Grid grid, int row, int column, XMLStreamReader xml) throws XMLStreamException {
        String type = Parts.attribute(xml, "t");
        int style = Parts.number(xml, "s", 0);
        String value = "";
        boolean computed = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = xml.getElementText();
                    case "is" -> value = text(xml, "is");
                    case "f" -> computed = true;
                    default -> {
                        // Nothing else is a value.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("c")) {
                break;
            }
        }
        if (value.isEmpty() && computed && !type.equals("str")) {
            grid.fault(row, column, Book.NOT_SAVED, Book.SAVE_AGAIN);
        }
        return switch (type) {
            case "s" -> value.isEmpty() ? "" : shared.get(Integer.parseInt(value.strip()));
            case "inlineStr" -> value;
            case "str" -> unescaped(value);
            case "b" -> value.strip().equals("1") ? "true" : "false";
            case "d" -> isoDate(grid, row, column, value.strip(), style < styles.size() ? styles.get(style) : "");
            case "e" -> {
                grid.fault(row, column, "holds the error " + value, Book.CORRECT_FORMULA);
                yield value;
            }
            default -> number(grid, row, column, value, style < styles.size() ? styles.get(style) : "");
        };
    }

    /** A date that is written out, as exact as the cell shows it; a time is no value of a table. */
    private static String isoDate(Book.Grid grid, int row, int column, String value, String exactness) {
        if (value.isEmpty()) {
            return "";
        }
        Matcher date = ISO_DATE.matcher(value);
        if (date.matches() && !exactness.equals(Numerals.TIME)) {
            try {
                return Numerals.date(LocalDate.parse(date.group(1)), exactness);
            } catch (DateTimeParseException e) {
                // A day that never was is told as a cell that holds no date.
            }
        }
        grid.fault(row, column, "holds a time, or no date or number", Book.WRITE_AS_TEXT);
        return value;
    }

    private String number(Book.Grid grid, int row, int column, String value, String exactness) {
        if (value.isBlank()) {
            return "";
        }
        try {
            if (Numerals.hasDecimals(exactness)) {
                return Numerals.number(value, exactness);
            }
            return switch (exactness) {
                case "" -> Numerals.number(value);
                case Numerals.PERCENT -> Numerals.percent(value);
                case Numerals.TIME -> throw new ArithmeticException("a time");
                default -> Numerals.date(value, since1904, exactness);
            };
        } catch (ArithmeticException | NumberFormatException e) {
            grid.fault(row, column, "holds a time, or no date or number", Book.WRITE_AS_TEXT);
            return value;
        }
    }
}
