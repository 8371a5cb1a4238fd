package org.genevagraph.page.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * The part of the network that a filter leaves.
 *
 * @param filter the filter
 * @param organisations the organisations that are tied, in the order of their IRIs
 * @param untied organisations that fit the filter and that nothing ties to another
 * @param ties what ties them
 */
public record Network(
        NetworkFilter filter, List<Organisation> organisations, List<Organisation> untied, List<Tie> ties) {
    /** An initiative that ties as many organisations as this is drawn as a point between them, instead of lines between all. */
    private static final int HUB = 3;

    /** Among more marks nobody finds anything, and a layout takes time with their square. */
    private static final int MOST_MARKS = 240;

    /** So many lines can still be told apart. */
    private static final int MOST_LINES = 900;

    private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::toString);

    /** Two organisations, in the order of their IRIs. */
    record Pair(Node one, Node other) {
        static Pair of(Tie tie) {
            return BY_IRI.compare(tie.source(), tie.target()) < 0
                    ? new Pair(tie.source(), tie.target())
                    : new Pair(tie.target(), tie.source());
        }
    }

    static Network of(Ties all, NetworkFilter filter) {
        List<Tie> ties = around(filter, fitting(all, filter));
        Set<Node> tied = new HashSet<>();
        ties.forEach(tie -> tied.addAll(List.of(tie.source(), tie.target())));
        List<Organisation> untied = filter.organisation().isPresent()
                ? List.of()
                : all.organisations().values().stream()
                        .filter(organisation -> !tied.contains(organisation.node()) && fits(organisation, filter))
                        .toList();
        List<Organisation> organisations = all.organisations().values().stream()
                .filter(organisation -> tied.contains(organisation.node())
                        || filter.organisation()
                                .filter(organisation.node()::equals)
                                .isPresent())
                .toList();
        return new Network(filter, organisations, untied, ties);
    }

    /**
     * The part that can be drawn and read: of too many organisations those with the most ties, the one in the middle first, with what ties these to
     * each other.
     */
    Network drawn() {
        if (isReadable()) {
            return this;
        }
        Map<Node, Set<Node>> neighbours = neighbours();
        List<Organisation> first = organisations.stream()
                .sorted(Comparator.comparing((Organisation one) -> !isMiddle(one))
                        .thenComparing(one ->
                                -neighbours.getOrDefault(one.node(), Set.of()).size()))
                .toList();
        // Between a number that can be read and one that cannot.
        int few = 1;
        int many = first.size();
        while (many - few > 1) {
            int between = (few + many) / 2;
            if (among(first.subList(0, between)).isReadable()) {
                few = between;
            } else {
                many = between;
            }
        }
        return among(first.subList(0, few));
    }

    private boolean isMiddle(Organisation organisation) {
        return filter.organisation().filter(organisation.node()::equals).isPresent();
    }

    private boolean isReadable() {
        Map<Node, Set<Node>> hubs = hubs();
        int toHubs = hubs.values().stream().mapToInt(Set::size).sum();
        return organisations.size() + hubs.size() <= MOST_MARKS && lines().size() + toHubs <= MOST_LINES;
    }

    /** What ties some of the organisations to each other. */
    private Network among(List<Organisation> some) {
        Set<Node> kept = some.stream().map(Organisation::node).collect(Collectors.toSet());
        List<Tie> between = ties.stream()
                .filter(tie -> kept.contains(tie.source()) && kept.contains(tie.target()))
                .toList();
        Set<Node> tied = new HashSet<>();
        between.forEach(tie -> tied.addAll(List.of(tie.source(), tie.target())));
        return new Network(
                filter,
                organisations.stream()
                        .filter(one -> tied.contains(one.node()) || isMiddle(one))
                        .toList(),
                untied,
                between);
    }

    private static boolean fits(Organisation organisation, NetworkFilter filter) {
        return filter.issue().map(organisation.issues()::contains).orElse(true)
                && filter.kind().map(organisation.kind()::equals).orElse(true);
    }

    private static List<Tie> fitting(Ties all, NetworkFilter filter) {
        Predicate<Tie> fits = tie ->
                filter.relation().equals(NetworkFilter.ANY) || filter.relation().equals(tie.key());
        if (filter.issue().isPresent()) {
            Node issue = filter.issue().get();
            fits = fits.and(tie ->
                    tie.via().filter(via -> all.issues(via).contains(issue)).isPresent()
                            || all.organisations().get(tie.source()).issues().contains(issue)
                            || all.organisations().get(tie.target()).issues().contains(issue));
        }
        if (filter.kind().isPresent()) {
            Node kind = filter.kind().get();
            fits = fits.and(tie -> all.organisations().get(tie.source()).kind().equals(kind)
                    || all.organisations().get(tie.target()).kind().equals(kind));
        }
        List<Tie> fitting = all.all().stream().filter(fits).toList();
        if (!filter.relation().equals(NetworkFilter.ANY)) {
            return fitting;
        }
        // Partners through an initiative are also involved in it; once is enough.
        Set<List<Object>> partners = new HashSet<>();
        fitting.stream()
                .filter(tie -> tie.relation().equals(Ties.PARTNER_OF))
                .forEach(tie -> partners.add(List.of(Pair.of(tie), tie.via())));
        return fitting.stream()
                .filter(tie -> !tie.key().equals(Tie.INVOLVED) || !partners.contains(List.of(Pair.of(tie), tie.via())))
                .toList();
    }

    /** The ties among those that are near enough to the organisation in the middle, if there is one. */
    private static List<Tie> around(NetworkFilter filter, List<Tie> ties) {
        if (filter.organisation().isEmpty()) {
            return ties;
        }
        Set<Node> near = new HashSet<>(Set.of(filter.organisation().get()));
        for (int step = 0; step < filter.steps(); step++) {
            Set<Node> reached = new HashSet<>();
            for (Tie tie : ties) {
                if (near.contains(tie.source()) || near.contains(tie.target())) {
                    reached.addAll(List.of(tie.source(), tie.target()));
                }
            }
            near.addAll(reached);
        }
        return ties.stream()
                .filter(tie -> near.contains(tie.source()) && near.contains(tie.target()))
                .toList();
    }

    /** Which organisations each one is tied to. */
    Map<Node, Set<Node>> neighbours() {
        Map<Node, Set<Node>> neighbours = new HashMap<>();
        for (Tie tie : ties) {
            neighbours.computeIfAbsent(tie.source(), any -> new HashSet<>()).add(tie.target());
            neighbours.computeIfAbsent(tie.target(), any -> new HashSet<>()).add(tie.source());
        }
        return neighbours;
    }

    /** The initiatives that are drawn as points, each with the organisations that it ties. */
    Map<Node, Set<Node>> hubs() {
        Map<Node, Set<Node>> tied = new TreeMap<>(BY_IRI);
        for (Tie tie : ties) {
            tie.via()
                    .ifPresent(via -> tied.computeIfAbsent(via, any -> new TreeSet<>(BY_IRI))
                            .addAll(List.of(tie.source(), tie.target())));
        }
        tied.values().removeIf(organisations -> organisations.size() < HUB);
        return tied;
    }

    /** The ties of each two organisations that are drawn as a line between them: all but those through a point. */
    Map<Pair, List<Tie>> lines() {
        Set<Node> hubs = new LinkedHashSet<>(hubs().keySet());
        Map<Pair, List<Tie>> lines = new LinkedHashMap<>();
        for (Tie tie : ties) {
            if (tie.via().filter(hubs::contains).isEmpty()) {
                lines.computeIfAbsent(Pair.of(tie), any -> new ArrayList<>()).add(tie);
            }
        }
        return lines;
    }
}
