package org.genevagraph.snapshot.frozen;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Finds what matches one triple of a pattern, such as the name of a thing, which many rows ask for one after the other. */
final class TripleSearch {
    private static final int COLUMNS = 3;

    /** After so many steps somebody may want to stop it. */
    private static final int STEPS = 256;

    private final FrozenGraph graph;
    private final Runnable check;

    /** Subject, predicate, object: the variable, or null where there is a term. */
    private final Var[] variables = new Var[COLUMNS];

    /** The numbers of the terms; {@link Triples#ANY} where there is a variable. */
    private final int[] numbers = new int[COLUMNS];

    /** For each set of columns that may be open, as bits, their variables; null as long as none was asked for. */
    private final Var[][] open = new Var[1 << COLUMNS][];

    private TripleSearch(FrozenGraph graph, Triple triple, Runnable check) {
        this.graph = graph;
        this.check = check;
        put(0, triple.getSubject());
        put(1, triple.getPredicate());
        put(2, triple.getObject());
    }

    private void put(int column, Node node) {
        variables[column] = Var.isVar(node) ? Var.alloc(node) : null;
        numbers[column] = variables[column] == null ? graph.terms().number(node) : Triples.ANY;
    }

    /** Prepares a search; empty if a variable stands in the triple twice. */
    static Optional<TripleSearch> of(FrozenGraph graph, Triple triple, Runnable check) {
        Node s = triple.getSubject();
        Node p = triple.getPredicate();
        Node o = triple.getObject();
        boolean twice = (Var.isVar(s) && (s.equals(p) || s.equals(o))) || (Var.isVar(p) && p.equals(o));
        return twice ? Optional.empty() : Optional.of(new TripleSearch(graph, triple, check));
    }

    /** All triples that agree with what is known. */
    Iterator<Binding> matches(Binding known) {
        int s = number(0, known);
        int p = number(1, known);
        int o = number(2, known);
        return s == Terms.UNKNOWN || p == Terms.UNKNOWN || o == Terms.UNKNOWN
                ? Collections.emptyIterator()
                : new Matches(known, s, p, o);
    }

    private int number(int column, Binding known) {
        if (variables[column] == null) {
            return numbers[column];
        }
        Node node = known.get(variables[column]);
        return node == null ? Triples.ANY : graph.terms().number(node);
    }

    private Var[] open(int bits) {
        Var[] found = open[bits];
        if (found == null) {
            found = new Var[Integer.bitCount(bits)];
            for (int column = 0, next = 0; column < COLUMNS; column++) {
                if ((bits & 1 << column) != 0) {
                    found[next++] = variables[column];
                }
            }
            open[bits] = found;
        }
        return found;
    }

    private final class Matches implements Iterator<Binding> {
        private final Binding known;
        private final Cursor cursor = new Cursor();
        private final int s;
        private final int p;
        private final int o;
        private final int bits;
        private int steps;

        Matches(Binding known, int s, int p, int o) {
            this.known = known;
            this.s = s;
            this.p = p;
            this.o = o;
            this.bits = (s == Triples.ANY ? 1 : 0) | (p == Triples.ANY ? 2 : 0) | (o == Triples.ANY ? 4 : 0);
            graph.open(cursor, s, p, o);
        }

        @Override
        public boolean hasNext() {
            while (!cursor.isAtEnd()) {
                if (graph.matches(cursor.row(), s, p, o)) {
                    return true;
                }
                cursor.step();
                if (++steps % STEPS == 0) {
                    check.run();
                }
            }
            return false;
        }

        @Override
        public Binding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int row = cursor.row();
            cursor.step();
            if (bits == 0) {
                return known;
            }
            Var[] variables = open(bits);
            Node[] values = new Node[variables.length];
            int next = 0;
            if (s == Triples.ANY) {
                values[next++] = graph.terms().term(graph.triples().subjects[row]);
            }
            if (p == Triples.ANY) {
                values[next++] = graph.terms().term(graph.triples().predicates[row]);
            }
            if (o == Triples.ANY) {
                values[next] = graph.terms().term(graph.triples().objects[row]);
            }
            return FlatBinding.of(known, variables, values);
        }
    }
}
