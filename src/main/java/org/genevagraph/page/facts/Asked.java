package org.genevagraph.page.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Link;
import org.genevagraph.vocabulary.GG;

/**
 * What the passages of a document ask of somebody.
 *
 * @param of the body, initiative or class of actors that is asked
 * @param passages which passages ask, in the order of the text, and for what
 */
public record Asked(Link of, List<Tie> passages) {
    public Asked {
        passages = List.copyOf(passages);
    }

    /** How many things are asked. */
    public long requests() {
        return passages.stream().mapToLong(passage -> passage.facts().size()).sum();
    }

    /** Everything that the passages of a document ask, or that belongs to it while another text reproduces it, by the names of those who are asked. */
    public static List<Asked> in(Node document, Wording words) {
        Statements statements = new Statements(words);
        Map<Node, Map<Node, List<Node>>> asked = new LinkedHashMap<>();
        words.inOrder(Stream.concat(
                                words.subjects(GG.inDocument, document),
                                words.subjects(DCTerms.isPartOf.asNode(), document)
                                        .filter(part -> words.facts()
                                                .graph()
                                                .contains(part, RDF.predicate.asNode(), GG.requests))
                                        .map(statements::subject))
                        .distinct())
                .forEach(passage -> words.subjects(RDF.subject.asNode(), passage)
                        .filter(statement -> statements.predicate(statement).equals(GG.requests))
                        .sorted(Comparator.comparing(Node::getURI))
                        .forEach(statement -> asked.computeIfAbsent(
                                        statements.object(statement), any -> new LinkedHashMap<>())
                                .computeIfAbsent(passage, any -> new ArrayList<>())
                                .add(statement)));
        return asked.entrySet().stream()
                .map(entry -> new Asked(
                        words.link(entry.getKey()),
                        entry.getValue().entrySet().stream()
                                .map(passage -> tie(passage.getKey(), passage.getValue(), words, statements))
                                .toList()))
                .sorted(Comparator.comparing(Asked::of, Wording.BY_NAME))
                .toList();
    }

    private static Tie tie(Node passage, List<Node> requests, Wording words, Statements statements) {
        return new Tie(
                words.link(passage),
                words.text(passage, GG.topic),
                new Dates("", ""),
                requests.stream()
                        .map(statement -> statements.fact(statement, passage, statements.object(statement)))
                        .toList());
    }
}
