package org.genevagraph.link.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.link.register.Entry;
import org.genevagraph.text.names.Name;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Reads our things from the graph: names, kinds, and where they are. */
public final class OwnThings {
    private static final Node OUTSIDE = Iris.concept("standing", "outside");
    private static final int FURTHEST = 5;

    private final Graph graph;
    private final boolean withOutside;

    private OwnThings(Graph graph, boolean withOutside) {
        this.graph = graph;
        this.withOutside = withOutside;
    }

    /**
     * All things of some types, in the order of their IRIs.
     *
     * @param types such as {@code organisation}
     * @param withOutside whether websites and seats count that only an outside register gives; what is measured must not
     */
    public static List<OwnThing> of(Graph graph, Collection<String> types, boolean withOutside) {
        OwnThings all = new OwnThings(graph, withOutside);
        Set<Node> named = new LinkedHashSet<>();
        graph.stream(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .forEach(named::add);
        List<OwnThing> things = new ArrayList<>();
        for (Node node : named) {
            Iris.parse(node.getURI())
                    .filter(id -> types.contains(id.kind()))
                    .ifPresent(id -> things.add(all.thing(node, id)));
        }
        things.sort(Comparator.comparing(OwnThing::iri));
        return things;
    }

    private OwnThing thing(Node node, Iris.Id id) {
        List<Entry.Name> names = new ArrayList<>();
        Set<String> acronyms = new HashSet<>(texts(node, GG.acronym));
        String label = id.slug();
        for (Node name : values(node, SKOS.prefLabel.asNode())) {
            add(name, true, names, acronyms);
            if (name.getLiteralLanguage().equals("en") || label.equals(id.slug())) {
                label = name.getLiteralLexicalForm();
            }
        }
        values(node, SKOS.altLabel.asNode()).forEach(name -> add(name, false, names, acronyms));
        Set<Node> where = new LinkedHashSet<>(values(node, GG.basedIn));
        String kind = values(node, GG.kind).stream()
                .flatMap(value -> Iris.parse(value.getURI()).stream())
                .map(concept -> concept.slug().substring(concept.slug().indexOf('/') + 1))
                .findFirst()
                .orElse(id.kind());
        Set<String> countries = new HashSet<>();
        Set<String> places = new HashSet<>();
        if (id.kind().equals("place")) {
            where.addAll(values(node, GG.within));
            if (kind.equals("country")) {
                where.add(node);
            }
        }
        where.forEach(place -> locate(place, countries, places, 0));
        if (withOutside) {
            values(node, SchemaDO.location.asNode()).forEach(place -> locateByIdentifier(place, countries, places));
        }
        return new OwnThing(
                node.getURI(),
                id.kind(),
                id.slug(),
                label,
                names,
                acronyms,
                new HashSet<>(texts(node, GG.symbol)),
                kind,
                countries,
                places,
                websites(node));
    }

    private static void add(Node name, boolean isMain, List<Entry.Name> names, Set<String> acronyms) {
        String text = name.getLiteralLexicalForm();
        if (Name.isAcronym(text)) {
            acronyms.add(text);
        } else {
            names.add(new Entry.Name(text, name.getLiteralLanguage(), isMain));
        }
    }

    /** Adds a place, and what it lies in, under all its names and identifiers. */
    private void locate(Node place, Set<String> countries, Set<String> places, int depth) {
        boolean isCountry =
                values(place, GG.kind).stream().anyMatch(kind -> kind.equals(Iris.concept("place-kind", "country")));
        boolean isRegion =
                values(place, GG.kind).stream().anyMatch(kind -> kind.equals(Iris.concept("place-kind", "region")));
        Set<String> signs = isCountry ? countries : isRegion ? new HashSet<>() : places;
        signs.addAll(texts(place, SKOS.prefLabel.asNode()));
        signs.addAll(texts(place, SKOS.altLabel.asNode()));
        values(place, SchemaDO.sameAs.asNode()).forEach(same -> signs.add(same.getURI()));
        if (depth < FURTHEST) {
            values(place, GG.within).forEach(wider -> locate(wider, countries, places, depth + 1));
        }
    }

    /** A seat that is given by an outside identifier is a place of ours if one of ours has the same. */
    private void locateByIdentifier(Node identifier, Set<String> countries, Set<String> places) {
        places.add(identifier.getURI());
        graph.stream(Node.ANY, SchemaDO.sameAs.asNode(), identifier)
                .map(Triple::getSubject)
                .filter(place -> Iris.parse(place.getURI())
                        .filter(id -> id.kind().equals("place"))
                        .isPresent())
                .forEach(place -> locate(place, countries, places, 0));
    }

    private Set<String> websites(Node node) {
        Set<String> websites = new HashSet<>();
        for (Node page : values(node, FOAF.homepage.asNode())) {
            boolean isOutside = graph.stream(Node.ANY, RDF.object.asNode(), page)
                    .map(Triple::getSubject)
                    .anyMatch(statement -> graph.contains(statement, RDF.subject.asNode(), node)
                            && graph.contains(statement, GG.standing, OUTSIDE));
            if (withOutside || !isOutside) {
                websites.add(page.isURI() ? page.getURI() : page.getLiteralLexicalForm());
            }
        }
        return websites;
    }

    private List<Node> values(Node node, Node property) {
        return graph.stream(node, property, Node.ANY).map(Triple::getObject).toList();
    }

    private List<String> texts(Node node, Node property) {
        return values(node, property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .toList();
    }
}
