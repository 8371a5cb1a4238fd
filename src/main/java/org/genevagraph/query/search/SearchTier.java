package org.genevagraph.query.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

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
    /** All words stand in the descriptions. */
    DESCRIPTIONS(false, true),
    /** All words stand in a passage's own words. */
    TEXT(false, true),
    /** All words stand somewhere. */
    ANYWHERE(false, true),
    /** A name is what was asked for, with a letter more, less, changed or swapped. */
    EXACT_WITH_TYPOS(true, false),
    /** All words stand in the names, some of them with a letter more, less, changed or swapped. */
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
    private static final float STOP_WORD_WEIGHT = 0.1f;
    private static final int LETTERS_FOR_TYPOS = 5;
    private static final int LETTERS_TO_SWAP = 3;
    private static final int KEY_FOR_TYPOS = 100;
    private static final int LETTERS_TO_BEGIN_PROSE = 3;

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

    /** The fields of a thing in which it looks. */
    List<SearchField> fields() {
        return switch (this) {
            case EXACT, RESOLVED -> NAMING;
            case BEGINNING, NAMES, EXACT_WITH_TYPOS, NAMES_WITH_TYPOS -> CALLING;
            case DESCRIPTIONS -> List.of(SearchField.SUMMARY, SearchField.DEFINITION, SearchField.TOPIC);
            case TEXT -> List.of(SearchField.TEXT);
            case ANYWHERE, ANYWHERE_WITH_TYPOS -> IN_WORDS;
        };
    }

    /** The field of the index that holds the words of those fields of a thing. */
    String words() {
        return switch (this) {
            case EXACT, RESOLVED, BEGINNING, EXACT_WITH_TYPOS, NAMES_WITH_TYPOS -> NAMES.name();
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

    /** Finds things by the words. */
    Query query(SearchWords asked) {
        if (this == EXACT || this == BEGINNING || this == EXACT_WITH_TYPOS) {
            return keyQuery(asked.keys());
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (SearchWords.Word word : asked.words()) {
            if (asked.mustHave(word)) {
                all.add(wordQuery(asked, word), Occur.MUST);
            } else {
                all.add(new BoostQuery(constant(new TermQuery(term(word.text()))), STOP_WORD_WEIGHT), Occur.SHOULD);
            }
        }
        return all.build();
    }

    /** What is to be marked in the things that were found. */
    Query marks(SearchWords asked) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        asked.words().stream().filter(asked::mustHave).forEach(word -> any.add(wordQuery(asked, word), Occur.SHOULD));
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

    private Query keyQuery(Set<String> keys) {
        List<Query> queries = new ArrayList<>();
        int weight = fields().size();
        for (SearchField field : fields()) {
            for (String key : keys) {
                for (Query query : keyQueries(new Term(keysOf(field), key))) {
                    queries.add(new BoostQuery(constant(query), weight));
                }
            }
            // A name comes before an alias.
            weight--;
        }
        return new DisjunctionMaxQuery(queries, 0);
    }

    private List<Query> keyQueries(Term key) {
        return switch (this) {
            case EXACT -> List.of(new TermQuery(key));
            case BEGINNING -> List.of(new PrefixQuery(key));
            // A number with another digit is another number.
            default ->
                key.text().length() > KEY_FOR_TYPOS || key.text().codePoints().anyMatch(Character::isDigit)
                        ? List.of()
                        : misspelt(key);
        };
    }

    private Query wordQuery(SearchWords asked, SearchWords.Word word) {
        List<Query> queries = new ArrayList<>();
        // In names it counts how many words are there; in prose also how rare they are and how long it is.
        word.forms()
                .forEach(form -> queries.add(prose ? new TermQuery(term(form)) : constant(new TermQuery(term(form)))));
        asked.together(word).forEach(compound -> queries.add(worthless(new TermQuery(term(compound)))));
        if (!word.parts().isEmpty()) {
            BooleanQuery.Builder parts = new BooleanQuery.Builder();
            word.parts().forEach(part -> parts.add(new TermQuery(term(part)), Occur.MUST));
            queries.add(worthless(parts.build()));
        }
        int letters = word.text().codePointCount(0, word.text().length());
        if (asked.isLast(word) && (!prose || letters >= LETTERS_TO_BEGIN_PROSE)) {
            queries.add(worthless(new PrefixQuery(term(word.text()))));
        }
        if (typos && word.text().codePoints().allMatch(Character::isLetter)) {
            misspelt(term(word.text())).forEach(query -> queries.add(worthless(query)));
        }
        return new DisjunctionMaxQuery(queries, 0);
    }

    /** The terms that one slip of the hand turns into the given one. */
    private static List<Query> misspelt(Term given) {
        String word = given.text();
        int letters = word.codePointCount(0, word.length());
        if (letters >= LETTERS_FOR_TYPOS) {
            return List.of(new FuzzyQuery(given, 1));
        }
        // In a short word only swapped letters are put right, and one that was lost: changed ones would make it almost
        // any other short word.
        List<Query> meant = new ArrayList<>();
        for (int i = 0; i + 1 < letters && letters >= LETTERS_TO_SWAP; i++) {
            meant.add(new TermQuery(new Term(given.field(), swapped(word, i))));
        }
        if (letters == LETTERS_FOR_TYPOS - 1) {
            for (int i = 0; i <= letters; i++) {
                int place = word.offsetByCodePoints(0, i);
                meant.add(new WildcardQuery(
                        new Term(given.field(), word.substring(0, place) + "?" + word.substring(place))));
            }
        }
        return meant;
    }

    /** A word with the letter at a place and the next one the other way round. */
    private static String swapped(String word, int place) {
        int[] letters = word.codePoints().toArray();
        int first = letters[place];
        letters[place] = letters[place + 1];
        letters[place + 1] = first;
        return new String(letters, 0, letters.length);
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
