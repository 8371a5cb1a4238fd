package org.genevagraph.page.network;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.NaturalOrder;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.vocabulary.Iris;

/**
 * What the network page shows under a filter.
 *
 * @param filter the filter
 * @param named what the filter's issue, kind and organisation are called, by the names of the parameters
 * @param picture the picture; of a large network the part that can be read
 * @param legend the colours and shapes in the picture
 * @param rows the same as a table, by name
 * @param untied the first of the organisations that fit and are tied to none, by name
 * @param extent how large the whole network is
 * @param relations the relations that can be chosen, with their numbers of ties under the rest of the filter
 * @param issues the issues that can be chosen
 * @param kinds the kinds that can be chosen, with their numbers of organisations
 * @param organisations the names of the organisations with the most ties
 */
public record NetworkPage(
        NetworkFilter filter,
        Map<String, String> named,
        NetworkPicture picture,
        List<Legend> legend,
        List<Row> rows,
        List<Link> untied,
        Extent extent,
        List<Choice> relations,
        List<Choice> issues,
        List<Choice> kinds,
        List<String> organisations,
        Files files) {
    /** Of more organisations a headline tells only how many they are. */
    private static final int MOST_NAMED = 3;

    /** So wide the legend is at least. */
    private static final int LEGEND_WIDTH = 720;

    /** So many of those without a tie are listed, and so many names offered: of more a page would be slow to come. */
    private static final int MOST_LISTED = 2_000;

    /** Where it stands. */
    public static final String PATH = "/network";

    /**
     * Something that can be chosen.
     *
     * @param value its value as a parameter
     * @param name what it is called
     * @param count how many there are
     * @param chosen whether it is chosen
     */
    public record Choice(String value, String name, int count, boolean chosen) {}

    /**
     * Kinds of organisation in the picture that share a colour.
     *
     * @param style their CSS class
     * @param colour their colour on a light ground
     * @param outline their shape as an SVG path around 9, 9
     * @param kinds what they are called, each with its number of organisations in the picture
     */
    public record Legend(String style, String colour, String outline, List<Choice> kinds) {}

    /**
     * A row of the table.
     *
     * @param organisation the organisation
     * @param acronym its acronym; empty if it has none
     * @param kind what its kind is called
     * @param ties to how many organisations it is tied
     * @param groups what ties it, by relation and initiative
     */
    public record Row(Link organisation, String acronym, String kind, int ties, List<Group> groups) {}

    /**
     * Ties of one organisation by the same relation through the same initiative.
     *
     * @param relation what the relation is called
     * @param incoming whether the others stand in the relation to the organisation, not the other way around
     * @param involved whether the relation is just being involved in the same initiative
     * @param via the initiative
     * @param ends the others
     */
    public record Group(String relation, boolean incoming, boolean involved, Optional<Link> via, List<End> ends) {}

    /**
     * The other organisation of a tie.
     *
     * @param organisation the organisation
     * @param standing how sure the tie is
     * @param why where the site proves it
     */
    public record End(Link organisation, String standing, String why) {}

    /**
     * How large a network is, of which a part may be drawn.
     *
     * @param organisations how many organisations are tied
     * @param ties how many ties there are
     * @param first how many organisations have as many ties as the one with the most
     * @param untied how many organisations fit and are tied to none
     */
    public record Extent(int organisations, int ties, int first, int untied) {
        static Extent of(Network network, Map<Node, Integer> counts) {
            int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
            int first = (int)
                    counts.values().stream().filter(count -> count == most).count();
            return new Extent(
                    network.organisations().size(),
                    network.ties().size(),
                    first,
                    network.untied().size());
        }
    }

    /** What the picture shows today: who has the most ties, or how many the organisation in the middle has; empty if nobody has any. */
    public String headline(Site site) {
        int most = rows.stream().mapToInt(Row::ties).max().orElse(0);
        if (most == 0) {
            return "";
        }
        Optional<Row> middle = middle();
        if (middle.isPresent()) {
            int ties = middle.get().ties();
            return site.agreed(site.text(
                    ties == 1 ? "network.headline.around-one" : "network.headline.around",
                    spoken(middle.get(), site),
                    site.number(ties)));
        }
        if (extent.first() > MOST_NAMED) {
            return site.text("network.headline.many", site.number(extent.first()), site.number(most));
        }
        List<String> first = rows.stream()
                .filter(row -> row.ties() == most)
                .map(row -> spoken(row, site))
                .toList();
        if (first.size() == 1) {
            return site.agreed(site.text(
                    "network.headline.one", first.get(0), site.number(most), site.number(extent.organisations() - 1)));
        }
        return site.agreed(site.text("network.headline.several", site.listed(first), site.number(most)));
    }

    /** The row of the organisation around which the picture is drawn, if one was asked for and has ties. */
    public Optional<Row> middle() {
        return filter.organisation()
                .flatMap(one -> rows.stream()
                        .filter(row -> row.organisation().path().equals(Paths.of(one.getURI())))
                        .findFirst());
    }

    /** How wide the picture with its legend is. */
    public int width() {
        return (int) Math.ceil(Math.max(picture.width(), LEGEND_WIDTH));
    }

    /** What the picture shows, in words: how many organisations and ties, and by what they are chosen. */
    public String summary(Site site) {
        StringBuilder summary = new StringBuilder(
                site.text("network.count", site.number(extent.organisations()), site.number(extent.ties())));
        relations.stream()
                .filter(choice -> choice.chosen() && !choice.name().isEmpty())
                .forEach(choice -> summary.append(' ').append(site.text("network.onRelation", choice.name())));
        named.forEach((parameter, name) -> summary.append(' ').append(site.text("network.on." + parameter, name)));
        if (rows.size() < extent.organisations()) {
            summary.append(' ').append(site.text("network.drawn", site.number(rows.size())));
        }
        return summary.toString();
    }

    private String spoken(Row row, Site site) {
        String iri = Iris.BASE + row.organisation().path().substring(1);
        boolean translated = files.labels().has(NodeFactory.createURI(iri), site.language());
        return site.named(row.organisation().name(), iri, translated);
    }

    /** What the other formats are made of. */
    public record Files(Network network, Labels labels, Language language) {}

    static NetworkPage of(Ties ties, NetworkFilter filter, Labels labels, Language language) {
        Network network = Network.of(ties, filter);
        Network drawn = network.drawn();
        Map<Node, Integer> counts = new HashMap<>();
        network.neighbours().forEach((node, others) -> counts.put(node, others.size()));
        Map<String, String> named = new TreeMap<>();
        filter.issue().ifPresent(issue -> named.put("issue", labels.of(issue, language)));
        filter.kind().ifPresent(kind -> named.put("kind", labels.of(kind, language)));
        filter.organisation().ifPresent(one -> named.put("organisation", labels.of(one, language)));
        Names names = new Names(labels, language);
        return new NetworkPage(
                filter,
                named,
                NetworkPicture.of(ties, network, drawn, labels, language),
                Choices.legend(drawn, names),
                Rows.of(drawn, counts, names),
                network.untied().stream()
                        .map(organisation -> names.link(organisation.node()))
                        .sorted(Names.BY_NAME)
                        .limit(MOST_LISTED)
                        .toList(),
                Extent.of(network, counts),
                Choices.relations(ties, filter, names),
                Choices.issues(ties, filter, names),
                Choices.kinds(ties, filter, names),
                ties.organisations().keySet().stream()
                        .sorted(Comparator.comparing(node -> -counts.getOrDefault(node, 0)))
                        .limit(MOST_LISTED)
                        .map(names::of)
                        .sorted(new NaturalOrder())
                        .toList(),
                new Files(network, labels, language));
    }
}
