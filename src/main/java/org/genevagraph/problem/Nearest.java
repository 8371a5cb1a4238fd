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

    /** So many letters at the beginning of two words, if they are the same, make them more like (Winkler's prefix), each by so much. */
    private static final int PREFIX = 4;

    private static final double SCALE = 0.1;

    /** Letters of one bucket count as the same, which only makes the bound higher. */
    private static final int BUCKETS = 128;

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
                                && beginsWith(letters.charAt(0), name)
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

    /** Whether a name may have this letter first: most names are ruled out without a pattern. */
    private static boolean beginsWith(char letter, String name) {
        char first = name.charAt(0);
        return Character.toLowerCase(first) == letter || !Character.isLetterOrDigit(first);
    }

    private static double likeness(JaroWinklerSimilarity similarity, String wanted, String known) {
        if (most(wanted, known) < LIKE_ENOUGH) {
            return 0;
        }
        // In a short word the measure takes swapped letters for other ones.
        boolean swapped = wanted.length() == known.length()
                && Arrays.equals(
                        wanted.chars().sorted().toArray(),
                        known.chars().sorted().toArray());
        return swapped ? 1 : similarity.apply(wanted, known);
    }

    /**
     * No likeness of two words is above this: as if all letters that they share stood in their order. To count them takes less than to compare
     * the words, and rules most of them out.
     */
    private static double most(String wanted, String known) {
        int begin = 0;
        while (begin < Math.min(PREFIX, Math.min(wanted.length(), known.length()))
                && wanted.charAt(begin) == known.charAt(begin)) {
            begin++;
        }
        int[] left = new int[BUCKETS];
        for (int i = 0; i < wanted.length(); i++) {
            left[wanted.charAt(i) % BUCKETS]++;
        }
        int shared = 0;
        for (int i = 0; i < known.length(); i++) {
            if (left[known.charAt(i) % BUCKETS]-- > 0) {
                shared++;
            }
        }
        double jaro = ((double) shared / wanted.length() + (double) shared / known.length() + 1) / 3;
        return jaro + SCALE * begin * (1 - jaro);
    }

    /** "did you mean x, y?" for the nearest names, or the given advice if none is near. */
    public static String hint(String given, Collection<String> known, String otherwise) {
        List<String> near = of(given, known);
        return near.isEmpty() ? otherwise : "did you mean " + String.join(", ", near) + "?";
    }
}
