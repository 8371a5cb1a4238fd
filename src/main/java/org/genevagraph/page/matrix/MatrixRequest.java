package org.genevagraph.page.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.genevagraph.page.compact.Names;

/**
 * What a reader wants to see of the matrix.
 *
 * @param axes what crosses
 * @param singly whether to leave out the commitments that the source maps to all Action Lines or all goals at once
 * @param chosen the row, the column and the filter that are chosen, as far as they are
 */
public record MatrixRequest(Axes axes, boolean singly, Map<Dimension, Node> chosen) {
    /** Where the page stands. */
    public static final String PATH = "/matrix";

    /** Words that say what is counted; the first goes without saying. */
    public static final List<String> COUNTED = List.of("singly", "all");

    /** What is shown unless something else is wanted. */
    public static final MatrixRequest USUAL = new MatrixRequest(Axes.LINES_AND_GOALS, true, Map.of());

    public MatrixRequest {
        chosen = Map.copyOf(chosen);
    }

    /** What is chosen in a dimension. */
    public Optional<Node> chosen(Dimension dimension) {
        return Optional.ofNullable(chosen.get(dimension));
    }

    /** Whether a cell, a row or a column is chosen. */
    public boolean asksForCommitments() {
        return chosen.containsKey(axes.rows()) || chosen.containsKey(axes.columns());
    }

    /** The same with another choice in one dimension; with none there if it is null. */
    public MatrixRequest with(Dimension dimension, Node thing) {
        Map<Dimension, Node> next = new EnumMap<>(Dimension.class);
        next.putAll(chosen);
        next.remove(dimension);
        if (thing != null) {
            next.put(dimension, thing);
        }
        return new MatrixRequest(axes, singly, next);
    }

    /** The same picture with this row and column chosen; null for none. */
    public MatrixRequest cell(Node row, Node column) {
        return with(axes.rows(), row).with(axes.columns(), column);
    }

    /** The same choices with other axes. */
    public MatrixRequest across(Axes other) {
        return new MatrixRequest(other, singly, chosen);
    }

    /** The same with the other way of counting. */
    public MatrixRequest counting(boolean onlySingly) {
        return new MatrixRequest(axes, onlySingly, chosen);
    }

    /** Its address on the site. */
    public String path() {
        return path("");
    }

    /** The address of the same in a format, {@code .csv} say. */
    public String path(String ending) {
        List<String> parameters = new ArrayList<>();
        if (axes != Axes.LINES_AND_GOALS) {
            parameters.add("axes=" + axes.label());
        }
        if (!singly) {
            parameters.add("counted=" + COUNTED.get(1));
        }
        for (Dimension dimension : Dimension.values()) {
            chosen(dimension).ifPresent(thing -> parameters.add(dimension.parameter() + "=" + Names.slug(thing)));
        }
        return PATH + ending + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }
}
