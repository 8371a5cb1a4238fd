package org.genevagraph.snapshot.frozen;

import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;
import org.apache.jena.util.iterator.NullIterator;

/** A graph of frozen triples: those of some sets of named graphs. It refuses every change; any number of threads may read it. */
public final class FrozenGraph extends GraphBase {
    /** Of so few triples it is not asked whether the whole graph has still fewer. */
    private static final int FEW = 64;

    private final Terms terms;
    private final Triples triples;

    /** For each triple the number of its set. */
    private final char[] setOf;

    /** For each set whether its triples belong here; null if all do. */
    private final boolean[] sets;

    /** The triples that belong here, in their order; null as long as nobody needs them. */
    private volatile int[] rows;

    private final RowsBySet rowsBySet;

    FrozenGraph(Terms terms, Triples triples, char[] setOf, boolean[] sets, RowsBySet rowsBySet) {
        this.terms = terms;
        this.triples = triples;
        this.setOf = setOf;
        this.sets = sets;
        this.rowsBySet = rowsBySet;
    }

    @Override
    protected int graphBaseSize() {
        return sets == null ? triples.size() : rows().length;
    }

    /** Two threads may both find them; they find the same. */
    private int[] rows() {
        int[] found = rows;
        if (found == null) {
            found = rowsBySet.of(sets);
            rows = found;
        }
        return found;
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        return graphBaseFind(pattern).hasNext();
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        int s = number(pattern.getSubject());
        int p = number(pattern.getPredicate());
        int o = number(pattern.getObject());
        if (s == Terms.UNKNOWN || p == Terms.UNKNOWN || o == Terms.UNKNOWN) {
            return NullIterator.instance();
        }
        return new Found(s, p, o);
    }

    /** Puts a cursor where a pattern is looked up, at the whole graph if that has fewer triples. */
    void open(Cursor cursor, int s, int p, int o) {
        triples.open(cursor, s, p, o);
        if (sets != null && cursor.size() > FEW && rows().length < cursor.size()) {
            cursor.set(rows(), 0, rows().length);
        }
    }

    boolean matches(int row, int s, int p, int o) {
        return triples.matches(row, s, p, o) && (sets == null || sets[setOf[row]]);
    }

    /** The triples in their columns. */
    Triples triples() {
        return triples;
    }

    /** The numbers of its terms. */
    Terms terms() {
        return terms;
    }

    private int number(Node term) {
        return term.isConcrete() ? terms.number(term) : Triples.ANY;
    }

    /** The triples that match a pattern. */
    private final class Found extends NiceIterator<Triple> {
        private final int s;
        private final int p;
        private final int o;
        private final Cursor cursor = new Cursor();

        Found(int s, int p, int o) {
            this.s = s;
            this.p = p;
            this.o = o;
            open(cursor, s, p, o);
        }

        @Override
        public boolean hasNext() {
            while (!cursor.isAtEnd()) {
                if (matches(cursor.row(), s, p, o)) {
                    return true;
                }
                cursor.step();
            }
            return false;
        }

        @Override
        public Triple next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int row = cursor.row();
            cursor.step();
            return Triple.create(
                    terms.term(triples.subjects[row]),
                    terms.term(triples.predicates[row]),
                    terms.term(triples.objects[row]));
        }
    }
}
