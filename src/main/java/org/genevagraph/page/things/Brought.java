package org.genevagraph.page.things;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Link;
import org.genevagraph.page.facts.FigureRow;
import org.genevagraph.page.facts.Headings.End;
import org.genevagraph.page.facts.Sentence;
import org.genevagraph.page.facts.Statements;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Literals;

/**
 * What comes to a thing through one of its units or parts, or through an initiative that it or they carry out, take part in as partners, or present.
 *
 * @param through the unit or initiative
 * @param within what it is called within a sentence
 * @param says what is said of that, but for its ties to the thing itself
 * @param figures the numbers of that
 */
public record Brought(Link through, String within, List<Sentence> says, List<FigureRow> figures) {
    public Brought {
        says = List.copyOf(says);
        figures = List.copyOf(figures);
    }

    /** Everything that comes to a thing through others, by their names. */
    static List<Brought> to(Node thing, Wording words, ThingReader reader) {
        Set<Node> others = standingFor(words.facts(), thing);
        Statements statements = new Statements(words);
        return others.stream()
                .map(other -> new Brought(
                        words.link(other),
                        words.within(other),
                        Stream.of(RDF.subject, RDF.object)
                                .flatMap(end -> words.subjects(end.asNode(), other))
                                .filter(words.facts()::isAsserted)
                                .filter(statement -> isTold(statement, thing, others, statements, words))
                                .distinct()
                                .map(statements::sentence)
                                .sorted(Statements.BY_WORDS)
                                .toList(),
                        reader.figures(words.subjects(GG.ofSubject, other))))
                .filter(brought ->
                        !brought.says().isEmpty() || !brought.figures().isEmpty())
                .sorted(Comparator.comparing(Brought::through, Wording.BY_NAME))
                .toList();
    }

    private static boolean isTold(Node statement, Node thing, Set<Node> others, Statements statements, Wording words) {
        Node subject = statements.subject(statement);
        Node object = statements.object(statement);
        return Stream.of(subject, object).noneMatch(thing::equals)
                && !(others.contains(subject) && others.contains(object))
                && !statements.predicate(statement).equals(GG.notFoundIn)
                && !words.headings().isBesideTheName(statements.predicate(statement), End.SUBJECT);
    }

    /** The units and parts of a thing, and the initiatives that it or they carry out, take part in as partners, or present. */
    static Set<Node> standingFor(FactGraph facts, Node thing) {
        Set<Node> parts = new LinkedHashSet<>(Set.of(thing));
        for (List<Node> found = List.of(thing); !found.isEmpty(); ) {
            found = found.stream()
                    .flatMap(whole ->
                            facts.graph().stream(Node.ANY, GG.partOf, whole).map(Triple::getSubject))
                    .filter(parts::add)
                    .toList();
        }
        Set<Node> all = new LinkedHashSet<>(parts);
        parts.forEach(part -> facts.graph().stream(part, Node.ANY, Node.ANY)
                .filter(triple -> triple.getPredicate().equals(GG.presents)
                        || facts.graph().contains(triple.getPredicate(), GG.partnerGrade, Literals.truth(true)))
                .map(Triple::getObject)
                .filter(done -> facts.graph().contains(done, RDF.type.asNode(), GG.Initiative))
                .forEach(all::add));
        all.remove(thing);
        return all;
    }
}
