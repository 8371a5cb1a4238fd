package org.genevagraph.query.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What readers say when they ask for an entry, as sets of words: a text asks for it that has all words of one of them. A word that denies counts
 * as a word: who asks for lines without a facilitator does not want the facilitators.
 */
final class Phrases {
    /** Words that turn a question into its opposite; what is without one never answers what has one. */
    private static final Set<String> DENYING = Set.of(
            "no",
            "not",
            "nobody",
            "none",
            "without",
            "never",
            "pas",
            "aucun",
            "aucune",
            "sans",
            "ni",
            "personne",
            "jamais",
            "rien");

    /** Small words that tell one question from another: "works with", "works on", "is a partner of". */
    private static final Set<String> RELATING = Set.of("with", "on", "in", "avec", "sur", "is", "are");

    /** Words that ask for a number, of whatever it is. */
    private static final Set<String> COUNTING = Set.of("many", "much", "number", "combien", "nombre");

    private final Set<Set<String>> phrases = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    /**
     * How well a text asks for an entry.
     *
     * @param strange how many of its words neither the phrase nor the entry has
     * @param left how many of its words the phrase does not have
     * @param size how many words the phrase has
     */
    record Fit(int strange, int left, int size) {
        static final Comparator<Fit> BEST = Comparator.comparingInt(Fit::strange)
                .thenComparingInt(Fit::left)
                .thenComparing(Comparator.comparingInt(Fit::size).reversed());

        private static Fit of(Set<String> phrase, Set<String> left, int strange) {
            boolean onlyCounts = COUNTING.containsAll(phrase) || phrase.equals(Set.of("how", "many"));
            return new Fit(strange, left.size() + (onlyCounts ? 1 : 0), phrase.size());
        }
    }

    static boolean isDenying(String word) {
        return DENYING.contains(word);
    }

    /** Whether a text denies something. */
    static boolean denies(Set<String> said) {
        return said.stream().anyMatch(DENYING::contains);
    }

    /** The phrases as readers write them. */
    Phrases(Collection<String> phrases) {
        for (String phrase : phrases) {
            Set<String> said = words(phrase);
            this.phrases.add(said);
            words.addAll(said);
        }
    }

    /** The words of a text without their plurals; without articles and the like, unless there is nothing else. */
    static Set<String> words(String text) {
        SearchWords said = SearchWords.of(text);
        Set<String> stems = new HashSet<>();
        for (SearchWords.Word word : said.words()) {
            if (DENYING.contains(word.text()) || RELATING.contains(word.text())) {
                // "pas" is no plural.
                stems.add(word.text());
            } else if (said.mustHave(word)) {
                stems.add(word.forms().get(word.forms().size() - 1));
            }
        }
        return stems;
    }

    /** Whether a word stands in a phrase. */
    boolean knows(String word) {
        return words.contains(word);
    }

    /** Whether a text has the words of a phrase and no others. */
    boolean has(Set<String> said) {
        return phrases.contains(said);
    }

    /** The phrases that are wholly in a text. */
    Stream<Set<String>> within(Set<String> said) {
        return phrases.stream().filter(said::containsAll);
    }

    /** The words that say more than how others belong together. */
    static Set<String> telling(Set<String> words) {
        Set<String> telling = new HashSet<>(words);
        telling.removeAll(RELATING);
        return telling;
    }

    /**
     * How well a text asks for the entry; empty if it has not all words of any phrase, none of them tells anything while others do, or it denies what the phrase does not deny.
     *
     * @param whole all its words
     * @param telling its words without those that only say that something is asked
     * @param known words that the entry has besides, or that every text may have
     */
    Optional<Fit> fit(Set<String> whole, Set<String> telling, List<Set<String>> known) {
        List<Fit> fits = new ArrayList<>();
        for (Set<String> phrase : phrases) {
            if (whole.containsAll(phrase)
                    && (telling.isEmpty() || phrase.stream().anyMatch(telling::contains))) {
                Set<String> left = new HashSet<>(telling);
                left.removeAll(phrase);
                left.removeAll(RELATING);
                if (!denies(left)) {
                    left.removeAll(COUNTING);
                    int strange = (int) left.stream()
                            .filter(word ->
                                    !words.contains(word) && known.stream().noneMatch(more -> more.contains(word)))
                            .count();
                    fits.add(Fit.of(phrase, left, strange));
                }
            }
        }
        return fits.stream().min(Fit.BEST);
    }
}
