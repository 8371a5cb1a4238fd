package org.genevagraph.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Whole names that one slip turns into what was typed. A slip is in one half, so that the other one stands as it was: the names that begin with
 * the first half and those that end with the second are looked through. An automaton would find them, too, but for a long name it takes
 * longer to make than all else that a search does.
 *
 * @param names the names
 * @param backwards the same names, each written backwards
 */
record NamesNearby(Terms names, Terms backwards) {
    /** Half of a shorter one begins too many names, and its automaton is small. */
    private static final int LETTERS = 12;

    private static final int MOST_LOOKED_AT = 1_000;

    /** A name as it is written backwards. */
    static String backwards(String name) {
        return new StringBuilder(name).reverse().toString();
    }

    /** Whether what was typed is long enough to find names by its halves. */
    static boolean areFoundBy(String typed) {
        return typed.codePointCount(0, typed.length()) >= LETTERS;
    }

    /** The names that were meant; nothing if so many names have a half in common that they have to be found in another way. */
    Optional<SortedSet<String>> find(String typed) {
        int half = typed.offsetByCodePoints(0, typed.codePointCount(0, typed.length()) / 2);
        // Two swapped letters may stand on both sides of the middle: the first of them is in no half.
        String first = typed.substring(0, typed.offsetByCodePoints(half, -1));
        String second = backwards(typed.substring(half));
        SortedSet<String> found = new TreeSet<>();
        try {
            boolean all = find(names, first, UnaryOperator.identity(), typed, found)
                    && find(backwards, second, NamesNearby::backwards, typed, found);
            return all ? Optional.of(found) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds those of the terms with a beginning that are near; whether all were looked at. */
    private static boolean find(
            Terms terms, String begin, UnaryOperator<String> name, String typed, SortedSet<String> found)
            throws IOException {
        TermsEnum each = terms.iterator();
        BytesRef prefix = new BytesRef(begin);
        if (each.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return true;
        }
        int looked = 0;
        do {
            if (!StringHelper.startsWith(each.term(), prefix)) {
                return true;
            }
            if (looked++ == MOST_LOOKED_AT) {
                return false;
            }
            String candidate = name.apply(each.term().utf8ToString());
            if (Slip.isAtMostOneBetween(typed, candidate)) {
                found.add(candidate);
            }
        } while (each.next() != null);
        return true;
    }
}
