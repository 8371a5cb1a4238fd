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
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * The terms of an index that one slip of the hand turns into what was typed. Looking for them costs more than the rest of a search, so that
 * it is done once for all fields, and what was found is kept.
 */
final class Misspellings {
    private static final int LETTERS_FOR_TYPOS = 5;
    private static final int LETTERS_TO_SWAP = 3;
    private static final int MOST_TERMS = FuzzyQuery.defaultMaxExpansions;
    private static final int KEPT = 10_000;

    private final Map<String, Terms> words;
    private final Map<String, Terms> names;
    private final Map<String, NamesNearby> nearby = new HashMap<>();
    private final Cache<String, Map<String, List<String>>> nearWords =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Cache<String, Map<String, List<String>>> nearNames =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /**
     * The terms of some fields of an index.
     *
     * @param words the fields that hold single words
     * @param names the fields that hold whole names, each with the field that holds the same names backwards
     * @throws IOException if it cannot be read
     */
    Misspellings(IndexReader index, Collection<String> words, Map<String, String> names) throws IOException {
        this.words = terms(index, words);
        this.names = terms(index, names.keySet());
        Map<String, Terms> backwards = terms(index, names.values());
        this.names.forEach(
                (field, terms) -> nearby.put(field, new NamesNearby(terms, backwards.get(names.get(field)))));
    }

    private static Map<String, Terms> terms(IndexReader index, Collection<String> fields) throws IOException {
        Map<String, Terms> found = new HashMap<>();
        for (String field : fields) {
            Terms terms = MultiTerms.getTerms(index, field);
            if (terms != null) {
                found.put(field, terms);
            }
        }
        return found;
    }

    /** The terms of a field that may have been meant by a word or, if the field holds whole names, by a name; it may be among them itself. */
    List<String> of(String text, String field) {
        return (names.containsKey(field)
                        ? nearNames.get(text, this::inNames)
                        : nearWords.get(text, word -> inTerms(word, words)))
                .getOrDefault(field, List.of());
    }

    private Map<String, List<String>> inNames(String text) {
        if (!NamesNearby.areFoundBy(text)) {
            return inTerms(text, names);
        }
        Map<String, List<String>> found = new HashMap<>();
        for (Map.Entry<String, NamesNearby> field : nearby.entrySet()) {
            Optional<SortedSet<String>> meant = field.getValue().find(text);
            if (meant.isEmpty()) {
                return inTerms(text, names);
            }
            found.put(field.getKey(), meant.get().stream().limit(MOST_TERMS).toList());
        }
        return found;
    }

    private static Map<String, List<String>> inTerms(String text, Map<String, Terms> fields) {
        int letters = text.codePointCount(0, text.length());
        if (letters < LETTERS_TO_SWAP) {
            return Map.of();
        }
        CompiledAutomaton slips = FuzzyQuery.getFuzzyAutomaton(text, 1, 0, true);
        Map<String, List<String>> found = new HashMap<>();
        fields.forEach((field, terms) -> {
            try {
                List<String> meant = meant(text, letters, slips.getTermsEnum(terms));
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
