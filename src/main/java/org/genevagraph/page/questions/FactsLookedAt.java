package org.genevagraph.page.questions;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEval;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.query.catalogue.header.LookedAt;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Whether a graph holds any of the facts that a query has to look at before it may say that there is nothing: without asking the query. */
final class FactsLookedAt {
    private final Graph graph;

    FactsLookedAt(Graph graph) {
        this.graph = graph;
    }

    /** Whether one of them names the thing, or what stands for it; so, too, if the query does not say what it looks at. */
    boolean name(Node thing, LookedAt looked) {
        if (looked.facts().isEmpty()) {
            return true;
        }
        Set<Node> named = new LinkedHashSet<>(Set.of(thing));
        looked.through().forEach(path -> reached(thing, path).forEachRemaining(named::add));
        return looked.facts().stream()
                .anyMatch(fact -> named.stream()
                        .flatMap(one -> others(one, fact))
                        .anyMatch(other -> isOf(other, looked.kinds())));
    }

    /** What a fact names besides a thing. */
    private Stream<Node> others(Node thing, Path fact) {
        if (!(fact instanceof P_Link relation)) {
            List<Node> reached = new ArrayList<>();
            reached(thing, fact).forEachRemaining(reached::add);
            return reached.stream();
        }
        return relations(relation.getNode()).stream()
                .flatMap(one -> Stream.of(
                                graph.stream(thing, one, Node.ANY).map(Triple::getObject),
                                graph.stream(Node.ANY, one, thing).map(Triple::getSubject),
                                through(thing, one))
                        .flatMap(found -> found));
    }

    /** What is said by a relation and runs through a thing. */
    private Stream<Node> through(Node thing, Node relation) {
        return graph.stream(Node.ANY, GG.via, thing)
                .map(Triple::getSubject)
                .filter(statement -> graph.contains(statement, RDF.predicate.asNode(), relation))
                .flatMap(statement -> graph.stream(statement, RDF.object.asNode(), Node.ANY))
                .map(Triple::getObject);
    }

    /** A relation and those below it. */
    private Set<Node> relations(Node relation) {
        Set<Node> all = new LinkedHashSet<>(Set.of(relation));
        for (List<Node> found = List.of(relation); !found.isEmpty(); ) {
            found = found.stream()
                    .flatMap(one -> graph.stream(Node.ANY, RDFS.subPropertyOf.asNode(), one))
                    .map(Triple::getSubject)
                    .filter(all::add)
                    .toList();
        }
        return all;
    }

    private Iterator<Node> reached(Node thing, Path path) {
        return PathEval.eval(graph, thing, path, Context.emptyContext());
    }

    private static boolean isOf(Node other, List<String> kinds) {
        return kinds.isEmpty()
                || (other.isURI()
                        && Iris.parse(other.getURI())
                                .filter(id -> kinds.contains(id.kind()))
                                .isPresent());
    }
}
