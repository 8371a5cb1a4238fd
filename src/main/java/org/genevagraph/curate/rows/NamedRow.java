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
import org.genevagraph.source.table.Row;

/**
 * A row of a thing with its names in the form in which they are compared, and the words of each. Names are alike where most of their words are,
 * in whichever order, and where they differ by a slip.
 */
record NamedRow(Row row, Map<String, Words> names) {
    private static final double ALIKE = 0.8;

    /** Shorter words that differ by a letter are other words. */
    private static final int LONG_WORD = 5;

    private static final int LONG_NAME = 8;
    private static final int VERY_LONG = 16;

    /** The words of a name, and its letters without what stands between words. */
    record Words(Set<String> set, String letters) {
        Words {
            set = Set.copyOf(set);
        }

        static Words of(String name) {
            return new Words(new HashSet<>(Arrays.asList(name.split(" ", -1))), name.replace(" ", ""));
        }
    }

    /**
     * A row.
     *
     * @param others names that it has in other tables, as those in another language
     */
    static NamedRow of(Row row, List<String> others) {
        Map<String, Words> names = new HashMap<>();
        Stream.of(Stream.of(TableText.called(row), row.get("acronym")), row.list("aliases").stream(), others.stream())
                .flatMap(some -> some)
                .map(ProposedRows::folded)
                .filter(name -> !name.isEmpty())
                .forEach(name -> names.put(name, Words.of(name)));
        return new NamedRow(row, names);
    }

    boolean isAlike(NamedRow other) {
        return !isProfileOf(other) && !other.isProfileOf(this) && hasNameLike(other);
    }

    /** Whether it is the profile of a thing, which is called after it. */
    private boolean isProfileOf(NamedRow other) {
        return row.table().name().equals("documents")
                && row.get("kind").equals("profile")
                && other.names.containsKey(
                        ProposedRows.folded(TableText.called(row)).replaceFirst("^profile ", ""));
    }

    private boolean hasNameLike(NamedRow other) {
        return names.entrySet().stream()
                .anyMatch(name -> other.names.containsKey(name.getKey())
                        || other.names.values().stream().anyMatch(known -> areAlike(name.getValue(), known)));
    }

    private static boolean areAlike(Words one, Words other) {
        if (shareMost(one.set(), other.set())) {
            return true;
        }
        int shorter = Math.min(one.letters().length(), other.letters().length());
        int slips = shorter >= VERY_LONG ? 2 : 1;
        boolean spaced = one.set().size() > 1 || other.set().size() > 1;
        return spaced
                && shorter >= LONG_NAME
                && Math.abs(one.letters().length() - other.letters().length()) <= slips
                && isWithin(one.letters(), other.letters(), slips)
                && digits(one.letters()).equals(digits(other.letters()));
    }

    private static boolean shareMost(Set<String> ones, Set<String> others) {
        int fewer = Math.min(ones.size(), others.size());
        if (fewer < 2 || fewer < ALIKE * Math.max(ones.size(), others.size())) {
            return false;
        }
        long shared = ones.stream().filter(others::contains).count();
        if (shared * 2 < fewer) {
            // Names of which most words are slips are other names.
            return false;
        }
        Set<String> left = new HashSet<>(others);
        left.removeAll(ones);
        for (String word : ones) {
            if (!others.contains(word) && left.removeIf(known -> isSlip(word, known))) {
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
