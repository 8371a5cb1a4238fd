package org.genevagraph.text.amend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.text.Words;

/** Finds terms in a text and says what stands in the place of each: in its number, in its case, with the article that belongs to it. */
final class TermFinder {
    static final String BLANKS = "\\s+";
    static final String HYPHEN = "[-\u2010\u2011]";
    private static final String HYPHENS = "-\u2010\u2011";
    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,}s?");
    private static final Pattern ARTICLE =
            Pattern.compile("(?<![\\p{L}\\p{N}'\u2019-])([Aa][Nn]?)(\\s+[\\p{Ps}\\p{Pi}\"']*)$", FLAGS);
    // By the letter, less the words in which it sounds like another.
    private static final Pattern BEGINS_WITH_VOWEL =
            Pattern.compile("(?i)(?!eu|uni(?![nm])|us[aeu]|one\\b|once\\b)[aeiou].*");
    private static final Pattern LONGER_WORD = Pattern.compile("\\p{L}{4,}");

    private final List<Form> forms;
    private final Pattern anyForm;
    private final List<Pattern> names;

    private record Form(Replacement replacement, String spelling, boolean isPlural) {
        boolean isPrefix() {
            return HYPHENS.indexOf(spelling.charAt(spelling.length() - 1)) >= 0;
        }

        boolean isAcronym() {
            return ACRONYM.matcher(spelling).matches();
        }

        String pattern() {
            if (isPrefix()) {
                // A hyphen before it would make it the middle of a word; what stands after // or @ is an address. A
                // single letter behind it is a symbol.
                return "(?<![\\p{L}\\p{N}\\p{Pd}@_])(?<!//|www\\.)(?i:"
                        + Pattern.quote(spelling.substring(0, spelling.length() - 1))
                        + ")" + HYPHEN + "\\p{L}[\\p{L}\\p{M}]+";
            }
            String words = isAcronym() ? acronym() : "(?i:" + wordsOf(spelling) + ")";
            return "(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])";
        }

        /** In capitals throughout its plural ends in a capital as well. */
        private String acronym() {
            return spelling.endsWith("s") ? spelling.substring(0, spelling.length() - 1) + "[sS]" : spelling;
        }
    }

    TermFinder(List<Replacement> replacements) {
        List<Form> all = new ArrayList<>();
        for (Replacement replacement : replacements) {
            replacement.forms().forEach(form -> all.add(new Form(replacement, form, false)));
            replacement.pluralForms().forEach(form -> all.add(new Form(replacement, form, true)));
        }
        // The expression takes the first alternative that fits, so the longest comes first.
        all.sort(
                Comparator.comparingInt((Form form) -> form.spelling().length()).reversed());
        forms = List.copyOf(all);
        String alternatives =
                forms.stream().map(form -> "(" + form.pattern() + ")").collect(Collectors.joining("|"));
        anyForm = Pattern.compile(alternatives.isEmpty() ? "(?!)" : alternatives, FLAGS);
        names = replacements.stream()
                .flatMap(replacement -> replacement.names().stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> Pattern.compile("(?<![\\p{L}\\p{N}])" + wordsOf(name) + "(?![\\p{L}\\p{N}])", FLAGS))
                .toList();
    }

    /** An expression for words with any white space between. */
    static String wordsOf(String spelling) {
        return Arrays.stream(spelling.split(" ", -1)).map(Pattern::quote).collect(Collectors.joining(BLANKS));
    }

    /** A part of a text: where it begins, and where it ends, excluded. */
    record Span(int start, int end) {
        boolean holds(int from, int to) {
            return start <= from && to <= end;
        }
    }

    /** Where names stand in which a term stands. */
    List<Span> names(String text) {
        List<Span> spans = new ArrayList<>();
        for (Pattern name : names) {
            Matcher matcher = name.matcher(text);
            while (matcher.find()) {
                spans.add(new Span(matcher.start(), matcher.end()));
            }
        }
        return spans;
    }

    /** The terms in a text, in their order. */
    List<FoundTerm> find(String text) {
        Surroundings surroundings = new Surroundings(
                text, names(text), Words.areInCapitals(anyForm.matcher(text).replaceAll(" ")));
        List<FoundTerm> found = new ArrayList<>();
        Matcher matcher = anyForm.matcher(text);
        int end = 0;
        while (matcher.find()) {
            found.add(found(matcher, formOf(matcher), end, surroundings));
            end = matcher.end();
        }
        return found;
    }

    /** What an acronym needs to know, since its own case says nothing. */
    private record Surroundings(String text, List<Span> names, boolean inCapitals) {
        boolean inTitle(int from, int to) {
            return names.stream()
                    .anyMatch(name -> name.holds(from, to) && isTitle(text.substring(name.start(), name.end())));
        }

        /** Whether most of the longer words have a capital; sentences may be names as well. */
        private static boolean isTitle(String name) {
            long longer = LONGER_WORD.matcher(name).results().count();
            long capital = LONGER_WORD
                    .matcher(name)
                    .results()
                    .filter(word -> Character.isUpperCase(word.group().codePointAt(0)))
                    .count();
            return 2 * capital > longer;
        }
    }

    private Form formOf(Matcher matcher) {
        for (int i = 0; i < forms.size(); i++) {
            if (matcher.start(i + 1) >= 0) {
                return forms.get(i);
            }
        }
        throw new IllegalStateException("one of the alternatives has matched");
    }

    /**
     * A term with what stands in its place.
     *
     * @param earliest where the term before it ends
     */
    private static FoundTerm found(Matcher matcher, Form form, int earliest, Surroundings surroundings) {
        String words = matcher.group();
        String instead = form.isPlural()
                ? form.replacement().plural()
                : form.replacement().instead();
        String rest = "";
        if (form.isPrefix()) {
            int hyphen = form.spelling().length() - 1;
            rest = " " + words.substring(hyphen + 1);
            instead = beginning(words.substring(0, hyphen), words.substring(hyphen + 1), instead);
        } else if (form.isAcronym()) {
            instead = acronym(matcher, instead, surroundings);
        } else {
            instead = Casing.as(words, instead);
        }
        Matcher article =
                ARTICLE.matcher(surroundings.text()).useTransparentBounds(true).region(earliest, matcher.start());
        boolean fixes = article.find() && isWrong(article.group(1), instead);
        return new FoundTerm(
                form.replacement(),
                fixes ? article.start() : matcher.start(),
                matcher.start(),
                matcher.end(),
                fixes ? fixed(article.group(1), surroundings.inCapitals()) + article.group(2) : "",
                instead,
                rest);
    }

    /** The beginning of a word: a single letter in capitals is as its word is. */
    private static String beginning(String prefix, String word, String instead) {
        Casing first = Casing.of(prefix);
        Casing others = first == Casing.PLAIN ? Casing.PLAIN : Casing.of(word);
        return Casing.write(instead, others == Casing.CAPITALS ? others : first, others);
    }

    private static String acronym(Matcher matcher, String instead, Surroundings surroundings) {
        if (surroundings.inCapitals()) {
            return Casing.write(instead, Casing.CAPITALS, Casing.CAPITALS);
        }
        if (surroundings.inTitle(matcher.start(), matcher.end())) {
            return Casing.write(instead, Casing.CAPITAL, Casing.CAPITAL);
        }
        boolean begins = Casing.isSentenceStart(surroundings.text(), matcher.start());
        return Casing.write(instead, begins ? Casing.CAPITAL : Casing.PLAIN, Casing.PLAIN);
    }

    private static boolean isWrong(String article, String following) {
        return (article.length() > 1) != BEGINS_WITH_VOWEL.matcher(following).matches();
    }

    private static String fixed(String article, boolean inCapitals) {
        if (article.length() > 1) {
            return article.substring(0, 1);
        }
        return article + (inCapitals ? "N" : "n");
    }
}
