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
import org.genevagraph.page.Paths;
import org.genevagraph.page.Slice;
import org.genevagraph.page.facts.FigureRow;
import org.genevagraph.page.facts.Headings.End;
import org.genevagraph.page.facts.Sentence;
import org.genevagraph.page.facts.Statements;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
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
    /** What the section is called in the page's address. */
    public static final String PART = "brought";

    /** Of how many others a page tells. */
    private static final int MOST = 50;

    private static final Set<String> TOLD = Set.of("organisation", "initiative");

    public Brought {
        says = List.copyOf(says);
        figures = List.copyOf(figures);
    }

    /**
     * What comes to an organisation or initiative through others, by their names; nothing comes so to other things.
     *
     * @param offset how many of the others to pass over
     */
    static Slice<Brought> to(Node thing, Wording words, ThingReader reader, int offset) {
        Set<Node> others = TOLD.contains(Iris.kind(thing.getURI())) ? standingFor(words.facts(), thing) : Set.of();
        Statements statements = new Statements(words);
        List<Node> bringing = others.stream()
                .filter(other ->
                        said(other, thing, others, statements, words).findAny().isPresent()
                                || words.subjects(GG.ofSubject, other).findAny().isPresent())
                .sorted(Comparator.comparing(words::link, Wording.BY_NAME))
                .toList();
        return Slice.of(bringing, offset, MOST, Paths.of(thing.getURI()) + "?" + GroupPage.PART + "=" + PART)
                .map(other -> new Brought(
                        words.link(other),
                        words.within(other),
                        said(other, thing, others, statements, words)
                                .distinct()
                                .map(statements::sentence)
                                .sorted(Statements.BY_WORDS)
                                .toList(),
                        reader.figures(words.subjects(GG.ofSubject, other))));
    }

    private static Stream<Node> said(Node other, Node thing, Set<Node> others, Statements statements, Wording words) {
        return Stream.of(RDF.subject, RDF.object)
                .flatMap(end -> words.subjects(end.asNode(), other))
                .filter(words.facts()::isAsserted)
                .filter(statement -> isTold(statement, thing, others, statements, words));
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
