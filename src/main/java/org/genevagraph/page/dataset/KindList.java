package org.genevagraph.page.dataset;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.page.kinds.KindPage;
import org.genevagraph.query.answer.Result;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/** The kinds of thing as programs take them: as rows, or as a graph. */
public final class KindList {
    private static final List<Var> COLUMNS =
            Stream.of("kind", "kindLabel", "list", "things").map(Var::alloc).toList();

    private KindList() {}

    /** The kinds as rows: the word in IRIs, the name, the IRI of the list, and how many there are. */
    public static Result rows(List<KindPage.Count> kinds) {
        return new Result.Rows(
                COLUMNS,
                kinds.stream()
                        .map(kind -> Binding.builder()
                                .add(COLUMNS.get(0), Literals.text(kind.kind()))
                                .add(
                                        COLUMNS.get(1),
                                        Literals.english(kind.type().name()))
                                .add(COLUMNS.get(2), list(kind))
                                .add(COLUMNS.get(3), Literals.integer(String.valueOf(kind.things())))
                                .build())
                        .toList());
    }

    /** The kinds as a graph: a collection of the lists, each with its name and how many things it has. */
    public static Result graph(List<KindPage.Count> kinds) {
        Graph graph =
                ThingList.collection("", kinds.stream().map(KindList::list).toList());
        for (KindPage.Count kind : kinds) {
            graph.add(
                    list(kind),
                    RDFS.label.asNode(),
                    Literals.english(kind.type().name()));
            graph.add(list(kind), GG.kindName, Literals.text(kind.kind()));
            graph.add(list(kind), ThingList.hydra("totalItems"), Literals.integer(String.valueOf(kind.things())));
        }
        return new Result.Triples(graph);
    }

    private static Node list(KindPage.Count kind) {
        return NodeFactory.createURI(Iris.BASE + "id/" + kind.kind());
    }
}
