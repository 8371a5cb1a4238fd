package org.genevagraph.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sentences of a passage. */
public final class Sentences {
    private Sentences() {}

    /**
     * A sentence.
     *
     * @param start where it begins in the passage's words, in Java's characters
     * @param text the sentence, without blanks at its ends
     */
    public record Sentence(int start, String text) {
        /** Where it ends, excluded. */
        public int end() {
            return start + text.length();
        }
    }

    /** Takes an English text apart into sentences. */
    public static List<Sentence> of(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<Sentence> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String sentence = text.substring(start, end).strip();
            if (!sentence.isEmpty()) {
                sentences.add(new Sentence(start, sentence));
            }
        }
        return sentences;
    }
}
