package org.genevagraph.query.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.genevagraph.vocabulary.Iris;

/**
 * A text as the search compares it: its words without case, accents, possessives and elided articles, each as written and without its
 * plural.
 *
 * @param words the words in their order
 */
record SearchWords(List<Word> words) {
    /** Takes texts apart; what is searched and what is searched for must go through the same hands. */
    static final Analyzer ANALYZER = new WordAnalyzer();

    private static final Set<String> STOP_WORDS = stopWords();
    private static final int KEY_CHARACTERS = 2_000;

    /** With more of them a text is no name with slips. */
    private static final int MOST_CORRECTIONS = 250;

    private static final Pattern WITHIN_WORDS =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L}{2})\\.(?=\\p{L}{2})");

    private static final Pattern WHAT_IS = Pattern.compile(
            "(?iu)(?:(?:what|who|where)(?: is| are|['’]s)|(?:qui|où) (?:est|sont|se trouve(?:nt)?|se situe(?:nt)?)|c['’]est quoi|qu['’]est[- ]ce (?:que c['’]est )?qu(?:e |['’])|que (?:veut dire|signifie)|(?:the )?meaning of|définition (?:de|du|d['’]))\\s*(.+?)[\\s\\h]*[?!.]*"
                    + "|(?iu)what do(?:es)? (.+?) (?:mean|stand for|say)[\\s\\h]*[?!.]*|(?iu)que (?:dit|disent) (?:le |la |les |l['’])?(.+?)[\\s\\h]*[?!.]*");

    private static final Pattern HYPHENS = Pattern.compile("[-\u2010\u2011]");
    private static final Pattern HYPHENATED = Pattern.compile("\\p{L}+(?:[-\u2010\u2011]\\p{L}+)+");
    private static final Pattern PLAIN_WORDS = Pattern.compile("[\\p{L}\\p{M}\\s\\p{Pd}]+");
    private static final Pattern LETTERS_AND_NUMBER = Pattern.compile("(\\p{L}{2,})(\\d+)");

    SearchWords {
        words = List.copyOf(words);
    }

    /**
     * A word.
     *
     * @param text the word as written
     * @param forms the word as written and without its plural
     * @param apart the two words that others write instead; none if nobody does
     */
    record Word(String text, List<String> forms, List<String> apart) {
        Word {
            forms = List.copyOf(forms);
            apart = List.copyOf(apart);
        }

        /** The same word, which others write as two. */
        Word apart(List<String> two) {
            return new Word(text, forms, two);
        }

        /** The letters and the number that it is made of: WSIS20; empty if it is another word. */
        List<String> parts() {
            Matcher parts = LETTERS_AND_NUMBER.matcher(text);
            return parts.matches() ? List.of(parts.group(1), parts.group(2)) : List.of();
        }

        /** Whether it is of letters only. */
        boolean isPlain() {
            return text.codePoints().allMatch(Character::isLetter);
        }

        /** Without its plural; what others write as two words is two. */
        private Stream<String> withoutPlural() {
            return apart.isEmpty()
                    ? Stream.of(forms.get(forms.size() - 1))
                    : apart.stream().flatMap(part -> of(part).words().stream().flatMap(Word::withoutPlural));
        }

        private String with(String between) {
            return apart.isEmpty() ? text : String.join(between, apart);
        }

        private boolean isStopWord() {
            return STOP_WORDS.contains(text);
        }
    }

    /** What a question of who or what something is asks about; the question itself if it is another: "what is the GCSP?" */
    static String subject(String asked) {
        Matcher question = WHAT_IS.matcher(asked);
        return question.matches()
                ? Stream.of(1, 2, 3)
                        .map(question::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(asked)
                : asked;
    }

    /** The words of a question; a thing may be asked for by its IRI, too. */
    static SearchWords ofQuestion(String text) {
        String base = Iris.BASE + "id/";
        return of(text.startsWith(base) ? text.substring(base.length()) : text);
    }

    /** The words of a text. */
    static SearchWords of(String text) {
        List<List<String>> words = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream("", normal(text))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (step.getPositionIncrement() > 0) {
                    words.add(new ArrayList<>());
                }
                words.get(words.size() - 1).add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SearchWords(words.stream()
                .map(forms -> new Word(forms.get(0), forms, List.of()))
                .toList());
    }

    /** Whether a word stands between names and begins or ends none. */
    static boolean isJoining(String word) {
        return of(word).words().stream().allMatch(Word::isStopWord);
    }

    /** A text with each accented letter as one character. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** A name with blanks where capitals or points part words that are written as one: Cyber Peace, dig watch. */
    static String apart(String name) {
        return WITHIN_WORDS.matcher(name).replaceAll(" ");
    }

    /** The words of a text that hyphens part, each in one piece: multistakeholder for multi-stakeholder. */
    static List<String> unhyphenated(String text) {
        return hyphenated(text).stream()
                .map(word -> HYPHENS.matcher(word).replaceAll(""))
                .distinct()
                .toList();
    }

    /** The words of a text that hyphens part. */
    static List<String> hyphenated(String text) {
        return HYPHENATED.matcher(text).results().map(MatchResult::group).toList();
    }

    /** A word together with its neighbours, each in one piece: a compound is written as one word or with a blank. */
    List<String> together(Word word) {
        int place = words.indexOf(word);
        List<String> together = new ArrayList<>();
        for (int first = Math.max(0, place - 1); first <= place && first + 1 < words.size(); first++) {
            String one = words.get(first).text();
            String other = words.get(first + 1).text();
            if (one.length() > 1 && other.length() > 1) {
                together.add(one + other);
            }
        }
        return together;
    }

    /** How many words. */
    int size() {
        return words.size();
    }

    /** Whether a word must be found: articles and the like need not, unless there is nothing else. */
    boolean mustHave(Word word) {
        return !word.isStopWord() || words.stream().allMatch(Word::isStopWord);
    }

    /** Whether it is the last word, of which the end may not be typed yet. */
    boolean isLast(Word word) {
        return words.get(words.size() - 1).equals(word);
    }

    /** The words without their plurals, whatever their order; without articles and the like, unless there is nothing else. */
    Set<String> stems() {
        return words.stream()
                .filter(this::mustHave)
                .map(word -> word.forms().get(word.forms().size() - 1))
                .collect(Collectors.toSet());
    }

    /** The words with blanks between them. */
    String joined() {
        return joined(word -> true);
    }

    /** What a text has in common with all texts that say the same: its words with and without articles and the like. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(joined());
        keys.add(joined(this::mustHave));
        keys.add(inTwo());
        keys.add(withoutPlurals());
        return keys;
    }

    /** The words without their plurals, and without articles and the like. */
    String withoutPlurals() {
        return joined(words.stream().filter(this::mustHave).flatMap(Word::withoutPlural));
    }

    /** Each word as written and as it may have been meant, at most so many of each. */
    List<String> corrected(Function<String, List<String>> meant, int most) {
        List<String> all = List.of("");
        for (Word word : words.stream().filter(this::mustHave).toList()) {
            List<String> forms = Stream.concat(Stream.of(word.text()), meant.apply(word.text()).stream())
                    .distinct()
                    .limit(most)
                    .toList();
            if ((long) all.size() * forms.size() > MOST_CORRECTIONS) {
                return List.of();
            }
            all = all.stream()
                    .flatMap(before -> forms.stream().map(form -> before.isEmpty() ? form : before + " " + form))
                    .toList();
        }
        return all;
    }

    /** The words with their compounds in two. */
    String inTwo() {
        return joined(words.stream().map(word -> word.with(" ")));
    }

    /** A question in every spelling of its compounds, always in the same order; as it was asked if it has none, or more than words. */
    List<String> spellings(String asked) {
        return words.stream().allMatch(word -> word.apart().isEmpty())
                        || !PLAIN_WORDS.matcher(asked).matches()
                ? List.of(asked)
                : Stream.of(" ", "-", "")
                        .map(between -> joined(words.stream().map(word -> word.with(between))))
                        .toList();
    }

    private String joined(Predicate<Word> wanted) {
        return joined(words.stream().filter(wanted).map(Word::text));
    }

    private static String joined(Stream<String> texts) {
        String joined = texts.collect(Collectors.joining(" "));
        // An index refuses terms of many thousand characters, and no question is nearly as long.
        return joined.substring(0, Math.min(joined.length(), KEY_CHARACTERS));
    }

    private static Set<String> stopWords() {
        Set<String> words = new HashSet<>(Set.of(
                "de", "des", "du", "et", "la", "le", "les", "l", "d", "sur", "pour", "dans", "aux", "avec", "une"));
        for (Object word : EnglishAnalyzer.ENGLISH_STOP_WORDS_SET) {
            words.add(new String((char[]) word));
        }
        return Set.copyOf(words);
    }

    private static final class WordAnalyzer extends Analyzer {
        private static final Pattern MARKS = Pattern.compile("\\p{M}+");
        private static final CharArraySet ARTICLES = FrenchAnalyzer.DEFAULT_ARTICLES;

        /** Who writes organization looks for the same as who writes organisation. */
        private static final Pattern WITH_Z =
                Pattern.compile("(?<=\\p{L}{3})iz(?=(?:e[drs]?|ers|ing|ations?|ational)$)");

        private static final NormalizeCharMap JOINERS = joiners();

        /** Characters that the tokenizer takes for a part of a word, though in names they part words. */
        private static NormalizeCharMap joiners() {
            NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
            map.add(":", " ");
            map.add("_", " ");
            return map.build();
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new MappingCharFilter(JOINERS, reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            TokenStream folded = new EnglishPossessiveFilter(words);
            folded = new ElisionFilter(folded, ARTICLES);
            folded = new ASCIIFoldingFilter(new LowerCaseFilter(folded));
            // Accents that no letter is made with stand as characters of their own.
            folded = new PatternReplaceFilter(folded, MARKS, "", true);
            folded = new PatternReplaceFilter(folded, WITH_Z, "is", true);
            TokenStream forms = new EnglishMinimalStemFilter(new KeywordRepeatFilter(folded));
            return new TokenStreamComponents(words, new RemoveDuplicatesTokenFilter(forms));
        }
    }
}
