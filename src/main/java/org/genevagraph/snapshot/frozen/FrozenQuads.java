package org.genevagraph.snapshot.frozen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.genevagraph.files.BlockReader;
import org.genevagraph.files.BlockWriter;

/**
 * Named graphs that never change, with their union. Each triple is held once, together with the set of graphs that say it, so that a triple
 * takes 24 bytes besides its terms. Everything but the order of terms takes time in proportion to the triples.
 */
public final class FrozenQuads {
    private final Terms terms;
    private final List<String> names;

    /** The sets of graphs that say some triple, as numbers in {@link #names}. */
    private final List<BitSet> sets;

    /** For each triple, in the order of the triples, the number of its set. */
    private final char[] setOf;

    private final Triples triples;
    private final RowsBySet rowsBySet;

    private FrozenQuads(Terms terms, List<String> names, List<BitSet> sets, char[] setOf, Triples triples) {
        this.terms = terms;
        this.names = List.copyOf(names);
        this.sets = sets;
        this.setOf = setOf;
        this.triples = triples;
        this.rowsBySet = new RowsBySet(setOf, sets.size());
    }

    /**
     * Freezes graphs. The same graphs give the same, term by term and triple by triple, however they came about.
     *
     * @param graphs the graphs by their names
     */
    public static FrozenQuads of(Map<String, Graph> graphs) {
        Map<String, Graph> sorted = new TreeMap<>(graphs);
        Set<Node> all = new HashSet<>();
        int quads = 0;
        for (Graph graph : sorted.values()) {
            for (Iterator<Triple> each = graph.find(); each.hasNext(); quads++) {
                Triple triple = each.next();
                all.add(triple.getSubject());
                all.add(triple.getPredicate());
                all.add(triple.getObject());
            }
        }
        Terms terms = Terms.of(all);
        int[] subjects = new int[quads];
        int[] predicates = new int[quads];
        int[] objects = new int[quads];
        int[] saidIn = new int[quads];
        int quad = 0;
        int number = 0;
        for (Graph graph : sorted.values()) {
            for (Iterator<Triple> each = graph.find(); each.hasNext(); quad++) {
                Triple triple = each.next();
                subjects[quad] = terms.number(triple.getSubject());
                predicates[quad] = terms.number(triple.getPredicate());
                objects[quad] = terms.number(triple.getObject());
                saidIn[quad] = number;
            }
            number++;
        }
        int[] order = Sorting.by(objects, null, terms.size());
        order = Sorting.by(predicates, order, terms.size());
        order = Sorting.by(subjects, order, terms.size());
        return merged(terms, List.copyOf(sorted.keySet()), order, new int[][] {subjects, predicates, objects, saidIn});
    }

    /** Makes one of all quads that say the same triple. */
    private static FrozenQuads merged(Terms terms, List<String> names, int[] order, int[][] quads) {
        Map<BitSet, Integer> sets = new HashMap<>();
        List<BitSet> known = new ArrayList<>();
        int[][] columns = new int[3][order.length];
        char[] setOf = new char[order.length];
        int size = 0;
        for (int at = 0; at < order.length; ) {
            int first = order[at];
            BitSet saidIn = new BitSet(names.size());
            do {
                saidIn.set(quads[3][order[at]]);
                at++;
            } while (at < order.length && isSame(quads, first, order[at]));
            Integer set = sets.get(saidIn);
            if (set == null) {
                set = known.size();
                if (set > Character.MAX_VALUE) {
                    throw new IllegalArgumentException("more than " + Character.MAX_VALUE + " sets of graphs");
                }
                sets.put(saidIn, set);
                known.add(saidIn);
            }
            for (int column = 0; column < columns.length; column++) {
                columns[column][size] = quads[column][first];
            }
            setOf[size] = (char) (int) set;
            size++;
        }
        return new FrozenQuads(
                terms,
                names,
                known,
                Arrays.copyOf(setOf, size),
                new Triples(
                        terms.size(),
                        Arrays.copyOf(columns[0], size),
                        Arrays.copyOf(columns[1], size),
                        Arrays.copyOf(columns[2], size)));
    }

    private static boolean isSame(int[][] quads, int one, int other) {
        return quads[0][one] == quads[0][other] && quads[1][one] == quads[1][other] && quads[2][one] == quads[2][other];
    }

    /** The names of the graphs, in their order. */
    public List<String> names() {
        return names;
    }

    /** The union of all graphs. */
    public Graph union() {
        return new FrozenGraph(terms, triples, setOf, null, rowsBySet);
    }

    /** The graph of a name; an empty one if there is none. */
    public Graph graph(String name) {
        int number = names.indexOf(name);
        return of(saidIn -> number >= 0 && saidIn.get(number));
    }

    /** The union of all graphs without the triples that any of some graphs says. */
    public Graph without(Set<String> others) {
        BitSet unwanted = new BitSet();
        others.stream().mapToInt(names::indexOf).filter(number -> number >= 0).forEach(unwanted::set);
        return of(saidIn -> !saidIn.intersects(unwanted));
    }

    private Graph of(Predicate<BitSet> wanted) {
        boolean[] among = new boolean[sets.size()];
        for (int set = 0; set < among.length; set++) {
            among[set] = wanted.test(sets.get(set));
        }
        return new FrozenGraph(terms, triples, setOf, among, rowsBySet);
    }

    /** The number of a term, counted from 0; -1 if it occurs nowhere. */
    public int number(Node term) {
        return terms.number(term);
    }

    /** The term of a number. */
    public Node term(int number) {
        return terms.term(number);
    }

    /** Writes it. */
    public void write(BlockWriter out) throws IOException {
        terms.write(out);
        out.putInt(names.size());
        for (String name : names) {
            out.putText(name);
        }
        out.putInt(sets.size());
        for (BitSet set : sets) {
            out.putInts(set.stream().toArray());
        }
        triples.write(out);
        for (char set : setOf) {
            out.putChar(set);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else
     */
    public static FrozenQuads read(BlockReader in) throws IOException {
        Terms terms = Terms.read(in);
        List<String> names = new ArrayList<>();
        for (int left = in.getCount(1); left > 0; left--) {
            names.add(in.getText());
        }
        List<BitSet> sets = new ArrayList<>();
        for (int left = in.getCount(1); left > 0; left--) {
            BitSet set = new BitSet(names.size());
            for (int number : in.getInts()) {
                set.set(number);
            }
            sets.add(set);
        }
        Triples triples = Triples.read(in, terms.size());
        char[] setOf = new char[triples.size()];
        for (int row = 0; row < setOf.length; row++) {
            setOf[row] = in.getChar();
        }
        return new FrozenQuads(terms, names, sets, setOf, triples);
    }
}
