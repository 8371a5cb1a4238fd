package org.genevagraph.page.matrix;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.genevagraph.page.compact.Commitment;
import org.genevagraph.page.compact.Compact;

/**
 * The commitments that a request counts, and how many of them stand where a row and a column cross.
 *
 * @param compact where they come from
 * @param request what is asked
 * @param counted the commitments that pass the filter and the way of counting, in the order of the text
 */
public record Matrix(Compact compact, MatrixRequest request, List<Commitment> counted) {
    /** Counts. */
    public static Matrix of(Compact compact, MatrixRequest request) {
        Axes axes = request.axes();
        Dimension filter = axes.filter();
        Optional<Node> filtered = request.chosen(filter);
        List<Commitment> counted = compact.commitments().stream()
                .filter(commitment -> filtered.isEmpty() || stands(compact, commitment, filter, filtered.get()))
                .filter(commitment -> !request.singly()
                        || !(axes.rows().isAll(commitment)
                                || axes.columns().isAll(commitment)
                                || (filtered.isPresent() && filter.isAll(commitment))))
                .toList();
        return new Matrix(compact, request, counted);
    }

    private static boolean stands(Compact compact, Commitment commitment, Dimension dimension, Node thing) {
        List<Node> places = dimension.of(commitment);
        for (Node place : compact.within(thing)) {
            if (places.contains(place)) {
                return true;
            }
        }
        return false;
    }

    /** The rows. */
    public List<Node> rows() {
        return request.axes().rows().all(compact);
    }

    /** The columns. */
    public List<Node> columns() {
        return request.axes().columns().all(compact);
    }

    /** How many commitments stand in a row and a column; null for any. A commitment counts once. */
    public int count(Node row, Node column) {
        return commitments(row, column).size();
    }

    /** The commitments in a row and a column; null for any. */
    public List<Commitment> commitments(Node row, Node column) {
        return counted.stream()
                .filter(commitment -> row == null
                        || stands(compact, commitment, request.axes().rows(), row))
                .filter(commitment -> column == null
                        || stands(compact, commitment, request.axes().columns(), column))
                .toList();
    }

    /** The commitments of the chosen cell, row or column. */
    public List<Commitment> chosen() {
        return commitments(
                request.chosen(request.axes().rows()).orElse(null),
                request.chosen(request.axes().columns()).orElse(null));
    }

    /** The smallest and the largest number in a cell that is not empty; none if all are. */
    public Optional<Range> range() {
        int[] numbers = rows().stream()
                .flatMapToInt(row -> columns().stream().mapToInt(column -> count(row, column)))
                .filter(number -> number > 0)
                .toArray();
        return numbers.length == 0
                ? Optional.empty()
                : Optional.of(new Range(
                        IntStream.of(numbers).min().orElseThrow(),
                        IntStream.of(numbers).max().orElseThrow()));
    }

    /** Whole numbers from one to another, both included. */
    public record Range(int from, int to) {}
}
