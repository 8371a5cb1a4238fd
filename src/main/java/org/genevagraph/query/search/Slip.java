package org.genevagraph.query.search;

/** A slip of the hand: a letter more, less or changed, or two neighbours swapped (Damerau and Levenshtein's distance of one). */
final class Slip {
    private Slip() {}

    /** Whether two words are the same, or one slip turns one of them into the other. */
    static boolean isAtMostOneBetween(String one, String other) {
        int[] first = one.codePoints().toArray();
        int[] second = other.codePoints().toArray();
        int shorter = Math.min(first.length, second.length);
        int begin = 0;
        while (begin < shorter && first[begin] == second[begin]) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && first[first.length - 1 - end] == second[second.length - 1 - end]) {
            end++;
        }
        int left = first.length - begin - end;
        int right = second.length - begin - end;
        boolean swapped =
                left == 2 && right == 2 && first[begin] == second[begin + 1] && first[begin + 1] == second[begin];
        return swapped || (left <= 1 && right <= 1);
    }
}
