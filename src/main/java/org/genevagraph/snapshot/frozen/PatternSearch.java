package org.genevagraph.snapshot.frozen;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.graph.GraphWrapper;

/**
 * Finds what matches a basic graph pattern, all of its triples at once. It compares numbers, makes terms of what it found only, and goes on
 * with whichever triple of the pattern has the fewest matches after all that was chosen before, which it knows exactly.
 */
public final class PatternSearch {
    private static final int UNBOUND = -1;

    /** After so many steps somebody may want to stop it. */
    private static final int STEPS = 256;

    private final FrozenGraph graph;
    private final Runnable check;
    private final Var[] variables;

    /** For each triple three numbers: of a term, or below {@link Triples#ANY} the place of a variable, counted down. */
    private final int[][] patterns;

    /** Whether the pattern names a term that the graph does not have. */
    private final boolean impossible;

    /** How the pattern is found if it is one triple; else null. */
    private final TripleSearch single;

    /** What the last search left open; few searches of a query differ in that. */
    private Open open = new Open(new Var[0], new int[0], null);

    /** Variables without a value before a search. */
    private static final class Open {
        final Var[] variables;

        /** Their places among those of the pattern. */
        final int[] places;

        /** For each variable of the pattern whether it is one of them. */
        final boolean[] flags;

        Open(Var[] variables, int[] places, boolean[] flags) {
            this.variables = variables;
            this.places = places;
            this.flags = flags;
        }
    }

    private PatternSearch(FrozenGraph graph, BasicPattern pattern, Runnable check) {
        this.graph = graph;
        this.check = check;
        this.patterns = new int[pattern.size()][];
        Map<Var, Integer> places = new LinkedHashMap<>();
        boolean unknown = false;
        for (int i = 0; i < patterns.length; i++) {
            Triple triple = pattern.get(i);
            patterns[i] = new int[] {
                code(triple.getSubject(), places), code(triple.getPredicate(), places), code(triple.getObject(), places)
            };
            for (int code : patterns[i]) {
                unknown |= code == Terms.UNKNOWN;
            }
        }
        this.variables = places.keySet().toArray(Var[]::new);
        this.impossible = unknown;
        this.single = pattern.size() == 1
                ? TripleSearch.of(graph, pattern.get(0), check).orElse(null)
                : null;
    }

    private Open open(boolean[] flags) {
        if (!Arrays.equals(flags, open.flags)) {
            int[] places = IntStream.range(0, flags.length)
                    .filter(place -> flags[place])
                    .toArray();
            Var[] left =
                    Arrays.stream(places).mapToObj(place -> variables[place]).toArray(Var[]::new);
            open = new Open(left, places, flags);
        }
        return open;
    }

    private int code(Node node, Map<Var, Integer> places) {
        if (Var.isVar(node)) {
            places.putIfAbsent(Var.alloc(node), places.size());
            return Triples.ANY - 1 - places.get(Var.alloc(node));
        }
        return graph.terms().number(node);
    }

    private static boolean isVariable(int code) {
        return code < Triples.ANY;
    }

    private static int place(int code) {
        return Triples.ANY - 1 - code;
    }

    /**
     * Prepares a search.
     *
     * @param graph the graph that a query reads, perhaps within others that pass on what it finds
     * @param check is called now and then, and ends the search by what it throws
     * @return empty if the graph is no frozen one
     */
    public static Optional<PatternSearch> of(Graph graph, BasicPattern pattern, Runnable check) {
        Graph inner = graph;
        while (inner instanceof GraphWrapper wrapper) {
            inner = wrapper.get();
        }
        return inner instanceof FrozenGraph frozen
                ? Optional.of(new PatternSearch(frozen, pattern, check))
                : Optional.empty();
    }

    /** All ways to match that agree with what is known. */
    public Iterator<Binding> matches(Binding known) {
        if (impossible) {
            return Collections.emptyIterator();
        }
        return single == null ? new Matches(known) : single.matches(known);
    }

    /** One search: a choice for each triple of the pattern, one below the other, taken back where it leads nowhere. */
    private final class Matches implements Iterator<Binding> {
        private final Binding known;
        private final int[] values = new int[variables.length];

        /** At each depth the triple of the pattern, where it is looked up, and the variables that it has bound. */
        private final int[] chosen = new int[patterns.length];

        private final Cursor[] cursors = new Cursor[patterns.length];
        private final int[][] bound = new int[patterns.length][3];
        private final int[] boundCount = new int[patterns.length];
        private final boolean[] used = new boolean[patterns.length];
        private Cursor spare = new Cursor();
        private int depth;
        private int steps;
        private boolean found;

        private final Open wanted;

        Matches(Binding known) {
            boolean[] flags = new boolean[values.length];
            this.known = known;
            for (int place = 0; place < values.length; place++) {
                Node node = known.get(variables[place]);
                values[place] = node == null ? UNBOUND : graph.terms().number(node);
                if (node == null) {
                    flags[place] = true;
                } else if (values[place] == Terms.UNKNOWN) {
                    depth = -1;
                }
            }
            wanted = open(flags);
            for (int i = 0; i < cursors.length; i++) {
                cursors[i] = new Cursor();
            }
            if (depth == 0) {
                choose();
            }
        }

        /** Chooses what is looked up at this depth. */
        private void choose() {
            int best = -1;
            for (int i = 0; i < patterns.length; i++) {
                if (!used[i]) {
                    int[] pattern = patterns[i];
                    graph.open(spare, value(pattern[0]), value(pattern[1]), value(pattern[2]));
                    if (best < 0 || spare.size() < cursors[depth].size()) {
                        Cursor better = spare;
                        spare = cursors[depth];
                        cursors[depth] = better;
                        best = i;
                        if (better.size() <= 1) {
                            break;
                        }
                    }
                }
            }
            chosen[depth] = best;
            used[best] = true;
            boundCount[depth] = 0;
        }

        /** The number of a term; {@link Triples#ANY} for a variable that is not bound. */
        private int value(int code) {
            if (!isVariable(code)) {
                return code;
            }
            int value = values[place(code)];
            return value == UNBOUND ? Triples.ANY : value;
        }

        @Override
        public boolean hasNext() {
            while (!found && depth >= 0) {
                if (++steps % STEPS == 0) {
                    check.run();
                }
                release();
                Cursor cursor = cursors[depth];
                if (cursor.isAtEnd()) {
                    used[chosen[depth]] = false;
                    depth--;
                } else {
                    int row = cursor.row();
                    cursor.step();
                    if (take(row)) {
                        if (depth == patterns.length - 1) {
                            found = true;
                        } else {
                            depth++;
                            choose();
                        }
                    }
                }
            }
            return found;
        }

        /** Takes back what was bound at this depth. */
        private void release() {
            for (int i = 0; i < boundCount[depth]; i++) {
                values[bound[depth][i]] = UNBOUND;
            }
            boundCount[depth] = 0;
        }

        /** Binds the variables of the triple that is looked up to a row, if it matches. */
        private boolean take(int row) {
            int[] pattern = patterns[chosen[depth]];
            if (!graph.matches(row, value(pattern[0]), value(pattern[1]), value(pattern[2]))) {
                return false;
            }
            Triples triples = graph.triples();
            return bind(pattern[0], triples.subjects[row])
                    && bind(pattern[1], triples.predicates[row])
                    && bind(pattern[2], triples.objects[row]);
        }

        /** A variable that stands twice in a triple is bound the first time, and compared the second. */
        private boolean bind(int code, int number) {
            if (!isVariable(code)) {
                return true;
            }
            int place = place(code);
            if (values[place] != UNBOUND) {
                return values[place] == number;
            }
            values[place] = number;
            bound[depth][boundCount[depth]++] = place;
            return true;
        }

        @Override
        public Binding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            found = false;
            int[] places = wanted.places;
            if (places.length == 0) {
                return known;
            }
            Node[] terms = new Node[places.length];
            for (int i = 0; i < terms.length; i++) {
                terms[i] = graph.terms().term(values[places[i]]);
            }
            return FlatBinding.of(known, wanted.variables, terms);
        }
    }
}
