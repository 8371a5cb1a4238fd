package org.genevagraph.page.network;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Paths;
import org.genevagraph.page.RelationSentence;
import org.genevagraph.vocabulary.Iris;

/**
 * What a tie says.
 *
 * @param subject the name of the one, as it begins the sentence
 * @param relation what it is to the other
 * @param object the name of the other
 * @param via the name of the initiative between them
 * @param involved whether both are just involved in that initiative
 * @param standing how sure it is: its standing, or, if it was derived from something less than stated, {@code derived.arguable}
 */
public record TieSentence(
        String subject, String relation, String object, Optional<String> via, boolean involved, String standing) {
    static TieSentence of(Tie tie, Labels labels, Language language) {
        boolean involved = tie.key().equals(Tie.INVOLVED);
        RelationSentence sentence = sentence(tie.source(), tie.relation(), tie.target(), labels, language);
        return new TieSentence(
                sentence.subject(),
                sentence.relation(),
                involved ? within(tie.target(), labels, language) : sentence.object(),
                tie.via().map(via -> within(via, labels, language)),
                involved,
                sureness(tie));
    }

    /** What an organisation does in an initiative. */
    static TieSentence of(Node organisation, Node role, Node initiative, Labels labels, Language language) {
        RelationSentence sentence = sentence(organisation, role, initiative, labels, language);
        return new TieSentence(
                sentence.subject(), sentence.relation(), sentence.object(), Optional.empty(), false, "derived");
    }

    private static RelationSentence sentence(
            Node subject, Node relation, Node object, Labels labels, Language language) {
        return RelationSentence.of(
                language,
                labels.spoken(subject, language),
                labels.of(relation, language),
                labels.spoken(object, language));
    }

    /** What a thing is called where it does not begin the sentence. */
    private static String within(Node thing, Labels labels, Language language) {
        return language.within(labels.spoken(thing, language).spoken());
    }

    /** Under what the messages of the network say how sure a tie is. */
    static String sureness(Tie tie) {
        return tie.certainty().isEmpty() || tie.certainty().equals("stated")
                ? tie.standing()
                : tie.standing() + "." + tie.certainty();
    }

    /** Where the site proves a tie: its statements, or who else is involved in the initiative. */
    static String why(Tie tie) {
        if (tie.key().equals(Tie.INVOLVED)) {
            return "/queries/involved.html?initiative="
                    + Paths.encoded(tie.via().map(Tie::slug).orElse(""));
        }
        return why(tie.source(), tie.target());
    }

    /** Where the site proves what one thing is to another. */
    static String why(Node subject, Node object) {
        return "/queries/why.html?subject=" + Paths.encoded(kindAndSlug(subject)) + "&object="
                + Paths.encoded(kindAndSlug(object));
    }

    private static String kindAndSlug(Node thing) {
        return Iris.parse(thing.getURI()).map(id -> id.kind() + ":" + id.slug()).orElse(thing.getURI());
    }
}
