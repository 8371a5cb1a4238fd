package org.genevagraph.query.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as they are compared: what the same name has in common however people spell it. */
public final class Spelling {
    private static final int ASCII = 128;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern QUOTES = Pattern.compile("[’‘‛ʼ´`′＇]");
    private static final Pattern ELISION = Pattern.compile("(?<![\\p{L}\\p{N}])[ld]'(?=\\p{L})");
    private static final Pattern AND = Pattern.compile("[&+]");

    /** Before a number it is often left out: WSIS+20, WSIS plus 20, WSIS20. */
    private static final Pattern PLUS = Pattern.compile("(?<=\\p{L})\\s*(?:\\+|\\splus\\s)\\s*(?=\\d)");

    /** What says no more than that a number follows. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:n°|no\\.?|nr\\.?|numero|number)\\s*(?=\\d)");

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, String> LETTERS =
            Map.of("œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ı", "i");

    /** What acronyms leave out. */
    private static final Set<String> JOINING =
            Set.of("of", "for", "and", "on", "in", "to", "de", "du", "des", "pour", "sur", "en");

    /** What is as good as not said; "l" and "d" before an apostrophe are left out besides. */
    private static final Set<String> ARTICLES = Set.of("the", "le", "la", "les");

    /** What writers spell in two ways, British, American or French, in full or not; within joined words, too. */
    private static final Map<String, String> SPELT = Map.of(
            "isation",
            "ization",
            "centre",
            "center",
            "programme",
            "program",
            "defence",
            "defense",
            "labour",
            "labor",
            "institute",
            "institut",
            "unitednations",
            "un");

    private Spelling() {}

    /** The name without case, accents, widths of blanks, and kinds of dash and quote. */
    static String folded(String name) {
        // Most names are ASCII, of which all that follows changes little.
        if (name.chars().allMatch(letter -> letter < ASCII)) {
            return BLANKS.matcher(name.replace('`', '\''))
                    .replaceAll(" ")
                    .strip()
                    .toLowerCase(Locale.ROOT);
        }
        String folded =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        folded = INVISIBLE.matcher(folded).replaceAll("");
        folded = DASHES.matcher(folded).replaceAll("-");
        folded = QUOTES.matcher(folded).replaceAll("'");
        folded = BLANKS.matcher(folded).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            folded = folded.replace(letter.getKey(), letter.getValue());
        }
        return folded;
    }

    /** The words of a name without articles, each in one of its spellings; "and", "et" and "&amp;" are the same. */
    public static List<String> words(String name) {
        String bare = ELISION.matcher(folded(name)).replaceAll("");
        bare = PLUS.matcher(NUMBER.matcher(bare).replaceAll("")).replaceAll(" ");
        bare = AND.matcher(bare).replaceAll(" and ").replace("'", "");
        List<String> words = new ArrayList<>();
        for (String word : Arrays.asList(NEITHER_LETTER_NOR_DIGIT.split(bare))) {
            if (!word.isEmpty() && !ARTICLES.contains(word)) {
                boolean full = word.equals("nations")
                        && !words.isEmpty()
                        && words.get(words.size() - 1).equals("united");
                if (full) {
                    words.set(words.size() - 1, "un");
                } else {
                    words.add(word.equals("et") ? "and" : oneSpelling(word));
                }
            }
        }
        return words;
    }

    private static String oneSpelling(String words) {
        String spelt = words;
        for (Map.Entry<String, String> spelling : SPELT.entrySet()) {
            spelt = spelt.replace(spelling.getKey(), spelling.getValue());
        }
        return spelt;
    }

    /**
     * The words of a name in one piece, so that it makes no difference whether they are joined, hyphenated, dotted or apart. Numbers stay
     * apart: 1 1 is not 11.
     */
    static String joined(String name) {
        StringBuilder joined = new StringBuilder();
        for (String word : words(name)) {
            if (!joined.isEmpty()
                    && Character.isDigit(joined.charAt(joined.length() - 1))
                    && Character.isDigit(word.charAt(0))) {
                joined.append('-');
            }
            joined.append(word);
        }
        return joined.toString();
    }

    /** All words of a name of several, whatever their order and without those that only join them: "Institut CyberPeace". */
    static Optional<String> inAnyOrder(String name) {
        List<String> words = words(name).stream()
                .filter(word -> !JOINING.contains(word))
                .sorted()
                .toList();
        boolean enough = words.size() > 1
                && words.stream().noneMatch(word -> word.chars().allMatch(Character::isDigit));
        return enough ? Optional.of(String.join(" ", words)) : Optional.empty();
    }

    /** The first letters of a name's words, without those that acronyms leave out. */
    static String initials(String name) {
        return initials(name, word -> !JOINING.contains(word));
    }

    /** The first letters of a name's words, of all of them and without those that most acronyms leave out: {@code gpoa}, {@code gpa}. */
    static Set<String> everyInitials(String name) {
        return Set.copyOf(List.of(initials(name), initials(name, word -> true)));
    }

    private static String initials(String name, Predicate<String> counts) {
        return words(name).stream()
                .filter(counts)
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }
}
