package org.genevagraph.text.names;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.text.Sentences;
import org.genevagraph.text.Words;

/** Finds what looks like a proper name in English texts: runs of capitalised words, and acronyms. */
public final class Capitals {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}&®+]|['’](?=[\\p{L}\\p{N}]))*(?:-[\\p{L}\\p{N}]+)*");
    private static final Set<String> BETWEEN =
            Set.of("of", "for", "the", "and", "on", "in", "to", "de", "la", "des", "du", "del");

    private static final Pattern STOP = Pattern.compile("[.?!].*");

    /** The months as English texts write them, in their order. */
    public static final List<String> MONTHS = Stream.of(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toList();

    private final Set<String> writtenSmall = new HashSet<>();
    private final Set<String> capitalInside = new HashSet<>();

    /**
     * A run of capitalised words.
     *
     * @param start where it begins, in Java's characters
     * @param words the words
     * @param isAcronym whether it is one short word of capitals
     * @param byChance whether it is one word that may have its capital from standing at the beginning, or is written small elsewhere
     */
    public record Found(int start, String words, boolean isAcronym, boolean byChance) {}

    /**
     * Learns from texts which words are names: at the start of a sentence every word has a capital, so that there it counts only for words
     * that are never written small, and are capitalised within sentences as well.
     */
    public Capitals(Iterable<String> texts) {
        for (String text : texts) {
            if (isAllCapitals(text)) {
                continue;
            }
            for (Sentences.Sentence sentence : Sentences.of(text)) {
                List<MatchResult> words = words(text, sentence);
                for (int i = 0; i < words.size(); i++) {
                    String word = words.get(i).group();
                    if (Character.isLowerCase(word.charAt(0))) {
                        writtenSmall.add(word);
                    } else if (!opens(text, words, i)) {
                        capitalInside.add(word);
                    }
                }
            }
        }
    }

    private static List<MatchResult> words(String text, Sentences.Sentence sentence) {
        return WORD.matcher(text)
                .region(sentence.start(), sentence.end())
                .results()
                .toList();
    }

    /** Whether words are a heading in capitals, in which no capital tells a name; an acronym by itself is none. */
    public static boolean isAllCapitals(String text) {
        return !Name.isAcronym(text.strip()) && Words.areInCapitals(text);
    }

    /**
     * Whether a word has its capital from standing at the beginning: of a sentence, of something quoted or bracketed, or after a stop within a
     * sentence, as behind the number of an item.
     */
    private static boolean opens(String text, List<MatchResult> words, int i) {
        int start = words.get(i).start();
        return i == 0
                || "‘“\"'(:".indexOf(text.charAt(start - 1)) >= 0
                || STOP.matcher(text.substring(words.get(i - 1).end(), start)).matches();
    }

    /**
     * The runs in a text.
     *
     * @param known the characters of names that are known already, which no run may take
     */
    public List<Found> in(String text, BitSet known) {
        List<Found> found = new ArrayList<>();
        if (isAllCapitals(text)) {
            return found;
        }
        for (Sentences.Sentence sentence : Sentences.of(text)) {
            List<MatchResult> words = words(text, sentence);
            for (int i = 0; i < words.size(); ) {
                i = take(text, words, i, known, found);
            }
        }
        return found;
    }

    /** Takes the run that begins with a word, if one does; returns the next word to look at. */
    private int take(String text, List<MatchResult> words, int first, BitSet known, List<Found> found) {
        MatchResult word = words.get(first);
        if (!isCapital(word) || word.group().length() < 2 || known.get(word.start())) {
            return first + 1;
        }
        boolean opens = opens(text, words, first);
        if (opens && isWrittenSmall(word.group())) {
            return first + 1;
        }
        int last = first;
        for (int next = first + 1; next < words.size() && joins(text, words, next, known); next++) {
            if (isCapital(words.get(next))) {
                last = next;
            } else if (!BETWEEN.contains(words.get(next).group()) || begins(words, next)) {
                break;
            }
        }
        String run = text.substring(word.start(), words.get(last).end()).replaceFirst("['’]s$", "");
        boolean isAcronym = Name.isAcronym(run);
        boolean byChance = last == first && !isAcronym && opens && !capitalInside.contains(word.group());
        if (!byChance && !MONTHS.contains(run)) {
            found.add(new Found(word.start(), run, isAcronym, last == first && (opens || isWrittenSmall(run))));
        }
        return last + 1;
    }

    /** Whether "and the" stands there, after which another name begins. */
    private static boolean begins(List<MatchResult> words, int i) {
        return words.get(i).group().equals("the") && words.get(i - 1).group().equals("and");
    }

    /** Whether nothing but a blank stands between a word and the one before, and it is free. */
    private static boolean joins(String text, List<MatchResult> words, int i, BitSet known) {
        return text.substring(words.get(i - 1).end(), words.get(i).start()).equals(" ")
                && !known.get(words.get(i).start());
    }

    private static boolean isCapital(MatchResult word) {
        return Character.isUpperCase(word.group().charAt(0));
    }

    private boolean isWrittenSmall(String word) {
        return !Name.isAcronym(word)
                && writtenSmall.contains(word.toLowerCase(Locale.ROOT).replaceFirst("['’]s$", ""));
    }
}
