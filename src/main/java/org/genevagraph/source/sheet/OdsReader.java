package org.genevagraph.source.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;

/** Reads OpenDocument spreadsheets (.ods). */
final class OdsReader {
    /** Beyond what a table has, so that the empty rest of a sheet is passed over. */
    private static final int REST = 2_000;

    /** What a formula shows that came to nothing: {@code #REF!}, {@code #N/A}, {@code Err:502}. */
    private static final Pattern ERROR = Pattern.compile("#[A-Z0-9/?]+[!?]?|Err:\\d{3}");

    /** How deep a paragraph of a cell stands below it. */
    private static final int OF_CELL = 2;

    private final Parts parts;
    private final List<Problem> faults = new ArrayList<>();

    private OdsReader(Parts parts) {
        this.parts = parts;
    }

    static Book read(Parts parts) throws ProblemException {
        try {
            return new OdsReader(parts).book();
        } catch (XMLStreamException e) {
            throw parts.damaged();
        }
    }

    private Book book() throws ProblemException, XMLStreamException {
        List<Book.Sheet> sheets = new ArrayList<>();
        Set<String> hiding = new HashSet<>();
        String style = "";
        XMLStreamReader xml = parts.required("content.xml");
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "style" -> style = Parts.attribute(xml, "name");
                case "table-properties" -> {
                    if (Parts.attribute(xml, "display").equals("false")) {
                        hiding.add(style);
                    }
                }
                case "table" -> {
                    boolean hidden = hiding.contains(Parts.attribute(xml, "style-name"));
                    Book.Sheet rows = sheet(xml);
                    sheets.add(new Book.Sheet(rows.name(), rows.rows(), hidden));
                }
                default -> {
                    // What else stands there holds no cells.
                }
            }
        }
        return new Book(sheets, faults);
    }

    private Book.Sheet sheet(XMLStreamReader xml) throws XMLStreamException {
        Book.Grid grid = new Book.Grid(parts.shown(), Parts.attribute(xml, "name"), faults);
        int row = 1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("table-row")) {
                int times = Math.max(1, Parts.number(xml, "number-rows-repeated", 1));
                boolean hidden = List.of("collapse", "filter").contains(Parts.attribute(xml, "visibility"));
                List<String> cells = row(xml, grid, row);
                boolean empty = cells.stream().allMatch(String::isBlank);
                for (int i = 0; !empty && i < Math.min(times, REST); i++) {
                    for (int column = 0; column < cells.size(); column++) {
                        grid.put(row + i, column, cells.get(column));
                    }
                    if (hidden) {
                        grid.endHidden(row + i);
                    } else {
                        grid.end(row + i);
                    }
                }
                row += times;
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("table")) {
                break;
            }
        }
        return grid.sheet();
    }

    private static List<String> row(XMLStreamReader xml, Book.Grid grid, int row) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    && (xml.getLocalName().equals("table-cell")
                            || xml.getLocalName().equals("covered-table-cell"))) {
                int times = Math.max(1, Parts.number(xml, "number-columns-repeated", 1));
                int rows = Parts.number(xml, "number-rows-spanned", 1);
                int columns = Parts.number(xml, "number-columns-spanned", 1);
                String value = value(xml, grid, row, cells.size());
                if ((rows > 1 || columns > 1) && !value.isBlank()) {
                    grid.put(row, cells.size(), value);
                    grid.merged(row, cells.size(), rows, columns);
                }
                for (int i = 0; i < times && cells.size() < REST; i++) {
                    cells.add(value);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("table-row")) {
                break;
            }
        }
        return cells;
    }

    private static String value(XMLStreamReader xml, Book.Grid grid, int row, int column) throws XMLStreamException {
        // LibreOffice says of an error that its value is a string or zero, and what it is in a namespace of its own.
        List<String> types = Parts.attributes(xml, "value-type");
        String type = types.isEmpty() ? "" : types.get(0);
        boolean computed = !Parts.attribute(xml, "formula").isEmpty();
        String date = Parts.attribute(xml, "date-value");
        String number = Parts.attribute(xml, "value");
        String truth = Parts.attribute(xml, "boolean-value");
        String string = Parts.attribute(xml, "string-value");
        String read = text(xml, () -> grid.comment(row, column));
        // Programs may write the value alone, since they show nothing.
        String shown = read.isBlank() ? string : read;
        if (types.contains("error") || (computed && ERROR.matcher(shown).matches())) {
            grid.fault(row, column, "holds the error " + shown, Book.CORRECT_FORMULA);
            return shown;
        }
        if (computed && types.isEmpty() && shown.isBlank()) {
            grid.fault(row, column, Book.NOT_SAVED, Book.SAVE_AGAIN);
        }
        try {
            return switch (type) {
                case "float" -> Numerals.shown(number, shown);
                case "currency" -> Numerals.number(number);
                case "percentage" -> Numerals.percent(number);
                case "time" -> throw new DateTimeException("a time");
                case "date" -> date(date, shown);
                case "boolean" -> truth;
                default -> shown;
            };
        } catch (NumberFormatException | DateTimeException e) {
            grid.fault(row, column, "holds a time, or no date or number", Book.WRITE_AS_TEXT);
            return shown;
        }
    }

    /** A date as exactly as the cell shows it: a year or a month may be all of it. */
    private static String date(String date, String shown) {
        LocalDate day = LocalDate.parse(date.replaceFirst("T00:00:00.*", ""));
        return Numerals.date(day, Numerals.exactness(day, shown));
    }

    /**
     * The paragraphs of a cell itself, less those of comments and of boxes that stand over it.
     *
     * @param commented called if there is a comment
     */
    private static String text(XMLStreamReader xml, Runnable commented) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int paragraphs = 0;
        int depth = 1;
        boolean inside = false;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String name = xml.getLocalName();
                if (depth == OF_CELL && name.equals("p")) {
                    inside = true;
                    text.append(paragraphs++ == 0 ? "" : " ");
                } else if (name.equals("annotation")) {
                    commented.run();
                    skip(xml);
                    depth--;
                } else if (name.equals("frame") || name.equals("custom-shape")) {
                    skip(xml);
                    depth--;
                } else if (inside && name.equals("s")) {
                    text.append(" ".repeat(Math.min(100, Math.max(1, Parts.number(xml, "c", 1)))));
                } else if (inside && (name.equals("tab") || name.equals("line-break"))) {
                    text.append(" ");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside &= depth > OF_CELL;
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS && inside) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0 && xml.hasNext(); ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
