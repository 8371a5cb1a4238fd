package org.genevagraph.page.answers;

import java.util.List;
import org.genevagraph.vocabulary.Iris;

/** Cells with more names than a reader wants to see at once: they show the first of them, and the others unfold. */
final class Unfolding {
    /** So many are seen where others unfold. */
    static final int SEEN = 5;

    /** What queries write between names. */
    static final String BETWEEN = "; ";

    private static final int MOST = 8;
    private static final List<String> WORDS_OF_OTHERS = List.of("quote", "says");

    private Unfolding() {}

    /** What a cell names: things by their IRIs, or names. */
    static List<String> values(String text) {
        return List.of(text.split(text.startsWith(Iris.BASE) ? " " : BETWEEN, -1));
    }

    /** Whether a cell has so many names that some unfold. Passages are short, and a sentence is read whole. */
    static boolean unfolds(String column, String text) {
        return !WORDS_OF_OTHERS.contains(column)
                && !text.startsWith(Iris.PASSAGES)
                && values(text).size() > MOST;
    }

    /** What is seen of a cell before it unfolds. */
    static String seen(String column, String text) {
        return unfolds(column, text) ? String.join(BETWEEN, values(text).subList(0, SEEN)) : text;
    }
}
