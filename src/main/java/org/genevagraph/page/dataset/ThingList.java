package org.genevagraph.page.dataset;

import java.util.ArrayList;
import java.util.List;
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
import org.genevagraph.query.answer.Result;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;
import org.genevagraph.vocabulary.Prefixes;

/** Things as programs take a list of them: as rows, or as a graph with their names, kinds and descriptions. */
public final class ThingList {
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final List<Var> COLUMNS = Stream.of(
                    "thing", "thingLabel", "acronym", "kind", "kindLabel", "description")
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

    /** The things as rows: IRI, name, acronyms, kinds with their names, description; several values are separated by {@code |}. */
    public static Result rows(FactGraph facts, List<Node> things) {
        List<Binding> rows = new ArrayList<>();
        for (Node thing : things) {
            BindingBuilder row = Binding.builder();
            row.add(COLUMNS.get(0), thing);
            row.add(COLUMNS.get(1), Literals.english(facts.label(thing)));
            add(row, 2, facts.all(thing, GG.acronym).stream().map(Node::getLiteralLexicalForm));
            add(row, 3, facts.all(thing, GG.kind).stream().map(Node::getURI));
            add(row, 4, facts.all(thing, GG.kind).stream().map(facts::label));
            add(
                    row,
                    5,
                    DESCRIBING.stream()
                            .map(property -> facts.text(thing, property))
                            .filter(text -> !text.isEmpty())
                            .limit(1));
            rows.add(row.build());
        }
        return new Result.Rows(COLUMNS, rows);
    }

    private static void add(BindingBuilder row, int column, Stream<String> values) {
        String text = values.sorted().collect(Collectors.joining(" | "));
        if (!text.isEmpty()) {
            row.add(COLUMNS.get(column), Literals.text(text));
        }
    }

    /** The things as a graph: the list with its members, and what each is and is called. */
    public static Result graph(FactGraph facts, String kind, List<Node> things) {
        Graph graph = collection(kind, things);
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
