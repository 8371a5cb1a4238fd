package org.genevagraph.query.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/** The names that stand in a text beside other words, or beside each other: "partners of GCSP", "EPFL &amp; ITU". */
public final class NamesWithin {
    private static final int WORDS_OF_A_NAME = 9;

    private NamesWithin() {}

    /**
     * A name in a text.
     *
     * @param from the number of its first word
     * @param to the number of the word after it
     * @param things what is called so
     */
    public record Named(int from, int to, List<Node> things) {
        public Named {
            things = List.copyOf(things);
        }

        /** Whether a word of the text belongs to it. */
        public boolean has(int word) {
            return from <= word && word < to;
        }
    }

    /**
     * Finds them, the longest first, in the order in which they stand. No name is the whole text.
     *
     * @param most how many at most
     * @param mostThings how many things can be called so for the name to count
     * @param joins what is no first or last word of a name: "of", "who"
     */
    public static List<Named> of(
            List<String> words,
            ThingIndex things,
            List<String> kinds,
            int most,
            int mostThings,
            Predicate<String> joins) {
        return of(words, name -> things.meanings(name, kinds), most, mostThings, joins, name -> false);
    }

    /**
     * The same.
     *
     * @param meanings the things that are called so
     * @param other what is no name here, since it says something else: "goals", "funds"
     */
    public static List<Named> of(
            List<String> words,
            Function<String, List<Node>> meanings,
            int most,
            int mostThings,
            Predicate<String> joins,
            Predicate<String> other) {
        List<Named> named = new ArrayList<>();
        for (int length = Math.min(WORDS_OF_A_NAME, words.size() - 1); length > 0; length--) {
            for (int from = 0; from + length <= words.size() && named.size() < most; from++) {
                int begin = from;
                int end = from + length;
                boolean free = named.stream().noneMatch(one -> one.from() < end && begin < one.to());
                String name = String.join(" ", words.subList(begin, end));
                boolean isName = !joins.test(words.get(begin)) && !joins.test(words.get(end - 1)) && !other.test(name);
                if (free && isName) {
                    List<Node> called = meanings.apply(name);
                    if (!called.isEmpty() && called.size() <= mostThings) {
                        named.add(new Named(begin, end, called));
                    }
                }
            }
        }
        named.sort(Comparator.comparingInt(Named::from));
        return named;
    }
}
