package org.genevagraph.page.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Link;
import org.genevagraph.page.network.NetworkPage.End;
import org.genevagraph.page.network.NetworkPage.Group;
import org.genevagraph.page.network.NetworkPage.Row;

/** The rows of the network's table. */
final class Rows {
    private Rows() {}

    /** Those of a part of a network; each organisation tells to how many it is tied in the whole. */
    static List<Row> of(Network network, Map<Node, Integer> counts, Names names) {
        return network.organisations().stream()
                .map(organisation -> new Row(
                        names.link(organisation.node()),
                        names.acronym(organisation.node()),
                        names.of(organisation.kind()),
                        counts.getOrDefault(organisation.node(), 0),
                        groups(organisation.node(), network, names)))
                .sorted(Comparator.comparing(Row::organisation, Names.BY_NAME))
                .toList();
    }

    private static List<Group> groups(Node organisation, Network network, Names names) {
        Map<List<Object>, List<Tie>> groups = new LinkedHashMap<>();
        for (Tie tie : network.ties()) {
            if (tie.joins(organisation)) {
                boolean incoming = !tie.symmetric() && tie.target().equals(organisation);
                groups.computeIfAbsent(List.of(tie.relation(), incoming, tie.via()), any -> new ArrayList<>())
                        .add(tie);
            }
        }
        return groups.values().stream()
                .map(ties -> group(organisation, ties, names))
                .sorted(Comparator.comparing(Group::relation)
                        .thenComparing(Group::incoming)
                        .thenComparing(group -> group.via().map(Link::name).orElse("")))
                .toList();
    }

    private static Group group(Node organisation, List<Tie> ties, Names names) {
        Tie first = ties.get(0);
        return new Group(
                names.of(first.relation()),
                !first.symmetric() && first.target().equals(organisation),
                first.key().equals(Tie.INVOLVED),
                first.via().map(names::within),
                ties.stream()
                        .map(tie -> new End(
                                names.link(tie.other(organisation)), TieSentence.sureness(tie), TieSentence.why(tie)))
                        .sorted(Comparator.comparing(End::organisation, Names.BY_NAME))
                        .toList());
    }
}
