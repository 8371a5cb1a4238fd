package org.genevagraph.page.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.genevagraph.page.NaturalOrder;
import org.genevagraph.page.network.NetworkPage.Choice;
import org.genevagraph.page.network.NetworkPage.Legend;

/** What can be chosen in the network's form, and what its colours stand for. */
final class Choices {
    private Choices() {}

    static List<Legend> legend(Network network, Names names) {
        Map<KindGroup, Map<Node, Long>> groups = new TreeMap<>();
        network.organisations().stream()
                .collect(Collectors.groupingBy(Organisation::kind, Collectors.counting()))
                .forEach((kind, count) -> groups.computeIfAbsent(
                                KindGroup.of(kind), any -> new TreeMap<>(Comparator.comparing(Node::toString)))
                        .put(kind, count));
        List<Legend> legend = new ArrayList<>();
        groups.forEach((group, kinds) -> legend.add(new Legend(
                group.style(),
                group.colour(),
                group.outline(9, 9, 6),
                kinds.entrySet().stream()
                        .map(kind -> new Choice(
                                NetworkFilter.kindSlug(kind.getKey()),
                                names.of(kind.getKey()),
                                kind.getValue().intValue(),
                                network.filter()
                                        .kind()
                                        .filter(kind.getKey()::equals)
                                        .isPresent()))
                        .sorted(Comparator.comparing(Choice::count).reversed().thenComparing(Choice::name))
                        .toList())));
        return legend;
    }

    static List<Choice> relations(Ties ties, NetworkFilter filter, Names names) {
        Map<String, Node> relations = new TreeMap<>();
        ties.all().forEach(tie -> relations.put(tie.key(), tie.relation()));
        List<Choice> choices = relations.entrySet().stream()
                .map(relation -> choice(relation.getKey(), names.of(relation.getValue()), ties, filter))
                .filter(choice -> choice.count() > 0 || choice.chosen())
                .sorted(Comparator.comparing((Choice choice) -> !choice.value().equals(NetworkFilter.USUAL))
                        .thenComparing(choice -> !choice.value().equals(Tie.INVOLVED))
                        .thenComparing(choice -> -choice.count())
                        .thenComparing(Choice::name))
                .toList();
        return Stream.concat(choices.stream(), Stream.of(choice(NetworkFilter.ANY, "", ties, filter)))
                .toList();
    }

    private static Choice choice(String relation, String name, Ties ties, NetworkFilter filter) {
        int count = Network.of(ties, filter.withRelation(relation)).ties().size();
        return new Choice(relation, name, count, filter.relation().equals(relation));
    }

    static List<Choice> issues(Ties ties, NetworkFilter filter, Names names) {
        Map<Node, Long> counts = Stream.concat(
                        ties.all().stream()
                                .flatMap(tie -> tie.via().stream())
                                .distinct()
                                .flatMap(via -> ties.issues(via).stream()),
                        ties.organisations().values().stream().flatMap(one -> one.issues().stream()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        filter.issue().ifPresent(issue -> counts.putIfAbsent(issue, 0L));
        return counts.entrySet().stream()
                .map(issue -> new Choice(
                        Tie.slug(issue.getKey()),
                        names.of(issue.getKey()),
                        issue.getValue().intValue(),
                        filter.issue().filter(issue.getKey()::equals).isPresent()))
                .sorted(Comparator.comparing(Choice::name, new NaturalOrder()).thenComparing(Choice::value))
                .toList();
    }

    static List<Choice> kinds(Ties ties, NetworkFilter filter, Names names) {
        return ties.organisations().values().stream()
                .map(Organisation::kind)
                .filter(Node::isURI)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> new Choice(
                        NetworkFilter.kindSlug(kind.getKey()),
                        names.of(kind.getKey()),
                        kind.getValue().intValue(),
                        filter.kind().filter(kind.getKey()::equals).isPresent()))
                .sorted(Comparator.comparing(Choice::name, new NaturalOrder()))
                .toList();
    }
}
