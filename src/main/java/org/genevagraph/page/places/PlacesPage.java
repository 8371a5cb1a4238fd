package org.genevagraph.page.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.NaturalOrder;
import org.genevagraph.page.Paths;
import org.genevagraph.query.answer.Result;

/**
 * Places with what stands there, as a list: the rows of the query {@code places}, gathered by place.
 *
 * @param towns the places, by name
 * @param kind the kind of thing that is shown; empty for all
 */
public record PlacesPage(List<Town> towns, String kind) {
    /** Where it stands. */
    public static final String PATH = "/places";

    /** The query that it shows. */
    public static final String QUERY = "places";

    /** The kinds of thing that can be chosen. */
    public static final List<String> KINDS = List.of("organisation", "initiative", "place");

    /**
     * A place.
     *
     * @param name what it is called
     * @param path the path of its page; empty if the graph does not have it as a place
     * @param latitude its latitude; empty if nobody gives it
     * @param longitude its longitude
     * @param origin the address of whoever gives the coordinates
     * @param there what stands there, by name
     */
    public record Town(
            String name, Optional<String> path, String latitude, String longitude, String origin, List<There> there) {
        /** Whether somebody gives its coordinates. */
        public boolean isPlaced() {
            return !latitude.isEmpty();
        }
    }

    /**
     * Something that stands at a place.
     *
     * @param thing the thing
     * @param said what says so
     */
    public record There(Link thing, List<Said> said) {
        public There {
            said = List.copyOf(said);
        }
    }

    /**
     * Who says that something stands at a place.
     *
     * @param relation how it has to do with the place, in words
     * @param outside the address of the outside source that says so; empty if a source text does
     * @param passages the passages that say so
     */
    public record Said(String relation, String outside, List<Link> passages) {}

    /** Gathers the rows of an answer. */
    public static PlacesPage of(Result.Rows rows, String kind, Labels labels, Language language) {
        TreeMap<String, List<Binding>> places = new TreeMap<>(new NaturalOrder());
        for (Binding row : rows.rows()) {
            places.computeIfAbsent(name(row, labels, language), any -> new ArrayList<>())
                    .add(row);
        }
        List<Town> towns = new ArrayList<>();
        places.forEach((name, there) -> towns.add(town(name, there, labels, language)));
        return new PlacesPage(towns, kind);
    }

    private static String name(Binding row, Labels labels, Language language) {
        Node place = row.get("place");
        return place == null ? labels.text(text(row, "placeLabel"), language).words() : labels.of(place, language);
    }

    private static Town town(String name, List<Binding> rows, Labels labels, Language language) {
        Binding first = rows.get(0);
        return new Town(
                name,
                Optional.ofNullable(first.get("place")).map(place -> Paths.of(place.getURI())),
                text(first, "latitude"),
                text(first, "longitude"),
                text(first, "origin"),
                there(rows, labels, language));
    }

    /** Each thing once, however many say that it is there. */
    private static List<There> there(List<Binding> rows, Labels labels, Language language) {
        Map<Node, List<Binding>> things = rows.stream()
                .filter(row -> row.get("relation") != null)
                .collect(Collectors.groupingBy(row -> row.get("thing"), LinkedHashMap::new, Collectors.toList()));
        return things.entrySet().stream()
                .map(thing -> new There(
                        new Link(
                                labels.of(thing.getKey(), language),
                                Paths.of(thing.getKey().getURI())),
                        thing.getValue().stream()
                                .map(row -> said(row, labels, language))
                                .distinct()
                                .toList()))
                .sorted(Comparator.comparing(there -> there.thing().name(), new NaturalOrder()))
                .toList();
    }

    private static Said said(Binding row, Labels labels, Language language) {
        String evidence = text(row, "evidence");
        return new Said(
                labels.of(row.get("relation"), language),
                text(row, "source"),
                evidence.isEmpty()
                        ? List.of()
                        : List.of(evidence.split(" ")).stream()
                                .map(passage -> new Link(
                                        labels.of(NodeFactory.createURI(passage), language), Paths.of(passage)))
                                .toList());
    }

    private static String text(Binding row, String column) {
        Node value = row.get(column);
        return value == null ? "" : value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }
}
