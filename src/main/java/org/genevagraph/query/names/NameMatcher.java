package org.genevagraph.query.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.jena.graph.Node;
import org.genevagraph.problem.Nearest;
import org.genevagraph.vocabulary.Iris;

/**
 * Measures how like a name that people wrote is to the names of things: words with slips of the hand, in another order, too many or too few.
 * What {@link ThingIndex} resolves needs none of it. Made of the same names; never changes.
 */
public final class NameMatcher {
    private static final double MOST = 100;
    private static final int LETTERS_FOR_TYPOS = 8;
    private static final int COMPARED = 40;
    private static final double ENOUGH = 40;
    private static final double SLIGHT_SLIP = 0.92;
    private static final double OTHER_NUMBER = 0.6;
    private static final double LIGHT = 0.2;
    private static final Set<String> LIGHT_WORDS = Set.of(
            "of", "for", "and", "on", "in", "to", "at", "by", "de", "du", "des", "pour", "sur", "en", "d", "l", "a",
            "au", "aux");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "inc",
            "incorporated",
            "ltd",
            "limited",
            "llc",
            "gmbh",
            "ag",
            "sa",
            "sarl",
            "plc",
            "corp",
            "corporation",
            "co",
            "company",
            "ev",
            "asbl",
            "bv",
            "nv",
            "spa",
            "srl");
    private static final Map<String, String> SHORTENED = Map.ofEntries(
            Map.entry("intl", "international"),
            Map.entry("int", "international"),
            Map.entry("dept", "department"),
            Map.entry("univ", "university"),
            Map.entry("uni", "university"),
            Map.entry("org", "organization"),
            Map.entry("inst", "institute"),
            Map.entry("assoc", "association"),
            Map.entry("ctr", "center"),
            Map.entry("govt", "government"),
            Map.entry("comm", "commission"),
            Map.entry("cttee", "committee"),
            Map.entry("tech", "technology"),
            Map.entry("natl", "national"),
            Map.entry("dev", "development"));

    private final List<Entry> entries = new ArrayList<>();

    /** Which entries have three letters in a row, in their order. */
    private final Map<String, List<Integer>> byPiece = new HashMap<>();

    /** How many pairs of words were compared, ever. */
    private final LongAdder compared = new LongAdder();

    private final Map<String, Double> rarity = new HashMap<>();
    private double rarest;

    private record Entry(Node thing, String kind, String name, List<String> words, String joined, Set<String> pieces) {}

    /**
     * How like a thing's name is to what was written.
     *
     * @param thing the thing
     * @param name the name of it that is most like
     * @param score from 0 to 100
     * @param slipsOnly whether every word of either is in the other, but for slips of the hand
     */
    public record Likeness(Node thing, String name, double score, boolean slipsOnly) {}

    private NameMatcher() {}

    /** Takes over the names. */
    public static NameMatcher of(ThingIndex things) {
        NameMatcher matcher = new NameMatcher();
        Map<String, Integer> counts = new TreeMap<>();
        things.names().forEach((thing, names) -> {
            String kind = Iris.parse(thing.getURI()).orElseThrow().kind();
            for (String name : names) {
                List<String> words = Spelling.words(name);
                String joined = String.join("", words);
                if (joined.chars().anyMatch(Character::isLetter)) {
                    Entry entry = new Entry(thing, kind, name, words, joined, pieces(joined));
                    entry.pieces()
                            .forEach(piece -> matcher.byPiece
                                    .computeIfAbsent(piece, any -> new ArrayList<>())
                                    .add(matcher.entries.size()));
                    matcher.entries.add(entry);
                    words.stream().distinct().forEach(word -> counts.merge(word, 1, Integer::sum));
                }
            }
        });
        counts.forEach((word, count) ->
                matcher.rarity.put(word, Math.log(1 + (double) matcher.entries.size() / count)));
        matcher.rarest = Math.log(1 + matcher.entries.size());
        return matcher;
    }

    /** A name without the form of a company at its end and with shortened words in full; the same if there is nothing of that. */
    public static String inFull(String name) {
        List<String> words = new ArrayList<>(Spelling.words(
                name.replaceAll("(?<=\\p{L})\\.(?=\\p{L}\\.)", "").replace("'l", "l")));
        while (words.size() > 1 && LEGAL_FORMS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return words.stream().map(word -> SHORTENED.getOrDefault(word, word)).collect(Collectors.joining(" "));
    }

    /** How many pairs of words were compared since there are these names: the work that there was. */
    long compared() {
        return compared.sum();
    }

    /**
     * The things of some kinds whose names are most like a text, best first; none if it is too long to be a name.
     *
     * @param most how many at most
     */
    public List<Likeness> like(String text, Collection<String> kinds, int most) {
        if (text.length() > Nearest.MOST_CHARACTERS) {
            return List.of();
        }
        List<String> words = Spelling.words(text);
        String joined = String.join("", words);
        Set<String> pieces = pieces(joined);
        int[] common = new int[entries.size()];
        pieces.forEach(piece -> byPiece.getOrDefault(piece, List.of()).forEach(entry -> common[entry]++));
        Map<Node, Likeness> best = new LinkedHashMap<>();
        record Rough(Entry entry, double overlap) {}
        IntStream.range(0, common.length)
                .filter(i -> common[i] > 0 && kinds.contains(entries.get(i).kind()))
                .mapToObj(i -> new Rough(
                        entries.get(i),
                        2.0
                                * common[i]
                                / (pieces.size() + entries.get(i).pieces().size())))
                .sorted(Comparator.comparingDouble(Rough::overlap).reversed())
                .limit(COMPARED)
                .map(rough -> likeness(rough.entry(), words, joined, rough.overlap()))
                .filter(likeness -> likeness.score() >= ENOUGH)
                .forEach(likeness -> best.merge(
                        likeness.thing(), likeness, (one, other) -> other.score() > one.score() ? other : one));
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Likeness::score)
                        .reversed()
                        .thenComparing(likeness -> likeness.thing().getURI()))
                .limit(most)
                .toList();
    }

    private Likeness likeness(Entry entry, List<String> words, String joined, double overlap) {
        int slips = Math.max(1, Math.min(joined.length(), entry.joined().length()) / (LETTERS_FOR_TYPOS + 4));
        boolean joinedOtherwise = words.size() != entry.words().size()
                && joined.length() >= LETTERS_FOR_TYPOS
                && within(slips, joined, entry.joined());
        double there = covered(words, entry.words());
        double back = covered(entry.words(), words);
        double wordsAlike = there + back == 0 ? 0 : 2 * there * back / (there + back);
        double alike = joinedOtherwise ? SLIGHT_SLIP : 0.75 * wordsAlike + 0.25 * overlap;
        boolean slipsOnly =
                joinedOtherwise || (isAll(there) && isAll(back) && entry.words().size() > 1);
        if (slipsOnly) {
            alike = Math.max(alike, SLIGHT_SLIP);
        }
        if (!numbers(words).equals(numbers(entry.words()))) {
            // Resolution 56/121 is not resolution 56/183, however like the names are.
            alike *= OTHER_NUMBER;
            slipsOnly = false;
        }
        // What is only like a name is never as good as the name.
        return new Likeness(entry.thing(), entry.name(), Math.min(alike * MOST, MOST - 2), slipsOnly);
    }

    /** Which part of the first words' weight has a counterpart among the others. */
    private double covered(List<String> words, List<String> others) {
        double all = 0;
        double found = 0;
        compared.add((long) words.size() * others.size());
        for (String word : words) {
            double weight = LIGHT_WORDS.contains(word) ? LIGHT : rarity.getOrDefault(word, rarest);
            all += weight;
            if (LIGHT_WORDS.contains(word) || others.contains(word)) {
                found += weight;
            } else if (others.stream().anyMatch(other -> isSlip(word, other))) {
                found += weight * 0.97;
            }
        }
        return all == 0 ? 0 : found / all;
    }

    private static boolean isAll(double covered) {
        return covered >= 0.969;
    }

    /** Whether a slip of the hand makes one word of another: the longer they are, the more of it. */
    private static boolean isSlip(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < 4 || one.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        return within(shorter < LETTERS_FOR_TYPOS ? 1 : 2, one, other)
                || (one.length() == other.length()
                        && one.chars().sum() == other.chars().sum()
                        && Arrays.equals(
                                one.chars().sorted().toArray(),
                                other.chars().sorted().toArray()));
    }

    private static boolean within(int slips, String one, String other) {
        return Math.abs(one.length() - other.length()) <= slips
                && new LevenshteinDistance(slips).apply(one, other) >= 0;
    }

    private static List<String> numbers(List<String> words) {
        return words.stream()
                .map(word -> word.replaceAll("\\D", ""))
                .filter(digits -> !digits.isEmpty())
                .sorted()
                .toList();
    }

    /** All three letters in a row. */
    private static Set<String> pieces(String text) {
        String padded = " " + text + " ";
        Set<String> pieces = new HashSet<>();
        for (int i = 0; i + 3 <= padded.length(); i++) {
            pieces.add(padded.substring(i, i + 3));
        }
        return pieces;
    }
}
