package org.genevagraph.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The sentences of a passage. Where the JDK sees an end that a reader does not see – after an abbreviation or the number of an item, before a
 * small letter, within brackets or a quoted title – the sentence goes on.
 */
public final class Sentences {
    private static final String WORD_BEGINS = "(?:^|.*[^\\p{L}\\p{N}])";

    private static final Pattern ABBREVIATION = Pattern.compile(
            WORD_BEGINS
                    + "(?:(?i:dr|mr|mrs|ms|prof|amb|st|vs|cf|incl|approx|ca|viz)"
                    // Letters with a stop each: U.N., e.g.; an initial: J. Doe.
                    + "|(?:\\p{L}\\.)+\\p{L}|\\p{Lu})\\.\\s*",
            Pattern.DOTALL);

    /** What is short only before a number, and else a word like others: No. 5, but state of the art. */
    private static final Pattern NUMBERED = Pattern.compile(
            WORD_BEGINS + "(?i:nos?|arts?|paras?|pp?|vol|ch|sec|res|rev|figs?|ed)\\.\\s*", Pattern.DOTALL);

    private static final Pattern ITEM = Pattern.compile("\\s*(?:\\p{N}{1,3}|\\p{Ll})[.)]\\s*");
    private static final Pattern GOES_ON = Pattern.compile("[\\p{Ll},;:)].*", Pattern.DOTALL);
    private static final String OPENING = "(‘“[";
    private static final String CLOSING = ")’”]";

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

    /**
     * The sentence that holds the character at a place, or the whole text if none does.
     *
     * @param place in Java's characters
     */
    public static Sentence at(String text, int place) {
        return of(text).stream()
                .filter(sentence -> sentence.start() <= place && place < sentence.end())
                .findFirst()
                .orElseGet(() -> new Sentence(0, text));
    }

    /** Takes an English text apart into sentences. */
    public static List<Sentence> of(String text) {
        return of(text, place -> false);
    }

    /**
     * Takes an English text apart into sentences.
     *
     * @param isHeldTogether whether no sentence ends just before the character at a place, since it is within a name
     */
    public static List<Sentence> of(String text, IntPredicate isHeldTogether) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<Sentence> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < text.length() && (isHeldTogether.test(end) || goesOn(text, start, end))) {
                continue;
            }
            String sentence = text.substring(start, end);
            if (!sentence.isBlank()) {
                int blanks = sentence.length() - sentence.stripLeading().length();
                sentences.add(new Sentence(start + blanks, sentence.strip()));
            }
            start = end;
        }
        return sentences;
    }

    private static boolean goesOn(String text, int start, int end) {
        String before = text.substring(start, end);
        return GOES_ON.matcher(text.substring(end)).matches()
                || (Character.isDigit(text.charAt(end))
                        && NUMBERED.matcher(before).matches())
                || ABBREVIATION.matcher(before).matches()
                || ITEM.matcher(before).matches()
                || isWithin(text, start, end);
    }

    /** Whether brackets or quotation marks that the sentence opens are closed only after a place. */
    private static boolean isWithin(String text, int start, int end) {
        StringBuilder awaited = new StringBuilder();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int opens = OPENING.indexOf(c);
            int last = awaited.length() - 1;
            if (opens >= 0) {
                awaited.append(CLOSING.charAt(opens));
            } else if (last >= 0 && awaited.charAt(last) == c && closes(text, i)) {
                awaited.setLength(last);
            }
        }
        for (int i = end; awaited.length() > 0 && i < text.length(); i++) {
            if (text.charAt(i) == awaited.charAt(0) && closes(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mark closes something, rather than being an apostrophe. */
    private static boolean closes(String text, int i) {
        return text.charAt(i) != '’' || i + 1 == text.length() || !Character.isLetter(text.charAt(i + 1));
    }
}
