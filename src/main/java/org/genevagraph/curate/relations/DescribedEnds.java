package org.genevagraph.curate.relations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.genevagraph.curate.names.Formalities;
import org.genevagraph.curate.names.Phrase;
import org.genevagraph.curate.names.PhraseWords;
import org.genevagraph.curate.proposal.End;
import org.genevagraph.curate.things.Apposition;
import org.genevagraph.curate.things.DescribedThings;
import org.genevagraph.curate.things.Enumerations;
import org.genevagraph.curate.things.OthersDoings;
import org.genevagraph.curate.things.OwnThings;
import org.genevagraph.curate.things.Themes;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.Iris;

/** What the passages of a text describe by a telling noun, in a list or as a theme, and do not call by a name. */
final class DescribedEnds {
    /** "Calls on governments", "in the framework of the Talks": a turn of phrase. */
    private static final Pattern NO_THING =
            Pattern.compile("(?iu)(?:calls? (?:on|upon)|frameworks? of the|reports? (?:to|on a))\\b");

    /** "Offers simulation exercises", "an assistant": what somebody does or has is a thing, even if it is called as an issue is. */
    private static final Pattern DONE = Pattern.compile(
            "(?iu)\\b(?:" + PhraseWords.alternatives("doing")
                    + ")(?:s|e|es|ed|d|ing|ises?|ised|ising|izes?|ized)?(?: [\\p{L}’-]+,?){0,6} $|\\ban?(?: [\\p{L}-]+){0,2} $");

    private final FactGraph facts;
    private final OwnNames own;
    private final DescribedThings described = new DescribedThings();

    /**
     * In a text of a graph.
     *
     * @param own what the text calls the bodies that it is about
     */
    DescribedEnds(FactGraph facts, OwnNames own) {
        this.facts = facts;
        this.own = own;
    }

    /**
     * What a passage describes.
     *
     * @param named what it names
     * @param isEnglish whether it is written in English: the nouns that describe things are English
     */
    List<End> in(Node passage, String words, Optional<Node> owner, NamedEnds.Named named, boolean isEnglish) {
        List<Phrase> phrases = new ArrayList<>();
        // The heading of a part tells what it is about.
        if (isEnglish && !(owner.isEmpty() && facts.isHeading(passage))) {
            phrases.addAll(described.in(words, named.names()));
            phrases.addAll(Enumerations.in(words));
            phrases.addAll(Themes.in(words));
        }
        owner.ifPresent(body -> phrases.addAll(OwnThings.in(words, own.called(body), own.of(body))));
        List<End> ends = named.ends();
        return phrases.stream()
                .filter(phrase -> ends.stream().noneMatch(end -> isNounOf(end, phrase) || isSaid(end, phrase, words)))
                .filter(phrase -> !NO_THING.matcher(phrase.words()).lookingAt()
                        && !OthersDoings.holds(words, phrase)
                        && !(owner.isEmpty() && Formalities.isOne(words, phrase)))
                .map(phrase -> new End(
                        phrase.start(),
                        phrase.end(),
                        phrase.table().replaceFirst("s$", ""),
                        Iris.slug(phrase.words()),
                        phrase.words(),
                        true,
                        false))
                .toList();
    }

    /** The "working group" of "the Safe Streets working group" is what has that name. */
    private static boolean isNounOf(End end, Phrase phrase) {
        return end.isNamed()
                && end.isNew()
                && end.kind().equals("initiative")
                && end.words().contains(" ")
                && phrase.start() == end.end() + 1;
    }

    /** Whether a phrase only says what a named thing is, or is the name of an issue. */
    private static boolean isSaid(End end, Phrase phrase, String words) {
        return end.kind().equals("issue")
                ? phrase.words().equalsIgnoreCase(end.words())
                        && !DONE.matcher(words.substring(0, phrase.start())).find()
                : end.isNamed() && Apposition.joins(words, end.start(), end.end(), phrase);
    }
}
