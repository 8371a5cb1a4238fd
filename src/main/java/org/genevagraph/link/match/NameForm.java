package org.genevagraph.link.match;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.query.names.Spelling;

/**
 * A name without what its spellings differ in: case, accents, punctuation, articles, British or American. Two names with the same form are
 * the same name.
 *
 * @param words the words, with one blank between; empty if the name has no letter
 */
record NameForm(String words) {
    private static final Pattern BRACKET = Pattern.compile("(.*\\S)\\s*\\([^()]*\\)\\s*");
    private static final Set<String> LEGAL = Set.of(
            "inc",
            "incorporated",
            "ltd",
            "limited",
            "llc",
            "corp",
            "corporation",
            "gmbh",
            "ag",
            "sa",
            "plc",
            "co",
            "company",
            "srl",
            "bv",
            "nv",
            "sarl");
    private static final Set<String> SMALL =
            Set.of("of", "the", "for", "and", "in", "on", "to", "a", "de", "la", "le", "les", "des", "du", "et", "en");

    /** The form of a name as it is written. */
    static NameForm of(String name) {
        String joined = String.join(" ", Spelling.words(name));
        return new NameForm(joined.startsWith("un ") ? "united nations " + joined.substring(3) : joined);
    }

    /** The form of a name without a bracket or legal form at its end: "Google (Switzerland)", "Alpha Ltd". */
    static NameForm loosely(String name) {
        Matcher bracket = BRACKET.matcher(name);
        String[] words = of(bracket.matches() ? bracket.group(1) : name).words.split(" ", -1);
        int end = words.length;
        while (end > 1 && LEGAL.contains(words[end - 1])) {
            end--;
        }
        return new NameForm(String.join(" ", List.of(words).subList(0, end)));
    }

    /** What follows a shorter name in this one, without "of" and the like; empty if this does not begin with it. */
    Optional<String> after(NameForm shorter) {
        if (!words.startsWith(shorter.words + " ")) {
            return Optional.empty();
        }
        return Optional.of(
                words.substring(shorter.words.length() + 1).replaceFirst("^(of|in|de|du|des|d) (the )?", ""));
    }

    /** Whether it is one word, which others bear more easily than a whole name. */
    boolean isOneWord() {
        return words.indexOf(' ') < 0;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** How many of the words that carry meaning two names share: 0 for none, 1 for all. */
    double likeness(NameForm other) {
        Set<String> own = meaning();
        Set<String> others = other.meaning();
        if (own.isEmpty() || others.isEmpty()) {
            return 0;
        }
        Set<String> shared = new HashSet<>(own);
        shared.retainAll(others);
        return 2.0 * shared.size() / (own.size() + others.size());
    }

    private Set<String> meaning() {
        Set<String> meaning = new HashSet<>(Arrays.asList(words.split(" ", -1)));
        meaning.removeAll(SMALL);
        meaning.remove("");
        return meaning;
    }
}
