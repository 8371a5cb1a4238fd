package org.genevagraph.load.texts;

import java.util.List;
import org.apache.jena.graph.Node;
import org.genevagraph.text.Sentences;
import org.genevagraph.text.Sentences.Sentence;
import org.genevagraph.text.Words;

/** Chooses the words of a passage that say why: short passages as a whole, of long ones the sentence that names most. */
final class Quotes {
    private static final int SHORT_CHARACTERS = 200;

    private Quotes() {}

    /**
     * The words to quote.
     *
     * @param things what the statement is about, the most telling first
     * @param hint the name of the first of them and the role, for sentences that describe it without naming it
     */
    static String best(String words, List<Mentions.Mention> mentions, List<Node> things, String hint) {
        if (words.length() <= SHORT_CHARACTERS) {
            return words;
        }
        String best = words;
        double most = 0;
        for (Sentence sentence : Sentences.of(words)) {
            // Naming the first thing weighs more than naming all others; describing it counts in part.
            double weight = 1 << things.size();
            double told = weight * Words.share(hint, sentence.text());
            for (Node thing : things) {
                told += isNamed(thing, sentence, mentions) ? weight : 0;
                weight /= 2;
            }
            if (told > most) {
                most = told;
                best = sentence.text();
            }
        }
        // If nothing is told by any of them the reader has to see all.
        return best;
    }

    private static boolean isNamed(Node thing, Sentence sentence, List<Mentions.Mention> mentions) {
        return mentions.stream()
                .anyMatch(mention -> mention.start() >= sentence.start()
                        && mention.end() <= sentence.end()
                        && mention.thing().filter(thing::equals).isPresent());
    }
}
