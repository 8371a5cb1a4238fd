package org.genevagraph.page.matrix;

import java.util.Arrays;
import java.util.List;
import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;

/** Which two dimensions cross; the third one filters. */
public enum Axes {
    /** Action Lines and goals; one objective can be chosen. */
    LINES_AND_GOALS(Dimension.ACTION_LINE, Dimension.SDG, Dimension.OBJECTIVE),
    /** Action Lines and objectives; one goal can be chosen. */
    LINES_AND_OBJECTIVES(Dimension.ACTION_LINE, Dimension.OBJECTIVE, Dimension.SDG),
    /** Objectives and goals; one Action Line can be chosen. */
    OBJECTIVES_AND_GOALS(Dimension.OBJECTIVE, Dimension.SDG, Dimension.ACTION_LINE);

    private final Dimension rows;
    private final Dimension columns;
    private final Dimension filter;

    Axes(Dimension rows, Dimension columns, Dimension filter) {
        this.rows = rows;
        this.columns = columns;
        this.filter = filter;
    }

    /** What the rows are. */
    public Dimension rows() {
        return rows;
    }

    /** What the columns are. */
    public Dimension columns() {
        return columns;
    }

    /** What can be chosen to count some commitments only. */
    public Dimension filter() {
        return filter;
    }

    /** The name in addresses: {@code action-line-sdg}. */
    public String label() {
        return rows.parameter() + "-" + columns.parameter();
    }

    /** What pages call them. */
    public String name(Language language) {
        return Messages.text(
                language,
                "matrix.crossing",
                Messages.text(language, "matrix.rows." + rows.parameter()),
                Messages.text(language, "matrix.beside." + columns.parameter()));
    }

    /**
     * The axes of this name.
     *
     * @throws java.util.NoSuchElementException if there are none
     */
    public static Axes of(String label) {
        return Arrays.stream(values())
                .filter(axes -> axes.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** The names of all. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Axes::label).toList();
    }
}
