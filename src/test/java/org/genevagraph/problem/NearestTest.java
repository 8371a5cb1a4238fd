package org.genevagraph.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;

/** The known names that a mistyped one may have meant. */
class NearestTest {
    private static final double LIKE_ENOUGH = 0.8;

    /** Most names are ruled out without being compared; those that are left are the same, in the same order. */
    @Test
    void namesThatAreRuledOutAreNotLikeEnough() {
        Random random = new Random(20_261_201);
        List<String> names = IntStream.range(0, 400)
                .mapToObj(any -> word(random, 1 + random.nextInt(12)) + (random.nextBoolean() ? " é" : "x"))
                .distinct()
                .toList();
        int found = 0;
        for (int i = 0; i < 400; i++) {
            String given = word(random, 1 + random.nextInt(12)) + "z";
            List<String> near = Nearest.of(given, names);
            assertEquals(byTheLibrary(given, names), near, given);
            found += near.size();
        }
        assertTrue(found > 100, "found: " + found);
    }

    /** A word of few different letters, so that many words are alike. */
    private static String word(Random random, int letters) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            word.append("aabcdeéш".charAt(random.nextInt(8)));
        }
        return word.toString();
    }

    /** The same by the library's measure alone; a word with all letters of another one stands before all others. */
    private static List<String> byTheLibrary(String given, List<String> names) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        record Scored(String name, double score) {}
        return names.stream()
                .map(name -> new Scored(name, letters(name).equals(letters(given)) ? 1 : similarity.apply(given, name)))
                .filter(scored -> scored.score() >= LIKE_ENOUGH)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::name))
                .limit(3)
                .map(Scored::name)
                .toList();
    }

    private static List<Integer> letters(String word) {
        return word.chars().sorted().boxed().toList();
    }
}
