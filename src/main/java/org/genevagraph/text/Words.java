package org.genevagraph.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that carry the meaning of a text, for telling whether one text speaks of what another does. */
public final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or", "that", "the",
            "their", "this", "to", "with", "what", "who", "which", "is", "are", "was", "were", "be", "it");
    private static final int SHARED_CHARACTERS = 4;
    private static final int LONGEST_ENDING = 4;

    private Words() {}

    /** The words of a text in small letters, in their order. */
    public static List<String> of(String text) {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether a text has capitals and no small letter. */
    public static boolean areInCapitals(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(Character::isLowerCase);
    }

    /** The words that mean something by themselves. */
    public static Set<String> telling(String text) {
        return of(text).stream().filter(word -> !EMPTY.contains(word)).collect(Collectors.toSet());
    }

    /** Which share of the telling words of a phrase occur in a text in some form, from 0 to 1; 0 if it has none. */
    public static double share(String phrase, String text) {
        Set<String> wanted = telling(phrase);
        Set<String> there = Set.copyOf(of(text));
        return wanted.isEmpty()
                ? 0
                : (double) wanted.stream().filter(word -> holds(there, word)).count() / wanted.size();
    }

    /** Whether a word is among others in some form. */
    static boolean holds(Set<String> there, String word) {
        return there.contains(word) || there.stream().anyMatch(other -> areAlike(word, other));
    }

    /** Whether a word of the text begins with the stem. */
    public static boolean begins(String stem, String text) {
        return (" " + String.join(" ", of(text))).contains(" " + stem);
    }

    /** Finds the places at which words of a text begin with a stem, up to the end of the last word. */
    public static Pattern beginning(String stem) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + String.join("[^\\p{L}\\p{N}]+", of(stem)) + "[\\p{L}\\p{N}]*",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The singular of an English noun in small letters. */
    public static String singular(String noun) {
        return noun.matches("media|business|process|access")
                ? noun
                : noun.replaceFirst("(?<=\\p{L}{2})ies$", "y").replaceFirst("(?<=[^s])s$", "");
    }

    /** Whether two words differ in their endings only: mediator, mediators, mediation. */
    private static boolean areAlike(String one, String other) {
        int shared = 0;
        int shorter = Math.min(one.length(), other.length());
        while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= SHARED_CHARACTERS
                && one.length() - shared <= LONGEST_ENDING
                && other.length() - shared <= LONGEST_ENDING;
    }
}
