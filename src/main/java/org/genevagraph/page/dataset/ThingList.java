package org.genevagraph.page.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.page.kinds.KindPage;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.answer.RowFilter;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;
import org.genevagraph.vocabulary.Prefixes;

/** Things as programs take a list of them: as rows, or as a graph with their names, kinds and descriptions. */
public final class ThingList {
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final String PLACE = "place";
    private static final String COUNTRY = "country";
    private static final Set<String> WHERE = Set.of(PLACE, COUNTRY);
    private static final Map<String, Sorting> SORTINGS = sortings();
    private static final List<Var> COLUMNS = Stream.concat(
                    Stream.of("thing", "thingLabel", "acronym", "kind", "kindLabel", "description"),
                    SORTINGS.keySet().stream()
                            .filter(facet -> !facet.equals("kind"))
                            .flatMap(facet -> Stream.of(facet, facet + "Label")))
            .map(Var::alloc)
            .toList();
    private static final List<Node> DESCRIBING =
            List.of(GG.summary, SKOS.definition.asNode(), DCTerms.description.asNode(), RDFS.comment.asNode());
    private static final List<Node> TOLD = List.of(
            RDF.type.asNode(),
            RDFS.label.asNode(),
            SKOS.prefLabel.asNode(),
            SKOS.altLabel.asNode(),
            GG.acronym,
            GG.kind,
            GG.summary,
            SKOS.definition.asNode());

    private ThingList() {}

    /** What sorts the things of a list: to some no value, to a few more than one. */
    private interface Sorting {
        Stream<Node> of(FactGraph facts, Node thing);
    }

    private static Map<String, Sorting> sortings() {
        Map<String, Sorting> sortings = new LinkedHashMap<>();
        sortings.put("kind", (facts, thing) -> facts.one(thing, GG.kind).stream());
        sortings.put("basket", (facts, thing) -> KindPage.basket(facts, thing).stream());
        sortings.put("objective", (facts, thing) -> facts.one(thing, GG.inObjective).stream());
        sortings.put("coverage", (facts, thing) -> facts.one(thing, GG.coverage).stream());
        sortings.put("status", (facts, thing) -> facts.one(thing, GG.status).stream());
        sortings.put(PLACE, (facts, thing) -> Whereabouts.places(facts, thing).stream());
        sortings.put(COUNTRY, (facts, thing) -> Whereabouts.countries(facts, thing).stream());
        return sortings;
    }

    /** By what readers choose among the things of a list, as columns of its rows. */
    public static List<String> facets() {
        return List.copyOf(SORTINGS.keySet());
    }

    /**
     * The things as rows: IRI, name, acronyms separated by {@code |}, description, and what sorts them, each with its name; several values are
     * separated by {@code |} as well.
     */
    public static Result.Rows rows(FactGraph facts, List<Node> things) {
        List<Binding> rows = new ArrayList<>();
        for (Node thing : things) {
            BindingBuilder row = Binding.builder();
            row.add(COLUMNS.get(0), thing);
            row.add(COLUMNS.get(1), Literals.english(facts.label(thing)));
            add(
                    row,
                    "acronym",
                    facts.all(thing, GG.acronym).stream()
                            .map(Node::getLiteralLexicalForm)
                            .sorted()
                            .collect(Collectors.joining(RowFilter.BETWEEN)));
            add(
                    row,
                    "description",
                    DESCRIBING.stream()
                            .map(property -> facts.text(thing, property))
                            .filter(text -> !text.isEmpty())
                            .findFirst()
                            .orElse(""));
            SORTINGS.forEach(
                    (facet, sorting) -> add(row, facet, sorting.of(facts, thing).toList(), facts));
            rows.add(row.build());
        }
        return new Result.Rows(COLUMNS, rows);
    }

    /**
     * What a value by which readers choose is called.
     *
     * @param row a row that has it
     * @param value the value, as addresses choose by it
     */
    public static String name(Wording words, Binding row, String facet, String value) {
        return WHERE.contains(facet)
                ? Whereabouts.name(words.facts(), words.labels(), value, words.language())
                : words.labels().of(row.get(Var.alloc(facet)), words.language());
    }

    private static void add(BindingBuilder row, String facet, List<Node> values, FactGraph facts) {
        if (values.isEmpty()) {
            return;
        }
        String names = values.stream()
                .map(value -> value.isLiteral() ? value.getLiteralLexicalForm() : facts.label(value))
                .collect(Collectors.joining(RowFilter.BETWEEN));
        row.add(Var.alloc(facet + "Label"), Literals.english(names));
        row.add(
                Var.alloc(facet),
                values.size() == 1
                        ? values.get(0)
                        : Literals.text(values.stream()
                                .map(value -> value.isURI() ? value.getURI() : value.getLiteralLexicalForm())
                                .collect(Collectors.joining(RowFilter.BETWEEN))));
    }

    private static void add(BindingBuilder row, String column, String text) {
        if (!text.isEmpty()) {
            row.add(Var.alloc(column), Literals.text(text));
        }
    }

    /** The things of rows. */
    public static List<Node> things(Result.Rows rows) {
        return rows.rows().stream().map(row -> row.get(COLUMNS.get(0))).toList();
    }

    /**
     * The things as a graph: the list with its members, and what each is and is called.
     *
     * @param list the kind, with what was chosen by if these are not all things of it
     */
    public static Result graph(FactGraph facts, String list, List<Node> things) {
        Graph graph = collection(list, things);
        for (Node thing : things) {
            TOLD.forEach(
                    property -> facts.graph().stream(thing, property, Node.ANY).forEach(graph::add));
        }
        return new Result.Triples(graph);
    }

    /** A collection at the path of a kind, or the one of all kinds if it is empty. */
    static Graph collection(String kind, List<Node> members) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(Prefixes.ALL);
        Node list = NodeFactory.createURI(Iris.BASE + (kind.isEmpty() ? "id" : "id/" + kind));
        graph.add(list, RDF.type.asNode(), hydra("Collection"));
        graph.add(list, hydra("totalItems"), Literals.integer(String.valueOf(members.size())));
        members.forEach(member -> graph.add(list, hydra("member"), member));
        return graph;
    }

    static Node hydra(String name) {
        return NodeFactory.createURI(HYDRA + name);
    }
}
