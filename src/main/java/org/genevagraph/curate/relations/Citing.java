package org.genevagraph.curate.relations;

import java.util.regex.Pattern;
import org.genevagraph.curate.names.PhraseWords;

/** Sees where one writing names another: "the report cites the Charter" tells of no charter that somebody published. */
final class Citing {
    private static final String WORDS =
            "(?iu)\\b(?:" + PhraseWords.alternatives("citing").replace('_', ' ') + ")";

    private static final Pattern AT = Pattern.compile(WORDS + "\\b");

    /** Names with articles, joined by commas and "and", stand between the word and the one that is named. */
    private static final Pattern BEFORE = Pattern.compile(
            WORDS
                    + "(?-i:[\\s,()‘’“”]|\\b(?:the|an?|as well as|and|both|of|for|on|in|its?|also|work|principles|goals|text)\\b|\\b\\p{Lu}[\\p{L}\\p{M}\\p{N}’'-]*+)+$");

    private Citing() {}

    /** Whether such a word leads to what stands at a place of a sentence. */
    static boolean leadsTo(String sentence, int at) {
        return BEFORE.matcher(sentence.substring(0, at)).find();
    }

    /** Whether such a word begins at a place of a sentence. */
    static boolean isAt(String sentence, int at) {
        return AT.matcher(sentence).region(at, sentence.length()).lookingAt();
    }
}
