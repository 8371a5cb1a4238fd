package org.genevagraph.page.things;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Link;
import org.genevagraph.page.facts.Asked;
import org.genevagraph.page.facts.Statements;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;

/** Reads documents passage by passage, and passages fact by fact. */
final class PassageReader {
    private static final Passages NONE =
            new Passages(List.of(), Wording.NONE, Wording.NONE, List.of(), List.of(), List.of(), List.of());

    private final Wording words;
    private final FactGraph facts;
    private final Statements statements;
    private final ThingReader things;

    PassageReader(Wording words, ThingReader things) {
        this.words = words;
        this.facts = words.facts();
        this.statements = new Statements(words);
        this.things = things;
    }

    Passages passages(Node thing, String kind) {
        if (kind.equals("document")) {
            return new Passages(
                    parts(thing), Wording.NONE, Wording.NONE, List.of(), List.of(), Asked.in(thing, words), List.of());
        }
        return kind.equals("passage") ? passage(thing) : NONE;
    }

    private List<Node> inDocument(Node document) {
        return words.inOrder(words.subjects(GG.inDocument, document)).toList();
    }

    private List<Part> parts(Node document) {
        return inDocument(document).stream()
                .map(passage -> new Part(
                        facts.text(passage, GG.number),
                        words.link(passage),
                        depth(passage),
                        facts.isHeading(passage),
                        words.text(passage, GG.topic),
                        words.quote(passage),
                        words.subjects(GG.evidence, passage)
                                .filter(this::isFact)
                                .count()))
                .toList();
    }

    private int depth(Node passage) {
        int depth = 0;
        for (Optional<Node> whole = facts.one(passage, GG.within);
                whole.isPresent();
                whole = facts.one(whole.get(), GG.within)) {
            depth++;
        }
        return depth;
    }

    private boolean isFact(Node node) {
        return (is(node, GG.Statement) && facts.isAsserted(node)) || is(node, GG.Figure);
    }

    private boolean is(Node node, Node type) {
        return facts.graph().contains(node, RDF.type.asNode(), type);
    }

    private Passages passage(Node passage) {
        Optional<Node> document = facts.one(passage, GG.inDocument);
        List<Node> all = document.map(this::inDocument).orElse(List.of());
        int place = all.indexOf(passage);
        List<Node> citing = new ArrayList<>(words.subjects(GG.evidence, passage).toList());
        return new Passages(
                List.of(),
                place > 0 ? words.link(all.get(place - 1)) : Wording.NONE,
                place >= 0 && place < all.size() - 1 ? words.link(all.get(place + 1)) : Wording.NONE,
                citing.stream()
                        .filter(node -> is(node, GG.Statement) && facts.isAsserted(node))
                        // What it treats itself, and whom it asks, has sections of its own.
                        .filter(node -> !statements.subject(node).equals(passage))
                        .map(statements::sentence)
                        .sorted(Statements.BY_WORDS)
                        .toList(),
                things.figures(citing.stream().filter(node -> is(node, GG.Figure))),
                List.of(),
                names(citing));
    }

    private List<Link> names(List<Node> citing) {
        return citing.stream()
                .filter(node -> !is(node, GG.Statement) && !is(node, GG.Figure))
                .map(words::link)
                .filter(link -> !link.path().isEmpty())
                .sorted(Wording.BY_NAME)
                .toList();
    }
}
