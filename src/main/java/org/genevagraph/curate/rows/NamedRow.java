package org.genevagraph.curate.rows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.genevagraph.source.Row;

/**
 * A row of a thing with its names in the form in which they are compared, and the words of each. Names are alike where most of their words are,
 * in whichever order, and where they differ by a slip.
 */
record NamedRow(Row row, Map<String, Set<String>> names) {
    private static final double ALIKE = 0.8;

    /** Shorter words that differ by a letter are other words. */
    private static final int LONG_WORD = 5;

    private static final int LONG_NAME = 8;
    private static final int VERY_LONG = 16;

    /**
     * A row.
     *
     * @param others names that it has in other tables, as those in another language
     */
    static NamedRow of(Row row, List<String> others) {
        Map<String, Set<String>> names = new HashMap<>();
        Stream.of(Stream.of(called(row), row.get("acronym")), row.list("aliases").stream(), others.stream())
                .flatMap(some -> some)
                .map(ProposedRows::folded)
                .filter(name -> !name.isEmpty())
                .forEach(name -> names.put(name, Set.copyOf(Arrays.asList(name.split(" ", -1)))));
        return new NamedRow(row, names);
    }

    /** What a thing is called first. */
    static String called(Row row) {
        return row.get("name").isEmpty() ? row.get("title") : row.get("name");
    }

    boolean isAlike(NamedRow other) {
        return names.entrySet().stream()
                .anyMatch(name -> other.names.containsKey(name.getKey())
                        || other.names.entrySet().stream().anyMatch(known -> areAlike(name, known)));
    }

    private static boolean areAlike(Map.Entry<String, Set<String>> one, Map.Entry<String, Set<String>> other) {
        if (shareMost(one.getValue(), other.getValue())) {
            return true;
        }
        String letters = one.getKey().replace(" ", "");
        String others = other.getKey().replace(" ", "");
        int shorter = Math.min(letters.length(), others.length());
        boolean spaced = !one.getKey().equals(letters) || !other.getKey().equals(others);
        return spaced
                && shorter >= LONG_NAME
                && digits(letters).equals(digits(others))
                && isWithin(letters, others, shorter >= VERY_LONG ? 2 : 1);
    }

    private static boolean shareMost(Set<String> ones, Set<String> others) {
        if (ones.size() < 2 || others.size() < 2) {
            return false;
        }
        Set<String> left = new HashSet<>(others);
        left.removeAll(ones);
        long shared = ones.stream().filter(others::contains).count();
        for (String word : ones.stream().filter(word -> !others.contains(word)).collect(Collectors.toSet())) {
            if (left.removeIf(known -> isSlip(word, known))) {
                shared++;
            }
        }
        return shared >= ALIKE * (ones.size() + others.size() - shared);
    }

    /** Whether two words are the same but for a letter, two that changed places, or an ending of the plural. */
    private static boolean isSlip(String word, String known) {
        if (Math.min(word.length(), known.length()) < LONG_WORD || !(digits(word) + digits(known)).isEmpty()) {
            return false;
        }
        return isWithin(singular(word), singular(known), 1)
                || (word.length() == known.length() && sorted(word).equals(sorted(known)));
    }

    private static boolean isWithin(String one, String other, int letters) {
        return new LevenshteinDistance(letters).apply(one, other) >= 0;
    }

    private static String singular(String word) {
        return word.replaceFirst("ies$", "y").replaceFirst("s$", "");
    }

    private static String sorted(String word) {
        return word.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String digits(String name) {
        return name.replaceAll("\\D", "");
    }
}
