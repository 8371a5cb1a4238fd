package org.genevagraph.text.amend;

import java.util.List;
import org.genevagraph.text.read.passage.Passage;
import org.genevagraph.text.read.passage.Reading;

/**
 * A text whose terms were replaced, passage by passage.
 *
 * @param name the id of the original
 * @param replacements what was replaced by what
 * @param passages all passages of the text, in their order
 */
public record AmendedText(String name, Replacements replacements, List<AmendedPassage> passages) {
    private static final String SUFFIX = "-amended";

    public AmendedText {
        passages = List.copyOf(passages);
    }

    /**
     * A passage with what became of it.
     *
     * @param passage the passage of the original
     * @param amendment what the replacements make of it
     */
    public record AmendedPassage(Passage passage, Amendment amendment) {
        /** How many words it has after the replacements: what blanks separate. */
        public int words() {
            return amendment.amended().split(" ", -1).length;
        }
    }

    /** Replaces terms in all passages of a text. */
    public static AmendedText of(String name, Reading reading, Replacements replacements) {
        return new AmendedText(
                name,
                replacements,
                reading.passages().stream()
                        .map(passage -> new AmendedPassage(passage, replacements.amend(passage.text())))
                        .toList());
    }

    /** The id of the amended document: the original's, with {@code -amended}. */
    public String amendedName() {
        return name + SUFFIX;
    }
}
