package org.genevagraph.load;

import java.util.List;
import org.apache.jena.graph.Node;
import org.genevagraph.text.Sentences;
import org.genevagraph.text.Sentences.Sentence;

/** Chooses the words of a passage that say why: short passages as a whole, of long ones the sentence that names most. */
final class Quotes {
    private static final int SHORT_CHARACTERS = 200;

    private Quotes() {}

    /**
     * The words to quote.
     *
     * @param things what the statement is about, the most telling first
     */
    static String best(String words, List<Mentions.Mention> mentions, List<Node> things) {
        if (words.length() <= SHORT_CHARACTERS) {
            return words;
        }
        String best = words;
        int most = -1;
        for (Sentence sentence : Sentences.of(words)) {
            int named = 0;
            for (int i = 0; i < things.size(); i++) {
                Node thing = things.get(i);
                boolean here = mentions.stream()
                        .anyMatch(mention -> mention.start() >= sentence.start()
                                && mention.end() <= sentence.end()
                                && mention.thing().filter(thing::equals).isPresent());
                // Naming the first thing weighs more than naming all others.
                named += here ? 1 << (things.size() - i) : 0;
            }
            if (named > most) {
                most = named;
                best = sentence.text();
            }
        }
        // Nothing named: the reader has to see all of it.
        return most == 0 ? words : best;
    }
}
