package org.genevagraph.query.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    private final Set<String> kinds;
    private final Phrases kindNames;
    private final Set<String> vocabulary;

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

    private record Found(Entry entry, int words, Set<String> name, Set<String> about, Phrases asked) {
        /** Whether it speaks of what a text denies, too. */
        boolean denies(Set<String> said) {
            return said.stream().filter(Phrases::isDenying).allMatch(word -> name.contains(word) || asked.knows(word));
        }
    }

    private record Scored(Found found, int score) {}

    private record Fitting(Entry entry, Phrases.Fit fit) {}

    /**
     * A question that readers ask in some words of a text.
     *
     * @param left how many words of the text they say besides
     * @param size how many words they say it in
     */
    public record Asked(Entry entry, int left, int size) {
        /** Which of two is asked for rather than the other. */
        public static final Comparator<Asked> BEST = Comparator.comparingInt(Asked::left)
                .thenComparing(Comparator.comparingInt(Asked::size).reversed());
    }

    /**
     * Takes over entries, the most useful first.
     *
     * @param kinds what readers call kinds of thing, which any question may say: "which organisations …"
     */
    public GuideIndex(List<Entry> entries, Collection<String> kinds) {
        this.entries = entries.stream().map(GuideIndex::found).toList();
        this.kinds =
                kinds.stream().flatMap(kind -> Phrases.words(kind).stream()).collect(Collectors.toUnmodifiableSet());
        kindNames = new Phrases(kinds);
        Set<String> known = new HashSet<>(this.kinds);
        this.entries.forEach(found -> {
            known.addAll(found.name());
            known.addAll(found.about());
        });
        vocabulary = Set.copyOf(known);
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
        entry.asked().forEach(phrase -> SearchWords.of(phrase).words().forEach(word -> about.addAll(word.forms())));
        return new Found(entry, words, name, about, new Phrases(entry.asked()));
    }

    /**
     * The entries in which every word of a text stands, those first that have it in their names.
     *
     * @param most how many at most
     */
    public List<Entry> find(String text, int most) {
        SearchWords asked = SearchWords.ofQuestion(SearchWords.subject(text));
        Set<String> said = Phrases.words(text);
        return entries.stream()
                .flatMap(found -> scored(found, asked, said).stream())
                .sorted(Comparator.comparingInt(Scored::score)
                        .reversed()
                        .thenComparingInt(scored -> scored.found().words()))
                .limit(most)
                .map(scored -> scored.found().entry())
                .toList();
    }

    /** The questions that readers ask in the words of a text, in any order. */
    public List<Entry> asked(String text) {
        Set<String> said = Phrases.words(text);
        return entries.stream()
                .filter(found -> found.asked().has(said))
                .map(Found::entry)
                .toList();
    }

    /**
     * The questions that readers ask in some words of a text, those first of which they say most.
     *
     * @param whole the text
     * @param telling its words without those that only say that something is asked
     * @param strange how many words there may be that the question does not know
     */
    public List<Asked> asked(String whole, String telling, int strange) {
        Set<String> all = Phrases.words(whole);
        Set<String> wanted = Phrases.words(telling);
        return entries.stream()
                .filter(found -> found.entry().sort().equals(QUESTION))
                .flatMap(found -> found.asked().fit(all, wanted, List.of(found.name(), found.about(), kinds)).stream()
                        .map(fit -> new Fitting(found.entry(), fit)))
                .filter(fitting -> fitting.fit().strange() <= strange)
                .sorted(Comparator.comparing(Fitting::fit, Phrases.Fit.BEST))
                .map(fitting -> new Asked(
                        fitting.entry(), fitting.fit().left(), fitting.fit().size()))
                .toList();
    }

    /** Whether a word says what is asked or of which kind of thing, rather than what it is called. */
    public boolean isAsked(String word) {
        Set<String> said = Phrases.words(word);
        return kindNames.has(said)
                || entries.stream().anyMatch(found -> found.asked().has(said));
    }

    /** Tells of words of a text whether they say, alone or together with others of it, what is asked: "United Nations" in "United Nations agencies in Geneva". */
    public Predicate<String> asksIn(String text) {
        Set<String> said = Phrases.words(text);
        List<Set<String>> phrases =
                entries.stream().flatMap(found -> found.asked().within(said)).toList();
        return words -> {
            Set<String> telling = Phrases.telling(Phrases.words(words));
            return phrases.stream().anyMatch(phrase -> phrase.containsAll(telling));
        };
    }

    /** Whether a text has only words that stand everywhere: "in". */
    public static boolean areSmall(String text) {
        return SearchWords.isJoining(text);
    }

    /** Whether a text says which kind of thing, and nothing else: "action lines". */
    public boolean isKind(String text) {
        return kindNames.has(Phrases.words(text));
    }

    /** Whether a text has all words of another one, but for plurals, articles and the like. */
    public static boolean says(String text, String words) {
        return Phrases.words(text).containsAll(Phrases.words(words));
    }

    /**
     * A word as it may have been meant, if nothing here and no name is written so and one word nearly: "cyberscurity".
     *
     * @param search knows what things are called
     */
    public String corrected(String word, SearchIndex search) {
        SearchWords said = SearchWords.of(word);
        if (said.size() != 1 || vocabulary.contains(said.words().get(0).text())) {
            return word;
        }
        String typed = said.words().get(0).text();
        List<String> named = search.nearNames(typed);
        if (named.contains(typed)) {
            return word;
        }
        List<String> near = Misspellings.near(typed, vocabulary, named);
        return near.size() == 1 ? near.get(0) : word;
    }

    /** The questions in which every word of a text stands, the best first. */
    public List<Entry> questions(String text) {
        return find(text, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.sort().equals(QUESTION))
                .toList();
    }

    private static Optional<Scored> scored(Found found, SearchWords asked, Set<String> said) {
        if (Phrases.denies(said) && !found.denies(said)) {
            return Optional.empty();
        }
        int score = found.asked().has(said) ? AS_ASKED : 0;
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
