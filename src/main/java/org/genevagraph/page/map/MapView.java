package org.genevagraph.page.map;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.genevagraph.page.compact.Commitment;
import org.genevagraph.page.compact.Compact;
import org.genevagraph.page.compact.Names;

/**
 * The part of the implementation map that a reader wants to see.
 *
 * @param implementation the whole map
 * @param objective the objective; none for all
 */
public record MapView(Implementation implementation, Optional<Node> objective) {
    /** Where the page stands. */
    public static final String PATH = "/map";

    /** The Compact. */
    public Compact compact() {
        return implementation.compact();
    }

    /** The commitments in view, in the order of the text. */
    public List<Commitment> commitments() {
        return objective.map(compact()::of).orElse(compact().commitments());
    }

    /** The Action Lines that these commitments are mapped to. */
    public List<Line> lines() {
        List<Commitment> commitments = commitments();
        return implementation.lines().values().stream()
                .filter(line -> commitments.stream()
                        .anyMatch(commitment -> commitment.lines().contains(line.iri())))
                .toList();
    }

    /** The Action Lines that some of these commitments name, not counting those that name all at once. */
    public List<Line> linesNamedSingly() {
        return implementation.lines().values().stream()
                .filter(line -> commitments().stream()
                        .anyMatch(commitment ->
                                !commitment.allLines() && commitment.lines().contains(line.iri())))
                .toList();
    }

    /** The Action Lines that none of these commitments is mapped to. */
    public List<Line> otherLines() {
        List<Line> lines = lines();
        return implementation.lines().values().stream()
                .filter(line -> !lines.contains(line))
                .toList();
    }

    /** The lines of a commitment. */
    public List<Line> lines(Commitment commitment) {
        return commitment.lines().stream().map(implementation.lines()::get).toList();
    }

    /** Those lines that nobody facilitates. */
    public static List<Line> withoutFacilitator(List<Line> lines) {
        return lines.stream().filter(Line::lacksFacilitator).toList();
    }

    /** Those lines on whose issues nobody works. */
    public static List<Line> withoutActive(List<Line> lines) {
        return lines.stream().filter(Line::lacksActive).toList();
    }

    /** The commitments in view none of whose lines has a facilitator. */
    public List<Commitment> commitmentsWithoutFacilitator() {
        return commitments().stream()
                .filter(commitment -> facilitators(lines(commitment)).isEmpty())
                .toList();
    }

    /** The commitments in view on none of whose lines somebody works. */
    public List<Commitment> commitmentsWithoutActive() {
        return commitments().stream()
                .filter(commitment -> active(lines(commitment)).isEmpty())
                .toList();
    }

    /** The commitments in view that the source maps to no goal. */
    public List<Commitment> commitmentsWithoutGoal() {
        return commitments().stream()
                .filter(commitment -> commitment.goals().isEmpty())
                .toList();
    }

    /** Who facilitates some of these lines, those with most of them first, each with how many. */
    public static Map<Node, Integer> facilitators(List<Line> lines) {
        return counted(lines, Line::facilitators);
    }

    /** Who works on issues of some of these lines, those with most of them first, each with how many. */
    public static Map<Node, Integer> active(List<Line> lines) {
        return counted(lines, Line::active);
    }

    private static Map<Node, Integer> counted(List<Line> lines, Function<Line, List<Node>> who) {
        Map<Node, Integer> counts = new LinkedHashMap<>();
        lines.forEach(line -> who.apply(line).forEach(one -> counts.merge(one, 1, Integer::sum)));
        Map<Node, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Node, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().getURI()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** Its address on the site in a format, {@code .csv} say. */
    public String path(String ending) {
        return path(ending, objective);
    }

    /** The address of another objective's map, or of all of them. */
    public static String path(String ending, Optional<Node> objective) {
        return PATH
                + ending
                + objective.map(one -> "?objective=" + Names.slug(one)).orElse("");
    }
}
