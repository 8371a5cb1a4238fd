package org.genevagraph.page.matrix;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Site;
import org.genevagraph.page.compact.Commitment;
import org.genevagraph.page.compact.Names;

/**
 * The page of the matrix.
 *
 * @param matrix what it shows
 * @param labels the names of things
 */
public record MatrixPage(Matrix matrix, Labels labels) {
    /** What was asked. */
    public MatrixRequest request() {
        return matrix.request();
    }

    /** What things are called on it. */
    public Names names(Site site) {
        return new Names(matrix.compact(), labels, site);
    }

    /** Its picture. */
    public HeatMap picture(Names names) {
        return HeatMap.of(matrix, names);
    }

    /** What the picture shows, in words. */
    public String title(Names names) {
        Axes axes = request().axes();
        String crossing = names.site()
                .text(
                        "matrix.crossing",
                        names.site().text("matrix.rows." + axes.rows().parameter()),
                        names.site().text("matrix.beside." + axes.columns().parameter()));
        return request()
                .chosen(axes.filter())
                .map(filter -> names.site().text("matrix.within", crossing, names.full(filter)))
                .orElse(crossing);
    }

    /** What the picture shows today: where most commitments stand. */
    public String headline(Names names) {
        Site site = names.site();
        Most row = Most.of(matrix.rows(), one -> matrix.count(one, null));
        Most column = Most.of(matrix.columns(), one -> matrix.count(null, one));
        if (row.count() == 0 || column.count() == 0) {
            return site.text("matrix.headline.none");
        }
        return site.text(
                "matrix.headline",
                row.named(names),
                site.number(row.count()),
                site.number(matrix.counted().size()),
                column.named(names),
                site.number(column.count()));
    }

    /** The rows or columns with the most commitments, and how many these are. */
    private record Most(List<Node> things, int count) {
        static Most of(List<Node> all, ToIntFunction<Node> counts) {
            int most = all.stream().mapToInt(counts).max().orElse(0);
            return new Most(
                    all.stream().filter(one -> counts.applyAsInt(one) == most).toList(), most);
        }

        String named(Names names) {
            return names.site().listed(things.stream().map(names::code).toList());
        }
    }

    /** What is chosen, in words: row, column and filter. */
    public String chosen(Names names) {
        Axes axes = request().axes();
        return Stream.of(axes.rows(), axes.columns(), axes.filter())
                .map(request()::chosen)
                .flatMap(Optional::stream)
                .map(names::full)
                .collect(Collectors.joining(" · "));
    }

    /** How many commitments the same choice has if all are counted. */
    public int chosenOfAll() {
        return Matrix.of(matrix.compact(), request().counting(false)).chosen().size();
    }

    /** The dimensions in view in which the source puts some commitments everywhere at once. */
    public List<Dimension> allAtOnce() {
        Axes axes = request().axes();
        return Stream.of(axes.rows(), axes.columns(), axes.filter())
                .filter(dimension -> dimension != axes.filter()
                        || request().chosen(dimension).isPresent())
                .filter(dimension -> !mappedToAll(dimension).isEmpty())
                .toList();
    }

    /** The commitments that the source maps to all things of a dimension at once. */
    public List<Commitment> mappedToAll(Dimension dimension) {
        return matrix.compact().commitments().stream().filter(dimension::isAll).toList();
    }

    /** What can be chosen in a dimension: its things, and those that have narrower ones among them. */
    public List<Node> choices(Dimension dimension) {
        List<Node> all = dimension.all(matrix.compact());
        return Stream.concat(
                        all.stream(),
                        matrix.compact().narrower().entrySet().stream()
                                .filter(broader -> all.containsAll(broader.getValue()))
                                .map(broader -> broader.getKey()))
                .toList();
    }
}
