package org.genevagraph.page.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Link;
import org.genevagraph.vocabulary.GG;

/**
 * What the page of a statement shows.
 *
 * @param iri its IRI
 * @param sentence what it says
 * @param fact how, since when and why
 * @param reverseOf the statement that it says from the other end, as a source does; empty for others
 * @param conclusions what rules derive from it
 * @param more how many more conclusions there are than are listed
 * @param textsGiven whether the server was given the texts that it cites
 * @param origin where it comes from if not from a passage
 * @param row the table and line in which it was written; empty if a rule made it
 */
public record StatementPage(
        String iri,
        Sentence sentence,
        Fact fact,
        Optional<Sentence> reverseOf,
        List<Sentence> conclusions,
        int more,
        boolean textsGiven,
        List<Origin> origin,
        String row) {
    private static final int LISTED = 50;

    public StatementPage {
        conclusions = List.copyOf(conclusions);
        origin = List.copyOf(origin);
    }

    /** The page of a statement of the graph. */
    public static StatementPage of(Wording words, Node statement, String row) {
        Statements statements = new Statements(words);
        List<Node> derived = words.subjects(GG.premise, statement)
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
        return new StatementPage(
                statement.getURI(),
                statements.sentence(statement),
                statements.fact(statement, statements.subject(statement), statements.object(statement)),
                words.facts().one(statement, GG.reverseOf).map(statements::sentence),
                derived.stream()
                        .map(statements::sentence)
                        .sorted(Statements.BY_WORDS)
                        .limit(LISTED)
                        .toList(),
                Math.max(0, derived.size() - LISTED),
                words.facts().all(statement, GG.evidence).stream()
                        .anyMatch(passage -> words.facts().graph().contains(passage, GG.text, Node.ANY)),
                Origin.of(words, statement),
                row);
    }

    /** The sentence in words. */
    public String words() {
        return sentence.words().words();
    }

    /** Through what it holds; empty name if directly. */
    public Link via() {
        return fact.via();
    }
}
