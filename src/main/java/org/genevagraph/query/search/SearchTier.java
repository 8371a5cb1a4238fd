package org.genevagraph.query.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The ways of matching from the best to the worst: whatever one of them finds stands before all that the later ones find. */
enum SearchTier {
    /** A name is what was asked for, no more and no less. */
    EXACT(false, false),
    /** It names a thing in another spelling, by an identifier elsewhere, or as a passage is cited. */
    RESOLVED(false, false),
    /** A name begins with it. */
    BEGINNING(false, false),
    /** All words stand in the names. */
    NAMES(false, false),
    /** A name of several words is what was asked for, but for slips. */
    NEARLY_EXACT(true, false),
    /** All words stand in the descriptions. */
    DESCRIPTIONS(false, true),
    /** All words stand in a passage's own words. */
    TEXT(false, true),
    /** All words stand somewhere. */
    ANYWHERE(false, true),
    /** A name is what was asked for, with a letter more, less, changed or swapped. */
    EXACT_WITH_TYPOS(true, false),
    /** All words stand in the names, some of them cut short or with a letter more, less, changed or swapped. */
    NAMES_WITH_TYPOS(true, false),
    /** All words stand somewhere, some of them with a letter more, less, changed or swapped. */
    ANYWHERE_WITH_TYPOS(true, true);

    private static final List<SearchField> NAMING =
            Arrays.stream(SearchField.values()).filter(SearchField::names).toList();
    private static final List<SearchField> IN_WORDS = Arrays.stream(SearchField.values())
            .filter(field -> field != SearchField.IDENTIFIER)
            .toList();
    private static final List<SearchField> CALLING = NAMING.stream()
            .filter(field -> field != SearchField.ID && field != SearchField.IDENTIFIER)
            .toList();
    private static final String KEY = "key-";
    private static final String BACKWARDS = "backwards-";
    private static final float STOP_WORD_WEIGHT = 0.1f;
    private static final float HALF = 0.5f;
    private static final int MOST_MEANT = 6;
    private static final int KEY_FOR_TYPOS = 100;
    private static final int LETTERS_TO_BEGIN_PROSE = 3;
    private static final int LETTERS_TO_CUT = 5;

    private final boolean typos;
    private final boolean prose;

    SearchTier(boolean typos, boolean prose) {
        this.typos = typos;
        this.prose = prose;
    }

    /** The field of the index that holds whole names of one sort. */
    static String keysOf(SearchField field) {
        return KEY + field.label();
    }

    /** The field of the index that holds the same names backwards. */
    static String backwards(SearchField field) {
        return BACKWARDS + field.label();
    }

    /** The fields of a thing in which it looks. */
    List<SearchField> fields() {
        return switch (this) {
            case EXACT, RESOLVED -> NAMING;
            case BEGINNING, NAMES, NEARLY_EXACT, EXACT_WITH_TYPOS, NAMES_WITH_TYPOS -> CALLING;
            case DESCRIPTIONS -> List.of(SearchField.SUMMARY, SearchField.DEFINITION, SearchField.TOPIC);
            case TEXT -> List.of(SearchField.TEXT);
            case ANYWHERE, ANYWHERE_WITH_TYPOS -> IN_WORDS;
        };
    }

    /** The field of the index that holds the words of those fields of a thing. */
    String words() {
        return switch (this) {
            case EXACT, RESOLVED, BEGINNING, NEARLY_EXACT, EXACT_WITH_TYPOS, NAMES_WITH_TYPOS -> NAMES.name();
            case ANYWHERE_WITH_TYPOS -> ANYWHERE.name();
            default -> name();
        };
    }

    /** The tiers that have their words in a field of the index of their own. */
    static List<SearchTier> withWords() {
        return Stream.of(values())
                .filter(tier -> tier.words().equals(tier.name()))
                .toList();
    }

    /** The fields of the index whose words may be misspelt. */
    static Set<String> misspeltWords() {
        return Stream.of(values())
                .filter(tier -> tier.typos)
                .map(SearchTier::words)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The fields of the index whose whole names may be misspelt, each with the field that has them backwards. */
    static Map<String, String> misspeltNames() {
        return CALLING.stream().collect(Collectors.toUnmodifiableMap(SearchTier::keysOf, SearchTier::backwards));
    }

    /** Finds things by the words. */
    Query query(SearchWords asked, Misspellings near) {
        if (this == NEARLY_EXACT && asked.size() < 2) {
            // A single word that stands in descriptions is rather that word.
            return new MatchNoDocsQuery();
        }
        if (this == EXACT || this == BEGINNING || this == EXACT_WITH_TYPOS || this == NEARLY_EXACT) {
            return keyQuery(asked, near);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (SearchWords.Word word : asked.words()) {
            if (asked.mustHave(word)) {
                all.add(wordQuery(asked, word, near), Occur.MUST);
            } else {
                all.add(new BoostQuery(constant(new TermQuery(term(word.text()))), STOP_WORD_WEIGHT), Occur.SHOULD);
            }
        }
        return all.build();
    }

    /** What is to be marked in the things that were found. */
    Query marks(SearchWords asked, Misspellings near) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        asked.words().stream()
                .filter(asked::mustHave)
                .forEach(word -> any.add(wordQuery(asked, word, near), Occur.SHOULD));
        return any.build();
    }

    /** Whether a text of a thing can be what was found, when others of its texts are not. */
    boolean fits(String text, SearchWords asked) {
        return switch (this) {
            case EXACT -> fits(text, asked, String::equals);
            case BEGINNING -> fits(text, asked, String::startsWith);
            default -> true;
        };
    }

    private static boolean fits(String text, SearchWords asked, BiPredicate<String, String> test) {
        return SearchWords.of(text).keys().stream()
                .anyMatch(key -> asked.keys().stream().anyMatch(wanted -> test.test(key, wanted)));
    }

    private Query keyQuery(SearchWords asked, Misspellings near) {
        List<Query> queries = new ArrayList<>();
        int weight = fields().size();
        for (SearchField field : fields()) {
            for (String key : asked.keys()) {
                // A compound in one piece comes before the same in two, and a plural before the singular that is not
                // asked for.
                boolean other = key.equals(asked.inTwo()) || key.equals(asked.withoutPlurals());
                float worth = other && !key.equals(asked.joined()) ? weight - HALF : weight;
                // What is left of a word without its plural is a word, and not the beginning of others: OMS is not OMD.
                boolean whole = this == BEGINNING && other && !asked.joined().startsWith(key + " ");
                String wanted = whole && !key.equals(asked.joined()) ? key + " " : key;
                for (Query query : keyQueries(new Term(keysOf(field), wanted), near)) {
                    queries.add(new BoostQuery(constant(query), worth));
                }
            }
            if (this == NEARLY_EXACT && asked.words().stream().allMatch(SearchWords.Word::isPlain)) {
                String words = NAMES_WITH_TYPOS.words();
                for (String key : asked.corrected(word -> near.of(word, words), MOST_MEANT)) {
                    queries.add(new BoostQuery(constant(new TermQuery(new Term(keysOf(field), key))), weight));
                }
            }
            // A name comes before an alias.
            weight--;
        }
        return new DisjunctionMaxQuery(queries, 0);
    }

    private List<Query> keyQueries(Term key, Misspellings near) {
        return switch (this) {
            case EXACT -> List.of(new TermQuery(key));
            case BEGINNING -> List.of(new PrefixQuery(key));
            // A number with another digit is another number.
            default ->
                key.text().length() > KEY_FOR_TYPOS || key.text().codePoints().anyMatch(Character::isDigit)
                        ? List.of()
                        : misspelt(key, near);
        };
    }

    private Query wordQuery(SearchWords asked, SearchWords.Word word, Misspellings near) {
        List<Query> queries = new ArrayList<>();
        // In names it counts how many words are there; in prose also how rare they are and how long it is.
        word.forms()
                .forEach(form -> queries.add(prose ? new TermQuery(term(form)) : constant(new TermQuery(term(form)))));
        asked.together(word).forEach(compound -> queries.add(worthless(new TermQuery(term(compound)))));
        if (!word.apart().isEmpty()) {
            Query two = new PhraseQuery(words(), word.apart().toArray(String[]::new));
            queries.add(prose ? two : constant(two));
        }
        if (!word.parts().isEmpty()) {
            BooleanQuery.Builder parts = new BooleanQuery.Builder();
            word.parts().forEach(part -> parts.add(new TermQuery(term(part)), Occur.MUST));
            queries.add(worthless(parts.build()));
        }
        if (begins(word, asked)) {
            queries.add(worthless(new PrefixQuery(term(word.text()))));
        }
        if (typos && word.text().codePoints().allMatch(Character::isLetter)) {
            misspelt(term(word.text()), near).forEach(query -> queries.add(worthless(query)));
        }
        return new DisjunctionMaxQuery(queries, 0);
    }

    /** Whether a word may be the beginning of another: the last is still being typed, and people cut others short ("International Telecom Union"). */
    private boolean begins(SearchWords.Word word, SearchWords asked) {
        int letters = word.text().codePointCount(0, word.text().length());
        return asked.isLast(word)
                ? !prose || letters >= LETTERS_TO_BEGIN_PROSE
                : this == NAMES_WITH_TYPOS && letters >= LETTERS_TO_CUT;
    }

    private static List<Query> misspelt(Term given, Misspellings near) {
        return near.of(given.text(), given.field()).stream()
                .<Query>map(meant -> new TermQuery(new Term(given.field(), meant)))
                .toList();
    }

    private Term term(String word) {
        return new Term(words(), word);
    }

    private static Query constant(Query query) {
        return new ConstantScoreQuery(query);
    }

    /** It is found by this, but ranked as if by nothing. */
    private static Query worthless(Query query) {
        return new BoostQuery(query, 0);
    }
}
