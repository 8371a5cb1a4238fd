package org.genevagraph.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the known names that a mistyped one may have meant. */
public final class Nearest {
    /** A longer name is nobody's, and would take long to be compared. */
    public static final int MOST_CHARACTERS = 200;

    private static final double LIKE_ENOUGH = 0.8;
    private static final int MOST = 3;
    private static final Pattern JOINTS = Pattern.compile("[\\s_-]+");

    private Nearest() {}

    /** The names most like the given one, best first, three at most; none if nothing is like it, or it is too long to be a name. */
    public static List<String> of(String given, Collection<String> known) {
        if (given.length() > MOST_CHARACTERS) {
            return List.of();
        }
        String letters = letters(given);
        List<String> same = letters.isEmpty()
                ? List.of()
                : known.stream()
                        .distinct()
                        .filter(name -> name.length() >= letters.length()
                                && letters(name).equals(letters))
                        .limit(MOST)
                        .toList();
        if (!same.isEmpty()) {
            return same;
        }
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String wanted = given.toLowerCase(Locale.ROOT);
        record Scored(String name, double score) {}
        return known.stream()
                .distinct()
                .map(name -> new Scored(name, likeness(similarity, wanted, name.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.score() >= LIKE_ENOUGH)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::name))
                .limit(MOST)
                .map(Scored::name)
                .toList();
    }

    /** A name without capitals, blanks and hyphens. */
    private static String letters(String name) {
        return JOINTS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static double likeness(JaroWinklerSimilarity similarity, String wanted, String known) {
        // In a short word the measure takes swapped letters for other ones.
        boolean swapped = wanted.length() == known.length()
                && Arrays.equals(
                        wanted.chars().sorted().toArray(),
                        known.chars().sorted().toArray());
        return swapped ? 1 : similarity.apply(wanted, known);
    }

    /** "did you mean x, y?" for the nearest names, or the given advice if none is near. */
    public static String hint(String given, Collection<String> known, String otherwise) {
        List<String> near = of(given, known);
        return near.isEmpty() ? otherwise : "did you mean " + String.join(", ", near) + "?";
    }
}
