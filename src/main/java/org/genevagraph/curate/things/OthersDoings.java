package org.genevagraph.curate.things;

import java.util.regex.Pattern;
import org.genevagraph.curate.names.Phrase;
import org.genevagraph.curate.names.PhraseWords;

/** Sees where a description is of what others do with somebody's help: "helps towns to buy secure software" tells of no software that the body has. */
public final class OthersDoings {
    /** "Helps towns to buy", up to what they buy; what they do "through an online course" is the body's own. */
    private static final Pattern HELPED = Pattern.compile(
            "(?iu)\\b(?:" + PhraseWords.alternatives("helping")
                    + ")(?: (?!(?:to|by|through|with|via)\\b)[\\p{L}’-]+){1,6} to(?: (?!(?:by|through|with|via|in|at)\\b)[\\p{L}’-]+){0,4} $");

    private OthersDoings() {}

    /**
     * Whether a phrase tells what others do.
     *
     * @param words of the passage
     */
    public static boolean holds(String words, Phrase phrase) {
        // The verb of what they do may have been taken for the first word of the phrase.
        return HELPED.matcher(words.substring(0, phrase.start())).find();
    }
}
