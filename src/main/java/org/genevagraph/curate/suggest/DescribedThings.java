package org.genevagraph.curate.suggest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.genevagraph.text.Sentences;

/** Finds what a text describes without giving it a name: "an online diagnostic tool", "training programmes for scientists". */
final class DescribedThings {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}’'/-]*");

    private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th)");

    /** Words that are no part of such a phrase when they stand before its noun. */
    private static final Set<String> NOT_BEFORE = Set.of(
            ("a an the this that these those its our their his her some any each every all both many several such other another various numerous "
                            + "and or but nor of in on for to from by with at as into over under between among through via about during after before "
                            + "is are was were be been being has have had will would can could may might should do does did not no also "
                            + "which who whose whom where when while how what it they we you i he she including include includes included "
                            + "explores explore fosters foster allows allow enhances enhance initiates initiate extends extend promotes promote strengthens "
                            + "strengthen facilitates facilitate enables enable ensures ensure addresses address monitors monitor joins join "
                            + "delivers deliver informs inform provides provide provided offers offer offered organises organise organised runs run publishes publish published "
                            + "develops develop developed supports support supported conducts conduct conducted produces produce produced hosts host "
                            + "hosted holds hold held uses use used using launched launches creates create created more most than first "
                            + "new own two three four five six seven eight nine ten one same following key main different")
                    .split(" "));

    private static final Set<String> BEFORE_MORE = Set.of("on", "for", "about", "of");

    /** Words at which what follows such a noun ends. */
    private static final Set<String> END = Set.of(
            ("that which who whose where when while to is are was were be been has have had will can may by as through via from at during "
                            + "into within across since also but this these those its their our seeking aimed designed based under")
                    .split(" "));

    private static final Set<String> LINKING =
            Set.of("the", "a", "an", "and", "of", "in", "on", "for", "or", "with", "between", "all");

    /** Words that say too little to tell one tool from another. */
    private static final Set<String> VAGUE = Set.of(
            ("digital online recent successful existing international global national regional local essential basic critical complex major notable "
                            + "current official regular physical virtual related relevant close public private common general core internal external "
                            + "academic technological legal large larger future flagship educational interdisciplinary collaborative important "
                            + "high-level wide range further additional specific broad long-running various policy technical")
                    .split(" "));

    private static final Set<String> NOUNS_IN_ING =
            Set.of("training", "learning", "working", "programming", "conferencing", "teaching");

    private static final int MOST_BEFORE = 3;
    private static final int MOST_AFTER = 8;

    /**
     * A phrase that describes a thing.
     *
     * @param start where it begins in the words of the passage, in Java's characters
     * @param end where it ends, excluded
     * @param words the phrase
     * @param table the table in which such a thing stands
     */
    record Phrase(int start, int end, String words, String table) {}

    /** The phrases in the words of a passage, less those whose noun is part of a name. */
    List<Phrase> in(String words, BitSet names) {
        List<Phrase> found = new ArrayList<>();
        for (Sentences.Sentence sentence : Sentences.of(words)) {
            List<MatchResult> tokens = WORD.matcher(words)
                    .region(sentence.start(), sentence.end())
                    .results()
                    .toList();
            int free = 0;
            for (int i = 0; i < tokens.size(); i++) {
                String noun = tokens.get(i).group();
                if (names.get(tokens.get(i).start()) || !Character.isLowerCase(noun.charAt(0))) {
                    continue;
                }
                String table = NewNames.tableOfNoun(noun);
                if (table.isEmpty()) {
                    continue;
                }
                int first = i;
                while (first > free && i - first < MOST_BEFORE && goesBefore(words, tokens, first, names)) {
                    first--;
                }
                int last = last(words, tokens, i);
                if (isTelling(tokens, first, i, last)) {
                    int start = tokens.get(first).start();
                    int end = tokens.get(last).end();
                    found.add(new Phrase(start, end, words.substring(start, end), table));
                    free = i + 1;
                }
            }
        }
        return found;
    }

    private static boolean isTelling(List<MatchResult> tokens, int first, int noun, int last) {
        return IntStream.rangeClosed(first, last)
                .filter(i -> i != noun)
                .mapToObj(i -> tokens.get(i).group().toLowerCase(Locale.ROOT))
                .anyMatch(word -> !VAGUE.contains(word) && !LINKING.contains(word));
    }

    /** Whether the word before a word is part of the phrase. */
    private static boolean goesBefore(String words, List<MatchResult> tokens, int i, BitSet names) {
        MatchResult before = tokens.get(i - 1);
        String gap = words.substring(before.end(), tokens.get(i).start());
        return gap.equals(" ")
                && !names.get(before.start())
                && !NOT_BEFORE.contains(before.group().toLowerCase(Locale.ROOT))
                && !before.group().endsWith("ly")
                && (!Character.isDigit(before.group().charAt(0))
                        || ORDINAL.matcher(before.group()).matches())
                && (!before.group().endsWith("ing") || NOUNS_IN_ING.contains(before.group()));
    }

    private static int last(String words, List<MatchResult> tokens, int noun) {
        int next = noun + 1;
        if (next >= tokens.size()
                || !joins(words, tokens, next)
                || !BEFORE_MORE.contains(tokens.get(next).group())) {
            return noun;
        }
        int last = noun;
        for (; next < tokens.size() && next - noun <= MOST_AFTER && joins(words, tokens, next); next++) {
            String word = tokens.get(next).group();
            if (END.contains(word)) {
                break;
            }
            if (!LINKING.contains(word)) {
                last = next;
            }
        }
        return last;
    }

    private static boolean joins(String words, List<MatchResult> tokens, int i) {
        return words.substring(tokens.get(i - 1).end(), tokens.get(i).start()).equals(" ");
    }
}
