package org.genevagraph.text.names;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds names in texts: whole words only, the longest first, none within or across another. */
public final class NameFinder {
    /** Up to so many spellings are looked for one by one: the automaton for all at once takes megabytes, however few they are. */
    private static final int FEW = 64;

    private final Map<String, List<Name>> few;
    private final Optional<AhoCorasickDoubleArrayTrie<List<Name>>> many;

    /**
     * A place where names stand.
     *
     * @param start where it begins, in Java's characters
     * @param end where it ends, excluded
     * @param words as the text spells it
     * @param bearers everything that bears a name of this spelling; more than one if the name is ambiguous
     */
    public record Found(int start, int end, String words, Set<String> bearers) {}

    /** Looks for the given names; those of less than two characters are passed over. */
    public NameFinder(Iterable<Name> given) {
        TreeMap<String, List<Name>> byFolded = new TreeMap<>();
        for (Name name : given) {
            if (name.words().length() > 1) {
                byFolded.computeIfAbsent(folded(name.words()), key -> new ArrayList<>())
                        .add(name);
            }
        }
        if (byFolded.size() > FEW) {
            AhoCorasickDoubleArrayTrie<List<Name>> automaton = new AhoCorasickDoubleArrayTrie<>();
            automaton.build(byFolded);
            few = Map.of();
            many = Optional.of(automaton);
        } else {
            few = byFolded;
            many = Optional.empty();
        }
    }

    /** All places in a text, from left to right. */
    public List<Found> find(String text) {
        String folded = folded(text);
        List<Found> candidates = new ArrayList<>();
        many.ifPresent(automaton -> automaton
                .parseText(folded)
                .forEach(hit -> found(text, hit.begin, hit.end, hit.value).ifPresent(candidates::add)));
        few.forEach((spelling, names) -> {
            for (int at = folded.indexOf(spelling); at >= 0; at = folded.indexOf(spelling, at + 1)) {
                found(text, at, at + spelling.length(), names).ifPresent(candidates::add);
            }
        });
        candidates.sort(Comparator.comparingInt((Found place) -> place.start() - place.end())
                .thenComparing(Found::start));
        BitSet taken = new BitSet(text.length());
        List<Found> found = new ArrayList<>();
        for (Found candidate : candidates) {
            if (taken.get(candidate.start(), candidate.end()).isEmpty()) {
                found.add(candidate);
                taken.set(candidate.start(), candidate.end());
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    /** What stands there of names that have one spelling. */
    private static Optional<Found> found(String text, int start, int end, List<Name> names) {
        Set<String> bearers = new LinkedHashSet<>();
        int last = end;
        for (Name name : names) {
            int ends = endOf(name, text, start, end);
            if (ends > 0) {
                bearers.add(name.bearer());
                last = Math.max(last, ends);
            }
        }
        return bearers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(start, last, text.substring(start, last), bearers));
    }

    /** Where the name ends if it stands there as a whole word in a spelling that it allows; 0 if it does not. */
    private static int endOf(Name name, String text, int start, int end) {
        if (start > 0 && isWordCharacter(text.charAt(start - 1)) && isWordCharacter(text.charAt(start))) {
            return 0;
        }
        String words = text.substring(start, end);
        boolean fits = switch (name.spelling()) {
            case ANY -> true;
            case EXACT -> words.equals(name.words());
            case PROPER -> keepsCapitals(name.words(), words);
        };
        if (!fits) {
            return 0;
        }
        if (endsWord(text, end)) {
            return end;
        }
        boolean plural = name.spelling() == Name.Spelling.EXACT && text.charAt(end) == 's' && endsWord(text, end + 1);
        return plural ? end + 1 : 0;
    }

    private static boolean endsWord(String text, int end) {
        return end >= text.length() || !isWordCharacter(text.charAt(end)) || !isWordCharacter(text.charAt(end - 1));
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean keepsCapitals(String name, String words) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isUpperCase(name.charAt(i)) && !Character.isUpperCase(words.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Small letters, straight quotes, plain hyphens; character by character, so that places stay the same. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(
                    switch (c) {
                        case '’', '‘', 'ʼ' -> '\'';
                        case '“', '”' -> '"';
                        case '‐', '‑', '–', '—' -> '-';
                        case '\u00A0' -> ' ';
                        default -> Character.toLowerCase(c);
                    });
        }
        return folded.toString();
    }
}
