package org.genevagraph.page.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Link;
import org.genevagraph.page.facts.Headings.End;
import org.genevagraph.vocabulary.GG;

/** What happened with a thing: the events that concern it, each once. Numbers of a year stand among the figures of the page. */
public final class Timeline {
    private static final String NUMBER = "number";

    /** What happens at a point in time, whatever goes on from there. */
    private static final Set<String> POINTS = Set.of("founding", "launch", "adoption", "publication");

    private final Wording words;
    private final Statements statements;
    private final Node thing;

    /** The timeline of a thing. */
    public Timeline(Wording words, Node thing) {
        this.words = words;
        this.statements = new Statements(words);
        this.thing = thing;
    }

    /** Its events, the earliest first. */
    public List<Event> events() {
        return words.subjects(GG.concerns, thing)
                .map(this::event)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((Event event) -> event.dates().first())
                        .thenComparing(event -> event.dates().until())
                        .thenComparing(Event::what)
                        .thenComparing(event -> event.thing().name()))
                .toList();
    }

    private Optional<Event> event(Node dated) {
        Node kind = words.facts().one(dated, GG.eventKind).orElseThrow();
        String code = words.facts().text(kind, SKOS.notation.asNode());
        if (code.equals(NUMBER)) {
            return Optional.empty();
        }
        Dates told = words.dates(dated);
        Dates dates = told.until().isEmpty() && POINTS.contains(code) ? told.beginning() : told;
        String when = dates.from().isEmpty()
                ? Dates.said("by", dates.until(), words.language())
                : dates.text(words.language());
        boolean statement = words.facts().graph().contains(dated, RDF.subject.asNode(), Node.ANY);
        return Optional.of(
                statement
                        ? new Event(dates, when, heading(dated), other(dated))
                        : new Event(dates, when, words.label(kind), words.link(dated)));
    }

    private String heading(Node statement) {
        Node relation = statements.predicate(statement);
        End end = statements.object(statement).equals(thing) ? End.OBJECT : End.SUBJECT;
        return words.heading(relation, end).orElseGet(() -> words.label(relation));
    }

    private Link other(Node statement) {
        Node object = statements.object(statement);
        return words.link(object.equals(thing) ? statements.subject(statement) : object);
    }
}
