package org.genevagraph.text.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.genevagraph.text.Words;

/** How a word is written, which what stands in its place takes over. */
enum Casing {
    /** As the table writes it. */
    PLAIN(word -> word),
    /** With a capital. */
    CAPITAL(word -> {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }),
    /** In capitals. */
    CAPITALS(word -> word.toUpperCase(Locale.ROOT));

    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:.*[^\\p{L}.])?(?:\\p{L}|e\\.g|i\\.e|cf|vs|no|nos|para|paras|art|arts|pp)\\.",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String ENDS_OF_SENTENCES = ".!?";

    private final UnaryOperator<String> writing;

    Casing(UnaryOperator<String> writing) {
        this.writing = writing;
    }

    String write(String word) {
        return word.isEmpty() ? word : writing.apply(word);
    }

    /** The casing of a word. A single letter in capitals may be either; its company tells. */
    static Casing of(String word) {
        if (word.isEmpty() || !Character.isUpperCase(word.codePointAt(0))) {
            return PLAIN;
        }
        boolean capitals = word.codePointCount(0, word.length()) > 1 && Words.areInCapitals(word);
        return capitals ? CAPITALS : CAPITAL;
    }

    /** Writes a term as another is written: its first word as the other's first, the rest as the other's last. */
    static String as(String original, String instead) {
        String[] words = BLANKS.split(original, -1);
        Casing first = of(words[0]);
        // A word alone may have its capital for beginning a sentence.
        Casing last = words.length > 1 ? of(words[words.length - 1]) : first == CAPITALS ? CAPITALS : PLAIN;
        return write(instead, first, last);
    }

    /** Writes a term with its first word in one casing and the others in another. */
    static String write(String term, Casing first, Casing others) {
        List<String> words = new ArrayList<>();
        for (String word : term.split(" ", -1)) {
            words.add((words.isEmpty() ? first : others).write(word));
        }
        return String.join(" ", words);
    }

    /** Whether a sentence begins at a place in a text, with or without an opening quotation mark or bracket. */
    static boolean isSentenceStart(String text, int place) {
        int end = place;
        while (end > 0 && (isOpening(text.charAt(end - 1)) || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        if (end == 0) {
            return true;
        }
        while (end > 1 && isClosing(text.charAt(end - 1))) {
            end--;
        }
        return end < place
                && ENDS_OF_SENTENCES.indexOf(text.charAt(end - 1)) >= 0
                && !ABBREVIATION.matcher(text.substring(0, end)).matches();
    }

    private static boolean isOpening(char c) {
        int type = Character.getType(c);
        return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION || isStraightQuote(c);
    }

    private static boolean isClosing(char c) {
        int type = Character.getType(c);
        return type == Character.END_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION || isStraightQuote(c);
    }

    private static boolean isStraightQuote(char c) {
        return c == '"' || c == '\'';
    }
}
