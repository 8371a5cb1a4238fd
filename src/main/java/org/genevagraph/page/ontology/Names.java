package org.genevagraph.page.ontology;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Text;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.Prefixes;

/** What nodes are called on pages about the graph itself: terms by prefix and name, things by their names, statements by what they say. */
public record Names(FactGraph facts, Labels labels, Language language) {
    private static final int LONG_CHARACTERS = 120;

    /** A term, by prefix and name, with where it is explained: on this site, or where its owner does. */
    public static Link term(Node node) {
        String path = Paths.of(node.getURI());
        return new Link(shortened(node.getURI()), path.isEmpty() ? node.getURI() : path);
    }

    /** An IRI with its prefix; the IRI itself if it has none. */
    public static String shortened(String iri) {
        return Prefixes.ALL.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue())
                        && iri.substring(prefix.getValue().length()).matches("[\\w-]+"))
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
                .findFirst()
                .orElse(iri);
    }

    /** A thing, concept or value. */
    Link thing(Node node) {
        if (node.isLiteral()) {
            String text =
                    labels.translated(node.getLiteralLexicalForm(), language).orElseGet(node::getLiteralLexicalForm);
            return new Link(text.length() > LONG_CHARACTERS ? text.substring(0, LONG_CHARACTERS - 1) + "…" : text, "");
        }
        if (Prefixes.ALL.entrySet().stream()
                .anyMatch(
                        prefix -> !prefix.getKey().equals("id") && node.getURI().startsWith(prefix.getValue()))) {
            return term(node);
        }
        return new Link(said(node).orElseGet(() -> labels.of(node, language)), Paths.of(node.getURI()));
    }

    /** What people call a term. */
    Text label(Node term) {
        return new Text(labels.of(term, language), labels.has(term, language) ? null : Language.EN.tag());
    }

    /** What a property says in words; empty if nothing. */
    Text words(Node subject, Node property) {
        return labels.text(facts.text(subject, property), language);
    }

    /** What a statement says; empty for what is none. */
    private Optional<String> said(Node node) {
        return facts.one(node, RDF.predicate.asNode())
                .map(predicate -> part(node, RDF.subject.asNode()) + " " + labels.of(predicate, language) + " "
                        + part(node, RDF.object.asNode()));
    }

    private String part(Node statement, Node property) {
        return facts.one(statement, property)
                .map(node -> labels.of(node, language))
                .orElse("");
    }

    /** A passage, as tables cite it. */
    Link passage(Node node) {
        return new Link(FactGraph.cited(node), Paths.of(node.getURI()));
    }
}
