package org.genevagraph.snapshot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/**
 * A graph of facts and passages, and what is asked of it again and again.
 *
 * @param graph everything that a snapshot holds
 */
public record FactGraph(Graph graph) {
    /** All things of a class. */
    public Stream<Node> instances(Node type) {
        return graph.stream(Node.ANY, RDF.type.asNode(), type).map(Triple::getSubject);
    }

    /** The first value of a property. */
    public Optional<Node> one(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).findFirst();
    }

    /** All values of a property. */
    public Set<Node> all(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The first value of a property as text; empty if there is none. */
    public String text(Node subject, Node property) {
        return one(subject, property).map(Node::getLiteralLexicalForm).orElse("");
    }

    /** The literal that a property has, of several the first in alphabetical order whatever the order of the graph; empty if there is none. */
    public String firstText(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** What people call it; the end of its IRI if it has no name. */
    public String label(Node node) {
        return one(node, RDFS.label.asNode())
                .map(Node::getLiteralLexicalForm)
                .orElseGet(() -> Iris.parse(node.getURI()).map(Iris.Id::slug).orElse(node.getURI()));
    }

    /** Whether a statement says something on its own: no rule derived it, and it is not another one said from the other end. */
    public boolean isAsserted(Node statement) {
        return one(statement, GG.derivedBy).isEmpty()
                && one(statement, GG.reverseOf).isEmpty();
    }

    /** Whether a thing is of a kind, by the last part of the kind's IRI. */
    public boolean hasKind(Node thing, String kind) {
        return all(thing, GG.kind).stream().anyMatch(node -> node.getURI().endsWith("/" + kind));
    }

    /** Whether a passage only says what those below it are about; a fact may cite it all the same, but none is missed. */
    public boolean isHeading(Node passage) {
        return hasKind(passage, "heading") || hasKind(passage, "section") || hasKind(passage, "header");
    }

    /** A concept and everything below it in its scheme: a basket, its issues, their topics. */
    public Set<Node> narrowed(Node concept) {
        return closed(
                concept,
                node -> graph.stream(Node.ANY, SKOS.broader.asNode(), node).map(Triple::getSubject));
    }

    /** A concept and everything above it in its scheme. */
    public Set<Node> widened(Node concept) {
        return closed(concept, node -> all(node, SKOS.broader.asNode()).stream());
    }

    private static Set<Node> closed(Node start, Function<Node, Stream<Node>> next) {
        Set<Node> reached = new LinkedHashSet<>();
        Deque<Node> waiting = new ArrayDeque<>(Set.of(start));
        while (!waiting.isEmpty()) {
            Node node = waiting.remove();
            if (reached.add(node)) {
                next.apply(node).forEach(waiting::add);
            }
        }
        return reached;
    }

    /** A passage's place in its document, counted from 1. */
    public int position(Node passage) {
        return Integer.parseInt(text(passage, GG.position));
    }

    /** The IRI of a passage's document; empty if it is in none. */
    public String documentOf(Node passage) {
        return one(passage, GG.inDocument).map(Node::getURI).orElse("");
    }

    /** The language of the text that a passage is from, as its code; English if no table says. */
    public String languageOf(Node passage) {
        return one(passage, GG.inDocument).map(this::textLanguage).orElse(Literals.ENGLISH);
    }

    /** The language of the text of a document, as its code; English if no table says. */
    public String textLanguage(Node document) {
        String language = text(document, DCTerms.language.asNode());
        return language.isEmpty() ? Literals.ENGLISH : language;
    }

    /** A passage as tables cite it: {@code gcsp#6}. */
    public static String cited(Node passage) {
        return Iris.parse(passage.getURI())
                .map(id -> id.slug().replaceFirst("/", "#"))
                .orElse(passage.getURI());
    }
}
