package org.genevagraph.page.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.genevagraph.page.compact.Commitment;
import org.genevagraph.page.compact.Compact;
import org.genevagraph.page.compact.Names;
import org.genevagraph.vocabulary.Iris;

/**
 * The line or the column of one thing in the matrix, as its own page shows it: an Action Line with the goals, a goal or an objective with the Action Lines, a
 * commitment with both. What the source maps to all at once is left out.
 *
 * @param says what the line shows, as a sentence
 * @param cells its cells
 */
public record Strip(String says, List<Cell> cells) {
    private static final int SHADES = 6;

    public Strip {
        cells = List.copyOf(cells);
    }

    /**
     * A cell.
     *
     * @param code what it stands for, in short
     * @param number how many commitments stand in it
     * @param shade its shade from 1 for few; 0 for none
     * @param title all of it in words
     * @param path where its commitments are listed
     */
    public record Cell(String code, int number, int shade, String title, String path) {}

    /** The lines of a thing; none if it has none, or if nothing stands in any cell. */
    public static List<Strip> of(Node thing, Names names) {
        Compact compact = names.compact();
        List<Strip> strips = new ArrayList<>();
        switch (Iris.kind(thing.getURI())) {
            case "action-line" ->
                counted(thing, Dimension.ACTION_LINE, Dimension.SDG, Axes.LINES_AND_GOALS, names)
                        .ifPresent(strips::add);
            case "sdg" ->
                counted(thing, Dimension.SDG, Dimension.ACTION_LINE, Axes.LINES_AND_GOALS, names)
                        .ifPresent(strips::add);
            case "objective" ->
                counted(thing, Dimension.OBJECTIVE, Dimension.ACTION_LINE, Axes.LINES_AND_OBJECTIVES, names)
                        .ifPresent(strips::add);
            case "commitment" ->
                compact.commitments().stream()
                        .filter(commitment -> commitment.iri().equals(thing))
                        .forEach(commitment -> {
                            strips.add(mapped(commitment, Dimension.ACTION_LINE, names));
                            strips.add(mapped(commitment, Dimension.SDG, names));
                        });
            default -> {}
        }
        return strips;
    }

    private static Optional<Strip> counted(Node thing, Dimension own, Dimension across, Axes axes, Names names) {
        MatrixRequest request = new MatrixRequest(axes, true, Map.of(own, thing));
        Matrix matrix = Matrix.of(names.compact(), request);
        List<Node> others = across.all(names.compact());
        List<Integer> numbers = others.stream()
                .map(other -> axes.rows() == own ? matrix.count(thing, other) : matrix.count(other, thing))
                .toList();
        int most = numbers.stream().max(Comparator.naturalOrder()).orElse(0);
        if (most == 0) {
            return Optional.empty();
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            Node other = others.get(i);
            int number = numbers.get(i);
            cells.add(new Cell(
                    names.code(other),
                    number,
                    (number * SHADES + most - 1) / most,
                    CellWords.of(names, thing, other, number),
                    names.site().link(request.with(across, other).path() + "#list")));
        }
        String where = names.site()
                .listed(cells.stream()
                        .filter(cell -> cell.number() == most)
                        .map(Cell::code)
                        .toList());
        String key = axes == Axes.LINES_AND_GOALS ? "matrix.strip" : "matrix.strip." + own.parameter();
        return Optional.of(new Strip(names.site().text(key, where, CellWords.counted(names, most)), cells));
    }

    private static Strip mapped(Commitment commitment, Dimension across, Names names) {
        List<Node> mapped = across.of(commitment);
        List<Cell> cells = across.all(names.compact()).stream()
                .map(other -> {
                    boolean stands = mapped.contains(other);
                    return new Cell(
                            names.code(other),
                            stands ? 1 : 0,
                            stands ? SHADES - 1 : 0,
                            names.full(other),
                            names.site()
                                    .link(new MatrixRequest(
                                                            across == Dimension.SDG
                                                                    ? Axes.OBJECTIVES_AND_GOALS
                                                                    : Axes.LINES_AND_OBJECTIVES,
                                                            false,
                                                            Map.of(
                                                                    across,
                                                                    other,
                                                                    Dimension.OBJECTIVE,
                                                                    commitment.objective()))
                                                    .path()
                                            + "#list"));
                })
                .toList();
        String key = "matrix.mapped." + across.parameter();
        if (across.isAll(commitment)) {
            return new Strip(names.site().text(key + ".all"), cells);
        }
        return new Strip(
                mapped.isEmpty()
                        ? names.site().text(key + ".none")
                        : names.site()
                                .text(
                                        key,
                                        names.site()
                                                .listed(mapped.stream()
                                                        .map(names::code)
                                                        .toList())),
                cells);
    }

    /** Whether its cells hold numbers rather than marks. */
    public boolean counts() {
        return cells.stream().anyMatch(cell -> cell.number() > 1);
    }
}
