package org.genevagraph.query.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * The terms of an index that one slip of the hand turns into what was typed. Making the automaton that finds them costs more than
 * the rest of a search, so that it is made once for a word and goes through all fields, and what it found is kept.
 */
final class Misspellings {
    private static final int LETTERS_FOR_TYPOS = 5;
    private static final int LETTERS_TO_SWAP = 3;
    private static final int MOST_TERMS = FuzzyQuery.defaultMaxExpansions;
    private static final int KEPT_WORDS = 10_000;

    private final Map<String, Terms> fields = new HashMap<>();
    private final Cache<String, Map<String, List<String>>> near =
            Caffeine.newBuilder().maximumSize(KEPT_WORDS).build();

    /**
     * The terms of some fields of an index.
     *
     * @throws IOException if it cannot be read
     */
    Misspellings(IndexReader index, List<String> fields) throws IOException {
        for (String field : fields) {
            Terms terms = MultiTerms.getTerms(index, field);
            if (terms != null) {
                this.fields.put(field, terms);
            }
        }
    }

    /** The terms of a field that may have been meant by a word or a whole name; the word itself may be among them. */
    List<String> of(String word, String field) {
        return near.get(word, this::inAllFields).getOrDefault(field, List.of());
    }

    private Map<String, List<String>> inAllFields(String word) {
        int letters = word.codePointCount(0, word.length());
        if (letters < LETTERS_TO_SWAP) {
            return Map.of();
        }
        CompiledAutomaton slips = FuzzyQuery.getFuzzyAutomaton(word, 1, 0, true);
        Map<String, List<String>> found = new HashMap<>();
        fields.forEach((field, terms) -> {
            try {
                List<String> meant = meant(word, letters, slips.getTermsEnum(terms));
                if (!meant.isEmpty()) {
                    found.put(field, meant);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return found;
    }

    private static List<String> meant(String word, int letters, TermsEnum near) throws IOException {
        List<String> meant = new ArrayList<>();
        while (meant.size() < MOST_TERMS && near.next() != null) {
            String term = near.term().utf8ToString();
            // In a short word only swapped letters are put right, and one that was lost: changed ones would make it
            // almost any other short word.
            int more = term.codePointCount(0, term.length()) - letters;
            if (letters >= LETTERS_FOR_TYPOS
                    || (more == 1 && letters == LETTERS_FOR_TYPOS - 1)
                    || (more == 0 && isSwapped(word, term))) {
                meant.add(term);
            }
        }
        return List.copyOf(meant);
    }

    /** The words, of two collections, that one slip of the hand turns into what was typed; of singular and plural the singular. */
    static List<String> near(String typed, Collection<String> words, Collection<String> more) {
        if (typed.codePointCount(0, typed.length()) < LETTERS_FOR_TYPOS) {
            return List.of();
        }
        LevenshteinDistance slips = new LevenshteinDistance(1);
        List<String> near = Stream.concat(words.stream(), more.stream())
                .distinct()
                .filter(word -> slips.apply(typed, word) == 1
                        || (word.length() == typed.length()
                                && word.charAt(0) == typed.charAt(0)
                                && isSwapped(typed, word)))
                .sorted()
                .toList();
        List<String> stems = near.stream()
                .filter(word -> near.stream().noneMatch(other -> !other.equals(word) && word.equals(other + "s")))
                .toList();
        return stems.size() == 1 ? stems : near;
    }

    /** Whether two words of the same length have the same letters. */
    private static boolean isSwapped(String word, String term) {
        return Arrays.equals(
                word.codePoints().sorted().toArray(), term.codePoints().sorted().toArray());
    }
}
