package org.genevagraph.page.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.genevagraph.page.compact.Names;
import org.genevagraph.page.picture.Wrapping;

/**
 * The matrix as a picture: where everything stands, in units of the picture.
 *
 * @param width how wide it is
 * @param height how high it is
 * @param rowHeads what the rows are
 * @param columnHeads what the columns are
 * @param cells where rows and columns cross, row by row
 * @param totals the numbers of whole rows and columns, each commitment counted once, and of all
 * @param steps the shades and what numbers they stand for
 * @param gridTop where the cells begin
 * @param gridBottom where the cells end and the totals of columns begin
 * @param gridRight where the cells end and the totals of rows begin
 */
public record HeatMap(
        int width,
        int height,
        List<Head> rowHeads,
        List<Head> columnHeads,
        List<Cell> cells,
        List<Cell> totals,
        List<Step> steps,
        int gridTop,
        int gridBottom,
        int gridRight) {
    /** Where the cells begin. */
    public static final int LEFT = 316;

    /** The distance of lines of text. */
    public static final int LINE = 15;

    /** The margin on either side. */
    public static final int MARGIN = 12;

    private static final double FONT = 12;
    private static final int TOP = 34;
    private static final int ROW = 31;
    private static final int TOTAL = 58;
    private static final int FOOT = 62;
    private static final int NARROW_COLUMN = 41;
    private static final int WIDE_COLUMN = 116;
    private static final int MANY_COLUMNS = 8;
    private static final int SHADES = 6;
    private static final int PADDING = 8;

    /**
     * What a row or a column is.
     *
     * @param x where its text begins, or for a column its middle
     * @param y the base line of its first line
     * @param code the short name, which stands out
     * @param lines the text after it, the first line beside the code for a row
     * @param title all of it in words
     * @param path where its commitments are listed
     * @param chosen whether it is chosen
     */
    public record Head(int x, int y, String code, List<String> lines, String title, String path, boolean chosen) {}

    /**
     * A number in its place.
     *
     * @param row the number of its row, from 0
     * @param column the number of its column, from 0
     * @param shade its shade from 1 for few; 0 for none
     * @param title all of it in words
     * @param path where its commitments are listed
     * @param chosen whether it is chosen
     */
    public record Cell(
            int row,
            int column,
            int x,
            int y,
            int width,
            int height,
            int number,
            int shade,
            String title,
            String path,
            boolean chosen) {
        /** The middle of the number. */
        public int middle() {
            return x + width / 2;
        }

        /** The base line of the number. */
        public int base() {
            return y + height / 2 + 4;
        }
    }

    /** A shade with the numbers that it stands for. */
    public record Step(int shade, String numbers) {}

    /** How wide it is with the margins beside it, in which the outlines of what is chosen have room. */
    public int outerWidth() {
        return width + 2 * MARGIN;
    }

    /** Draws a matrix. */
    public static HeatMap of(Matrix matrix, Names names) {
        return new Drawing(matrix, names).heatMap();
    }

    private static final class Drawing {
        private final Matrix matrix;
        private final Names names;
        private final List<Node> rows;
        private final List<Node> columns;
        private final boolean wide;
        private final int columnWidth;
        private final Matrix.Range range;
        private final int perShade;

        Drawing(Matrix matrix, Names names) {
            this.matrix = matrix;
            this.names = names;
            this.rows = matrix.rows();
            this.columns = matrix.columns();
            this.wide = columns.size() <= MANY_COLUMNS;
            this.columnWidth = wide ? WIDE_COLUMN : NARROW_COLUMN;
            this.range = matrix.range().orElse(new Matrix.Range(0, 0));
            this.perShade = (range.to() - range.from()) / SHADES + 1;
        }

        HeatMap heatMap() {
            List<List<String>> columnTexts = columns.stream()
                    .map(column -> wide
                            ? Wrapping.lines(
                                    hasCode(column) ? names.rest(column) : names.name(column),
                                    columnWidth - PADDING,
                                    FONT)
                            : List.<String>of())
                    .toList();
            int gridTop = TOP
                    + LINE
                    + 9
                    + LINE * columnTexts.stream().mapToInt(List::size).max().orElse(0);
            int gridRight = LEFT + columns.size() * columnWidth;
            List<Head> columnHeads = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                Node thing = columns.get(column);
                columnHeads.add(new Head(
                        LEFT + column * columnWidth + columnWidth / 2,
                        gridTop - 9 - LINE * columnTexts.get(column).size(),
                        wide
                                ? hasCode(thing) ? names.code(thing) : ""
                                : matrix.compact().codes().get(thing),
                        columnTexts.get(column),
                        title(null, thing),
                        path(null, thing),
                        isChosen(null, thing)));
            }
            List<Head> rowHeads = new ArrayList<>();
            List<Cell> cells = new ArrayList<>();
            List<Cell> totals = new ArrayList<>();
            int y = gridTop;
            for (int row = 0; row < rows.size(); row++) {
                Node thing = rows.get(row);
                List<String> lines = rowText(thing);
                int height = Math.max(ROW, lines.size() * LINE + PADDING);
                rowHeads.add(new Head(
                        0,
                        y + (height - (lines.size() - 1) * LINE) / 2 + 4,
                        names.code(thing),
                        lines,
                        title(thing, null),
                        path(thing, null),
                        isChosen(thing, null)));
                for (int column = 0; column < columns.size(); column++) {
                    cells.add(cell(row, column, LEFT + column * columnWidth, y, columnWidth, height));
                }
                totals.add(cell(row, columns.size(), gridRight, y, TOTAL, height));
                y += height;
            }
            for (int column = 0; column < columns.size(); column++) {
                totals.add(cell(rows.size(), column, LEFT + column * columnWidth, y, columnWidth, ROW));
            }
            totals.add(cell(rows.size(), columns.size(), gridRight, y, TOTAL, ROW));
            return new HeatMap(
                    gridRight + TOTAL,
                    y + ROW + FOOT,
                    rowHeads,
                    columnHeads,
                    cells,
                    totals,
                    steps(),
                    gridTop,
                    y,
                    gridRight);
        }

        private boolean hasCode(Node thing) {
            return matrix.compact().codes().containsKey(thing);
        }

        private List<String> rowText(Node thing) {
            String code = names.code(thing);
            List<String> lines =
                    new ArrayList<>(Wrapping.lines(code + " " + names.rest(thing), LEFT - 2 * PADDING, FONT));
            lines.set(0, lines.get(0).substring(code.length()));
            return lines;
        }

        private Cell cell(int row, int column, int x, int y, int width, int height) {
            Node ofRow = row < rows.size() ? rows.get(row) : null;
            Node ofColumn = column < columns.size() ? columns.get(column) : null;
            int number = matrix.count(ofRow, ofColumn);
            return new Cell(
                    row,
                    column,
                    x,
                    y,
                    width,
                    height,
                    number,
                    number == 0 ? 0 : (number - range.from()) / perShade + 1,
                    CellWords.of(names, ofRow, ofColumn, number),
                    path(ofRow, ofColumn),
                    ofRow != null && ofColumn != null && isChosen(ofRow, ofColumn));
        }

        private boolean isChosen(Node row, Node column) {
            MatrixRequest request = matrix.request();
            return request.equals(request.cell(row, column));
        }

        private String path(Node row, Node column) {
            return names.site()
                    .link(matrix.request().cell(row, column).path() + (row == null && column == null ? "" : "#list"));
        }

        private String title(Node row, Node column) {
            return CellWords.of(names, row, column, matrix.count(row, column));
        }

        private List<Step> steps() {
            if (range.to() == 0) {
                return List.of();
            }
            return IntStream.rangeClosed(0, (range.to() - range.from()) / perShade)
                    .mapToObj(shade -> {
                        int from = range.from() + shade * perShade;
                        int to = Math.min(from + perShade - 1, range.to());
                        return new Step(shade + 1, from == to ? "" + from : from + "–" + to);
                    })
                    .toList();
        }
    }
}
