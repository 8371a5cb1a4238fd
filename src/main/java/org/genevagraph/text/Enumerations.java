package org.genevagraph.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lists within English sentences that give members of something: "such as a, b and c", "including …", "like …", "e.g. …", and what
 * stands after a colon. A sentence that only joins three clauses is none.
 */
public final class Enumerations {
    private static final Pattern CUE = Pattern.compile(
            "(?<![\\p{L}\\p{N}-])(?i:such as|as diverse as|includ(?:ing|es?|ed)(?: but not limited to)?|like|e\\.g\\.|for example|notably|namely|inter alia),?\\s+(?:inter alia,\\s+)?|:\\s+");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*(,?)\\s+(?:and/or|and|or|as well as)\\s+|\\s*,\\s*");
    private static final Pattern CLOSES = Pattern.compile("[;:)(]|\\s[–—-]\\s|\\.$|[.?!]\\s");
    private static final Pattern ASIDE = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’/-][\\p{L}\\p{N}]+)*");

    /** What stands before a member and belongs to none. */
    private static final Set<String> BEFORE = Set.of(
            "the",
            "a",
            "an",
            "of",
            "its",
            "their",
            "our",
            "other",
            "others",
            "all",
            "any",
            "both",
            "various",
            "some",
            "also",
            "especially",
            "particularly",
            "particular",
            "inter",
            "alia",
            "more",
            "new",
            "different",
            "appropriate");

    /** After these a member says more about what it has named. */
    private static final Set<String> FURTHER = Set.of(
            "for", "in", "on", "at", "from", "with", "by", "within", "across", "under", "between", "among", "amongst",
            "via", "into", "towards", "through", "over", "against", "about", "as", "related");

    /** With these the sentence goes on, and the list is over. */
    private static final Set<String> OVER = Set.of(
            "to",
            "that",
            "those",
            "which",
            "who",
            "where",
            "when",
            "while",
            "so",
            "but",
            "if",
            "than",
            "will",
            "would",
            "can",
            "could",
            "may",
            "should",
            "shall",
            "must",
            "has",
            "have",
            "had",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "we",
            "it",
            "they",
            "this",
            "these",
            "such",
            "how",
            "whether",
            "not",
            "including",
            "like",
            "offer",
            "offers",
            "help",
            "helps",
            "aimed",
            "aiming",
            "without",
            "everywhere",
            "etc",
            "using",
            "taking",
            "providing",
            "considering",
            "leading",
            "working",
            "ensuring",
            "explores");

    /** A word that alone is no member: it says something about the noun of the next one, or about what was told before. */
    private static final Pattern LEANS =
            Pattern.compile("\\p{Ll}+(?:al|ive|able|ible|ic|ous|ary|ed)|open|private|written");

    private static final int LONGEST = 6;

    private Enumerations() {}

    /**
     * A member of a list.
     *
     * @param start where it begins, in Java's characters
     * @param words as the text spells it, without articles
     */
    public record Member(int start, String words) {
        /** Where it ends, excluded. */
        public int end() {
            return start + words.length();
        }
    }

    /** The members of all lists of a text, from left to right, each place once. */
    public static List<Member> in(String text) {
        List<Member> found = new ArrayList<>();
        int taken = 0;
        // An aside would end a member too early; blanks in its place keep the others where they are.
        String plain = ASIDE.matcher(text)
                .replaceAll(aside -> isList(aside.group())
                        ? Matcher.quoteReplacement(aside.group())
                        : " ".repeat(aside.group().length()));
        Matcher cues = CUE.matcher(plain);
        while (cues.find()) {
            List<Member> list = list(plain, cues.end());
            boolean colon = cues.group().startsWith(":");
            if (list.size() < (colon ? 3 : 2)) {
                continue;
            }
            for (Member member : list) {
                if (member.start() >= taken) {
                    found.add(new Member(member.start(), text.substring(member.start(), member.end())));
                    taken = member.end();
                }
            }
        }
        return found;
    }

    private static boolean isList(String aside) {
        return CUE.matcher(aside).find();
    }

    /** The members of the list that begins at a place; empty if what stands there is no list. */
    private static List<Member> list(String text, int start) {
        Matcher closes = CLOSES.matcher(text).region(start, text.length());
        int end = closes.find() ? closes.start() : text.length();
        boolean bracketed = end < text.length() && text.charAt(end) == ')';
        List<MatchResult> separators =
                SEPARATOR.matcher(text).region(start, end).results().toList();
        int last = bracketed ? separators.size() : last(separators);
        List<Member> members = new ArrayList<>();
        int from = start;
        for (int i = 0; i <= separators.size(); i++) {
            int to = i == separators.size() ? end : separators.get(i).start();
            if (!take(text, from, to, members) || i > last) {
                break;
            }
            from = i == separators.size() ? end : separators.get(i).end();
        }
        return members;
    }

    /** Which separator is the last of the list: the "and" that closes it, behind a comma if the list has such a one. */
    private static int last(List<MatchResult> separators) {
        for (boolean behindComma : new boolean[] {true, false}) {
            for (int i = 0; i < separators.size(); i++) {
                MatchResult separator = separators.get(i);
                boolean joins = separator.group().strip().length() > 1;
                if (joins && (!behindComma || !separator.group(1).isEmpty())) {
                    return i;
                }
            }
        }
        return separators.size();
    }

    /** Takes the member between two places, if it is one; returns whether the list can go on. */
    private static boolean take(String text, int from, int to, List<Member> members) {
        List<String> words = new ArrayList<>();
        List<MatchResult> places = WORD.matcher(text).region(from, to).results().toList();
        places.forEach(place -> words.add(place.group()));
        int first = 0;
        while (first < words.size()
                && (BEFORE.contains(words.get(first)) || (members.isEmpty() && FURTHER.contains(words.get(first))))) {
            first++;
        }
        int last = first;
        while (last < words.size() && !FURTHER.contains(words.get(last)) && !OVER.contains(words.get(last))) {
            last++;
        }
        boolean isOver = last < words.size() && OVER.contains(words.get(last));
        if (last > first
                && last - first <= LONGEST
                && !isCut(words.subList(first, last), text.startsWith(" and", to))) {
            int start = places.get(first).start();
            members.add(
                    new Member(start, text.substring(start, places.get(last - 1).end())));
        }
        return !isOver;
    }

    /** Whether the noun is missing: many of [which], national [and regional platforms]. */
    private static boolean isCut(List<String> words, boolean isJoined) {
        String last = words.get(words.size() - 1);
        return last.equals("of")
                || ((words.size() == 1 || isJoined) && LEANS.matcher(last).matches());
    }
}
