package org.genevagraph.source.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genevagraph.files.InputLimit;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Slip;
import org.genevagraph.source.table.Table;

/**
 * A spreadsheet.
 *
 * @param sheets its sheets in their order
 * @param faults the cells whose value cannot be told, each with its {@link #place} for a column; whatever they show stands in the rows; and, as
 *     warnings, those with a comment, which no table holds, and rows that are hidden
 */
public record Book(List<Sheet> sheets, List<Problem> faults) {
    /** How its files end. */
    public static final List<String> ENDINGS = List.of(".xlsx", ".ods");

    static final String WRITE_AS_TEXT = "write it as text, a date as 2021-03-15";

    static final String NOT_SAVED = "has a formula whose value was not saved";

    static final String SAVE_AGAIN = "open and save the file again";

    static final String CORRECT_FORMULA = "correct the formula, or write the value";

    public Book {
        sheets = List.copyOf(sheets);
        faults = List.copyOf(faults);
    }

    /** One without a fault. */
    public Book(List<Sheet> sheets) {
        this(sheets, List.of());
    }

    /**
     * A sheet.
     *
     * @param name its name
     * @param rows its rows, less those without anything in them
     * @param hidden whether whoever opens the spreadsheet does not see it
     */
    public record Sheet(String name, List<Line> rows, boolean hidden) {
        public Sheet {
            rows = List.copyOf(rows);
        }

        /** One that is seen. */
        public Sheet(String name, List<Line> rows) {
            this(name, rows, false);
        }

        /** Its name as people are told it. */
        public String told() {
            return hidden ? name + " (hidden)" : name;
        }
    }

    /**
     * A row.
     *
     * @param number its number, counted from 1
     * @param cells its cells from the first column on, each trimmed and on one line
     */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** Whether a file is called like a spreadsheet that is read here. */
    public static boolean isOne(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /**
     * Reads one.
     *
     * @param shown what to call it when talking to people; its ending tells its format
     * @throws ProblemException if it is damaged or too large
     */
    public static Book read(String shown, byte[] bytes) throws ProblemException {
        Parts parts = Parts.of(shown, bytes);
        return shown.toLowerCase(Locale.ROOT).endsWith(".ods") ? OdsReader.read(parts) : XlsxReader.read(parts);
    }

    /** A value as cells have it here: on one line, each run of blanks one blank, also those that do not break. */
    public static String plain(String value) {
        return value.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** Writes it, every cell as text, in the format of an ending. */
    public byte[] bytes(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(".ods")) {
                OdsWriter.write(this, bytes);
            } else {
                XlsxWriter.write(this, bytes);
            }
        } catch (IOException e) {
            throw new IllegalStateException("nothing can fail to be written to memory", e);
        }
        return bytes.toByteArray();
    }

    /** The letters of a column, counted from 0: A, B, …, Z, AA. */
    public static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }

    /** Gathers the cells of a sheet. */
    static final class Grid {
        /** With the header. */
        private final long mostRows = InputLimit.current().rows() + 1L;

        private static final int MOST_COLUMNS = 100;

        private final String shown;
        private final String name;
        private final List<Line> rows = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();
        private final List<Problem> faults;
        private final List<Integer> hidden = new ArrayList<>();
        private boolean beyond;

        /** A sheet of a spreadsheet, which tells its faults there. */
        Grid(String shown, String name, List<Problem> faults) {
            this.shown = shown;
            this.name = name;
            this.faults = faults;
        }

        /** Puts a value into a column of the row that is being gathered. */
        void put(int row, int column, String value) {
            if (value.length() > Table.MOST_CHARACTERS) {
                fault(
                        row,
                        column,
                        String.format("has more than %,d characters, which is the limit", Table.MOST_CHARACTERS),
                        "shorten it");
                return;
            }
            String clean = plain(value);
            if (clean.isEmpty()) {
                return;
            }
            if (column >= MOST_COLUMNS || row > mostRows) {
                // What lies there may be a million cells: the first of them is told.
                if (!beyond) {
                    fault(
                            row,
                            column,
                            "lies beyond " + mostRows + " rows or " + MOST_COLUMNS + " columns, which are the limits",
                            "delete what does not belong there");
                }
                beyond = true;
                return;
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, clean);
        }

        /** Ends a row that nobody sees who opens the spreadsheet, as one that a filter leaves out. */
        void endHidden(int number) {
            if (!cells.isEmpty()) {
                hidden.add(number);
            }
            end(number);
        }

        /** Ends a row. */
        void end(int number) {
            if (!cells.isEmpty()) {
                rows.add(new Line(number, cells));
                cells.clear();
            }
        }

        /**
         * Looks at cells that are one: all but the first would count as empty, which is a fault if the first holds something.
         *
         * @param rows how many rows they have, from the row on
         * @param columns how many columns
         */
        void merged(int row, int column, int rows, int columns) {
            boolean held = this.rows.stream()
                            .anyMatch(line -> line.number() == row
                                    && line.cells().size() > column
                                    && !line.cells().get(column).isEmpty())
                    || (cells.size() > column && !cells.get(column).isEmpty());
            if (held && (long) rows * columns > 1) {
                String last = letters(column + columns - 1) + (row + rows - 1);
                faults.add(Problem.error(
                                shown,
                                0,
                                place(name, row, Optional.of(column)),
                                "is merged with others, up to " + last + ", which have nothing of their own",
                                "undo the merge, and write into each cell what holds of it")
                        .as(new Slip(Slip.Kind.CELLS_MERGED, last)));
            }
        }

        void fault(int row, int column, String message, String fix) {
            faults.add(Problem.error(shown, 0, place(name, row, Optional.of(column)), message, fix));
        }

        /** Tells of a comment, which somebody may take for a part of the table. */
        void comment(int row, int column) {
            faults.add(Problem.warning(
                    shown,
                    0,
                    place(name, row, Optional.of(column)),
                    "has a comment, which no table holds",
                    "write into a cell what is to be kept of it"));
        }

        Sheet sheet() {
            if (!hidden.isEmpty()) {
                faults.add(Problem.warning(
                        shown,
                        0,
                        place(name, hidden.get(0), Optional.empty()),
                        "is hidden" + (hidden.size() == 1 ? "" : ", as are " + (hidden.size() - 1) + " more")
                                + ", and is read as any other",
                        "show it, and delete it if it is not meant"));
            }
            return new Sheet(name, rows);
        }
    }

    /** A cell as people find it, or a row if no cell is meant. */
    public static String place(String sheet, int row, Optional<Integer> column) {
        return "sheet " + sheet + ", "
                + column.map(number -> "cell " + letters(number) + row).orElse("row " + row);
    }
}
