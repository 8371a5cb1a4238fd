package org.genevagraph.load.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.text.Rarity;
import org.genevagraph.text.References;
import org.genevagraph.text.Words;
import org.genevagraph.text.names.NameFinder;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Literals;

/**
 * By what a stretch of a passage tells a statement: its ends, what it runs through, the role, the relation and the dates, each by name or in
 * other words.
 */
public final class Telling {
    /** From which degree on a sign counts as being there, rather than sharing a word by chance. */
    public static final double THERE = 0.35;

    private static final double NAMED = 1;
    private static final double TOPIC = 0.8;
    /** By a word that tells the subject, within a longer name, or by most of the words of the name. */
    private static final double TOLD = 0.6;

    private static final double MORE = 0.15;
    private static final double PART = 0.4;
    private static final double KIND = 0.3;

    private final Graph known;
    private final Rarity rarity;
    private final Map<Node, NameFinder> finders = new HashMap<>();

    /** What a sign is a sign of. */
    public enum Part {
        /** One of the two things that the statement links, other than the passage itself and whom its text is about. */
        END,
        /** Whom the text is about: a reader knows that anyway. */
        OWNER,
        /** What the statement runs through. */
        VIA,
        /** What the one is to the other. */
        ROLE,
        /** A word for the relation. */
        RELATION,
        /** The year of a date. */
        DATE
    }

    /**
     * Something that tells a part of a statement.
     *
     * @param part which part
     * @param degree how well a stretch shows it, from 0 to 1
     */
    public record Sign(Part part, ToDoubleFunction<Stretch> degree) {
        /** How well a stretch shows it, from 0 to 1. */
        public double in(Stretch stretch) {
            return degree.applyAsDouble(stretch);
        }
    }

    /**
     * Some words of a passage.
     *
     * @param text the words
     * @param named the things whose names stand there
     */
    public record Stretch(String text, Set<Node> named) {
        /** A stretch of a passage, by where it begins and ends. */
        public static Stretch of(String passage, int start, int end, List<Mentions.Mention> mentions) {
            return new Stretch(
                    passage.substring(start, end),
                    mentions.stream()
                            .filter(mention -> mention.start() >= start && mention.end() <= end)
                            .flatMap(mention -> mention.thing().stream())
                            .collect(Collectors.toSet()));
        }
    }

    /** Over a graph of things and statements, and how telling words are in its passages. */
    public Telling(Graph known, Rarity rarity) {
        this.known = known;
        this.rarity = rarity;
    }

    /** What can tell a statement in a passage; its ends as such even if the text is about both of them. */
    public List<Sign> signs(Node statement, Node passage) {
        List<Node> ends = Stream.of(RDF.object.asNode(), RDF.subject.asNode())
                .flatMap(part -> objects(statement, part))
                .filter(end -> !end.equals(passage))
                .toList();
        boolean aboutOwners = ends.stream().allMatch(end -> isOwner(end, passage));
        List<Sign> signs = new ArrayList<>();
        for (Node end : ends) {
            signs.add(new Sign(
                    isOwner(end, passage) && !aboutOwners ? Part.OWNER : Part.END, stretch -> tells(end, stretch)));
        }
        objects(statement, GG.via)
                .filter(via -> !isOwner(via, passage))
                .forEach(via -> signs.add(new Sign(Part.VIA, stretch -> tells(via, stretch))));
        texts(statement, GG.role)
                .forEach(role -> signs.add(new Sign(Part.ROLE, stretch -> rarity.share(role, stretch.text()))));
        List<String> cues = objects(statement, RDF.predicate.asNode())
                .flatMap(relation -> texts(relation, GG.cue))
                .filter(cue -> !Words.telling(cue).isEmpty())
                .toList();
        if (!cues.isEmpty()) {
            signs.add(new Sign(
                    Part.RELATION,
                    stretch -> cues.stream().anyMatch(cue -> Words.begins(cue, stretch.text())) ? 1 : 0));
        }
        Stream.of(GG.from, GG.until)
                .flatMap(date -> texts(statement, date))
                .map(date -> date.substring(0, 4))
                .distinct()
                .forEach(year ->
                        signs.add(new Sign(Part.DATE, stretch -> stretch.text().contains(year) ? 1 : 0)));
        return signs;
    }

    private boolean isOwner(Node thing, Node passage) {
        return objects(passage, GG.inDocument)
                .anyMatch(document -> document.equals(thing) || known.contains(thing, GG.profiledIn, document));
    }

    /** How well a stretch speaks of a thing. */
    private double tells(Node thing, Stretch stretch) {
        if (stretch.named().contains(thing)) {
            return NAMED;
        }
        if (known.contains(thing, RDF.type.asNode(), GG.Passage)) {
            return texts(thing, GG.number).anyMatch(number -> References.holds(stretch.text(), number)) ? NAMED : 0;
        }
        if (stretch.named().stream().anyMatch(named -> known.contains(named, SKOS.broader.asNode(), thing))) {
            return TOPIC;
        }
        double described = described(thing, stretch.text());
        long hints = texts(thing, SKOS.hiddenLabel.asNode())
                .filter(word -> Words.begins(word, stretch.text()))
                .count();
        if (hints > 0) {
            // Of several sentences that hint at a subject, the one that does so most is meant.
            return TOLD + MORE * Math.min(1, (hints - 1 + described) / 2);
        }
        if (!finders.computeIfAbsent(thing, key -> new NameFinder(Mentions.names(known, key)))
                .find(stretch.text())
                .isEmpty()) {
            return TOLD;
        }
        boolean part = stretch.named().stream().anyMatch(named -> isPart(named, thing) || isPart(thing, named));
        boolean kind = objects(thing, GG.kind)
                .flatMap(concept -> texts(concept, RDFS.label.asNode()))
                .anyMatch(word -> Words.share(word, stretch.text()) == 1);
        return Math.max(TOLD * described, part ? PART : kind ? KIND : 0);
    }

    /** Whether a statement says so; when texts are read, no rule has written the direct triple yet. */
    private boolean isPart(Node part, Node whole) {
        return known.stream(Node.ANY, RDF.subject.asNode(), part)
                .map(Triple::getSubject)
                .anyMatch(statement -> known.contains(statement, RDF.predicate.asNode(), GG.partOf)
                        && known.contains(statement, RDF.object.asNode(), whole));
    }

    /** Which share of the most fitting name of a thing the words hold. */
    private double described(Node thing, String words) {
        return Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                .flatMap(property -> objects(thing, property))
                .filter(Literals::isEnglish)
                .mapToDouble(name -> rarity.share(name.getLiteralLexicalForm(), words))
                .max()
                .orElse(0);
    }

    private Stream<Node> objects(Node subject, Node property) {
        return known.stream(subject, property, Node.ANY).map(Triple::getObject);
    }

    private Stream<String> texts(Node subject, Node property) {
        return objects(subject, property).map(Node::getLiteralLexicalForm);
    }
}
