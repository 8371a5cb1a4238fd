package org.genevagraph.page.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.NaturalOrder;
import org.genevagraph.page.Paths;
import org.genevagraph.page.RelationSentence;
import org.genevagraph.page.Text;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Statements as pages tell them. */
public final class Statements {
    private static final Node OUTSIDE = Iris.concept("standing", "outside");

    private final Wording words;

    /** Statements of a graph, in the words of a language. */
    public Statements(Wording words) {
        this.words = words;
    }

    /** The subject of a statement. */
    public Node subject(Node statement) {
        return words.facts().one(statement, RDF.subject.asNode()).orElseThrow();
    }

    /** The relation of a statement. */
    public Node predicate(Node statement) {
        return words.facts().one(statement, RDF.predicate.asNode()).orElseThrow();
    }

    /** The object of a statement. */
    public Node object(Node statement) {
        return words.facts().one(statement, RDF.object.asNode()).orElseThrow();
    }

    /** Whether a source outside the texts gives it, which pages tell apart from what the texts say. */
    public boolean isFromOutside(Node statement) {
        return words.facts().graph().contains(statement, GG.standing, OUTSIDE);
    }

    /** Whether a rule made a statement. */
    public boolean isDerived(Node statement) {
        return words.facts().graph().contains(statement, GG.derivedBy, Node.ANY);
    }

    /** Whether a rule only says again, from the other end or in another word, what a statement already says of the two. */
    public boolean repeats(Node statement) {
        if (words.facts().graph().contains(statement, GG.reverseOf, Node.ANY)) {
            return true;
        }
        return isDerived(statement)
                && words.facts().all(statement, GG.premise).stream()
                        .anyMatch(premise -> linksTheSame(premise, statement) || linksTheSame(statement, premise));
    }

    private boolean linksTheSame(Node one, Node other) {
        return (subject(one).equals(subject(other)) && object(one).equals(object(other)))
                || (subject(one).equals(object(other)) && object(one).equals(subject(other)));
    }

    /** Why the graph holds a statement. */
    public Why why(Node statement) {
        return new Why(
                Paths.of(statement.getURI()),
                words.standing(statement),
                words.passages(statement, GG.evidence),
                quotes(statement),
                words.rule(statement),
                words.facts().all(statement, GG.premise).stream()
                        .map(this::sentence)
                        .sorted(BY_WORDS)
                        .toList(),
                words.text(statement, GG.reason));
    }

    /** The words behind a statement, in the order of the passages that they are from. */
    private List<Quote> quotes(Node statement) {
        Set<Node> quotes = words.facts().all(statement, GG.quote);
        return words.inOrder(words.facts().all(statement, GG.evidence).stream())
                .map(words::quote)
                .flatMap(whole -> quotes.stream()
                        .map(Node::getLiteralLexicalForm)
                        .filter(whole.words()::contains)
                        .map(quoted -> new Quote(quoted, whole.lang())))
                .distinct()
                .toList();
    }

    /** A statement as a sentence. */
    public Sentence sentence(Node statement) {
        return new Sentence(
                Paths.of(statement.getURI()),
                words.link(subject(statement)),
                words.link(predicate(statement)),
                words.link(object(statement)),
                words.one(statement, GG.via),
                words.standing(statement),
                RelationSentence.of(
                        words.language(),
                        words.spoken(subject(statement)),
                        RelationSentence.verb(
                                words.language(),
                                predicate(statement),
                                words.link(predicate(statement)).name()),
                        words.spoken(object(statement))),
                through(statement));
    }

    /** Sentences in the order of their words. */
    public static final Comparator<Sentence> BY_WORDS = Comparator.comparing(
                    (Sentence sentence) -> sentence.from().name(), new NaturalOrder())
            .thenComparing(sentence -> sentence.relation().name())
            .thenComparing(sentence -> sentence.to().name(), new NaturalOrder())
            .thenComparing(Sentence::statement);

    /**
     * A statement as one way in which two things are tied, seen from one of them.
     *
     * @param thing the one, or an issue or actor group to a narrower one of which the statement leads
     * @param other the other
     */
    public Fact fact(Node statement, Node thing, Node other) {
        boolean isItsOwn = List.of(subject(statement), object(statement)).contains(thing);
        return new Fact(
                isItsOwn ? Wording.NONE : words.linkWithin(object(statement)),
                words.one(statement, GG.via),
                through(statement),
                role(statement, other),
                words.dates(statement),
                why(statement));
    }

    /** The role that the statement names; of a partnership through an initiative, what the other does there. */
    private Text role(Node statement, Node other) {
        Text role = words.text(statement, GG.role);
        if (!role.isEmpty() || !words.facts().graph().contains(statement, GG.via, Node.ANY)) {
            return role;
        }
        Optional<Node> part = words.facts().all(statement, GG.premise).stream()
                .filter(premise -> subject(premise).equals(other))
                .min(Comparator.comparing(Node::getURI));
        return part.map(premise -> words.text(premise, GG.role)).orElse(Text.NONE);
    }

    /** What a statement runs through, as a sentence has it; empty if nothing. */
    private String through(Node statement) {
        return words.facts().one(statement, GG.via).map(words::within).orElse("");
    }
}
