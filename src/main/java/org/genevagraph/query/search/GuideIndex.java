package org.genevagraph.query.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what readers look for besides things: questions, pages and terms, by the words of their names and of what they are about. In memory; never changes. */
public final class GuideIndex {
    /** What a question is called among the sorts of entry. */
    public static final String QUESTION = "question";

    private static final int AS_ASKED = 1_000;
    private static final int IN_NAME = 4;
    private static final int BEGINS_NAME = 2;
    private static final int IN_ABOUT = 1;
    private static final int LETTERS_TO_BEGIN = 3;

    private final List<Found> entries;

    /**
     * A question, page or term.
     *
     * @param sort {@code question}, {@code page} or {@code term}
     * @param path where it stands
     * @param texts what it is called and about, by the tag of the language or another key; found in all of them
     * @param asked what readers say when they want it: what is in these words is this before anything else
     */
    public record Entry(String sort, String path, Map<String, Text> texts, List<String> asked) {
        public Entry {
            texts = Map.copyOf(texts);
            asked = List.copyOf(asked);
        }

        /** An entry that nobody asks for in words of their own. */
        public Entry(String sort, String path, Map<String, Text> texts) {
            this(sort, path, texts, List.of());
        }

        /** What it is called and about in a language, in English if it has no words in that. */
        public Text in(String language) {
            return texts.getOrDefault(language, texts.get("en"));
        }
    }

    /**
     * Words of an entry.
     *
     * @param name what it is called
     * @param about what it is about; empty if nobody says
     */
    public record Text(String name, String about) {}

    private record Found(Entry entry, int words, Set<String> name, Set<String> about, Set<Set<String>> asked) {}

    private record Scored(Found found, int score) {}

    /** Takes over entries, the most useful first. */
    public GuideIndex(List<Entry> entries) {
        this.entries = entries.stream().map(GuideIndex::found).toList();
    }

    /** All that there is, in the order in which it was given. */
    public List<Entry> entries() {
        return entries.stream().map(Found::entry).toList();
    }

    private static Found found(Entry entry) {
        Set<String> name = new HashSet<>();
        Set<String> about = new HashSet<>();
        int words = 0;
        for (Text text : entry.texts().values()) {
            SearchWords called = SearchWords.of(text.name());
            words += called.size();
            called.words().forEach(word -> name.addAll(word.forms()));
            SearchWords.of(text.about()).words().forEach(word -> about.addAll(word.forms()));
        }
        Set<Set<String>> asked = new HashSet<>();
        for (String phrase : entry.asked()) {
            SearchWords said = SearchWords.of(phrase);
            said.words().forEach(word -> about.addAll(word.forms()));
            asked.add(said.stems());
        }
        return new Found(entry, words, name, about, asked);
    }

    /**
     * The entries in which every word of a text stands, those first that have it in their names.
     *
     * @param most how many at most
     */
    public List<Entry> find(String text, int most) {
        SearchWords asked = SearchWords.ofQuestion(text);
        return entries.stream()
                .flatMap(found -> scored(found, asked).stream())
                .sorted(Comparator.comparingInt(Scored::score)
                        .reversed()
                        .thenComparingInt(scored -> scored.found().words()))
                .limit(most)
                .map(scored -> scored.found().entry())
                .toList();
    }

    /** The questions that readers ask in the words of a text, in any order. */
    public List<Entry> asked(String text) {
        Set<String> stems = SearchWords.of(text).stems();
        return entries.stream()
                .filter(found -> found.asked().contains(stems))
                .map(Found::entry)
                .toList();
    }

    /** The questions in which every word of a text stands, the best first. */
    public List<Entry> questions(String text) {
        return find(text, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.sort().equals(QUESTION))
                .toList();
    }

    private static Optional<Scored> scored(Found found, SearchWords asked) {
        int score = found.asked().contains(asked.stems()) ? AS_ASKED : 0;
        for (SearchWords.Word word : asked.words()) {
            if (asked.mustHave(word) && score < AS_ASKED) {
                int has = score(found, word, asked.isLast(word));
                if (has == 0) {
                    return Optional.empty();
                }
                score += has;
            }
        }
        return score == 0 ? Optional.empty() : Optional.of(new Scored(found, score));
    }

    private static int score(Found found, SearchWords.Word word, boolean last) {
        if (word.forms().stream().anyMatch(found.name()::contains)) {
            return IN_NAME;
        }
        boolean begun = last
                && word.text().length() >= LETTERS_TO_BEGIN
                && found.name().stream().anyMatch(name -> name.startsWith(word.text()));
        if (begun) {
            return BEGINS_NAME;
        }
        // A term is found by what it is called: definitions use the words of many others.
        boolean term = found.entry().sort().equals("term");
        return !term && word.forms().stream().anyMatch(found.about()::contains) ? IN_ABOUT : 0;
    }
}
