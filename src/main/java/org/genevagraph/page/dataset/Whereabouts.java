package org.genevagraph.page.dataset;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;
import org.genevagraph.vocabulary.Prefixes;
import org.genevagraph.vocabulary.Sssom;

/**
 * Where things are: the places that sources give, and the seats that outside registers give. What is a place of the graph is told by its IRI,
 * other towns and countries by their names: {@code Brussels, Belgium}.
 */
public final class Whereabouts {
    private static final Node SEAT = schema("location");
    private static final Node SAME = schema("sameAs");
    private static final Node ADDRESS = Sssom.slot("object_label");

    /** Between the parts of an address. */
    private static final String COMMA = ", ";

    private Whereabouts() {}

    /** The places in which a thing is based or takes place. */
    static Set<Node> places(FactGraph facts, Node thing) {
        Set<Node> places = new LinkedHashSet<>(facts.all(thing, GG.basedIn));
        places.addAll(facts.all(thing, GG.takesPlaceIn));
        for (Node seat : facts.all(thing, SEAT)) {
            Optional<Node> known = known(facts, seat);
            known.ifPresent(places::add);
            if (known.isEmpty()) {
                addresses(facts, thing, seat).map(Literals::english).forEach(places::add);
            }
        }
        return places;
    }

    /** The countries of these places, or the country in which a place lies. */
    static Set<Node> countries(FactGraph facts, Node thing) {
        Set<Node> countries = new LinkedHashSet<>();
        places(facts, thing).stream().filter(Node::isURI).forEach(place -> countries.addAll(around(facts, place)));
        if (isPlace(facts, thing) && !isCountry(facts, thing)) {
            countries.addAll(around(facts, thing));
        }
        facts.all(thing, SEAT).stream()
                .flatMap(seat -> addresses(facts, thing, seat))
                .map(Whereabouts::country)
                .map(country -> named(facts, country))
                .forEach(countries::add);
        return countries;
    }

    /**
     * What a place or a country is called.
     *
     * @param value as addresses choose by it: {@code place:geneva}, or the name of what is no place of the graph
     */
    public static String name(FactGraph facts, Labels labels, String value, Language language) {
        if (value.startsWith("place:")) {
            return labels.of(Iris.thing("place", value.substring("place:".length())), language);
        }
        // The French of an address has that of its country.
        return labels.translated(value, language)
                .or(() -> facts.graph().stream(Node.ANY, ADDRESS, Node.ANY)
                        .map(triple -> triple.getObject().getLiteralLexicalForm())
                        .filter(address -> address.endsWith(COMMA + value))
                        .sorted()
                        .flatMap(address -> labels.translated(address, language).stream())
                        .map(Whereabouts::country)
                        .findFirst())
                .orElse(value);
    }

    private static Optional<Node> known(FactGraph facts, Node seat) {
        return isPlace(facts, seat)
                ? Optional.of(seat)
                : Stream.of(SKOS.exactMatch.asNode(), SAME)
                        .flatMap(match -> facts.graph().stream(Node.ANY, match, seat))
                        .map(Triple::getSubject)
                        .filter(place -> isPlace(facts, place))
                        .findFirst();
    }

    /** How registers write the town in which a thing has its seat. */
    private static Stream<String> addresses(FactGraph facts, Node thing, Node seat) {
        return facts.graph().stream(Node.ANY, RDF.object.asNode(), seat)
                .map(Triple::getSubject)
                .filter(statement -> facts.graph().contains(statement, RDF.subject.asNode(), thing)
                        && facts.graph().contains(statement, RDF.predicate.asNode(), SEAT))
                .map(statement -> facts.text(statement, ADDRESS))
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream();
    }

    private static String country(String address) {
        return address.substring(address.lastIndexOf(COMMA) + (address.contains(COMMA) ? COMMA.length() : 1));
    }

    private static Node named(FactGraph facts, String country) {
        return facts.graph().stream(Node.ANY, RDF.type.asNode(), GG.Place)
                .map(Triple::getSubject)
                .filter(place -> isCountry(facts, place) && facts.label(place).equals(country))
                .findFirst()
                .orElseGet(() -> Literals.english(country));
    }

    /** The countries in which a place lies, be it through other places; itself if it is one. */
    private static Set<Node> around(FactGraph facts, Node place) {
        Set<Node> seen = new LinkedHashSet<>();
        for (Optional<Node> at = Optional.of(place); at.isPresent() && seen.add(at.get()); ) {
            at = facts.one(at.get(), GG.within);
        }
        seen.removeIf(at -> !isCountry(facts, at));
        return seen;
    }

    private static boolean isPlace(FactGraph facts, Node thing) {
        return facts.graph().contains(thing, RDF.type.asNode(), GG.Place);
    }

    private static boolean isCountry(FactGraph facts, Node place) {
        return facts.hasKind(place, "country");
    }

    private static Node schema(String name) {
        return NodeFactory.createURI(Prefixes.ALL.get("schema") + name);
    }
}
