package org.genevagraph.validate;

import java.util.Arrays;
import java.util.Collection;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * What was looked up in a graph, so that one can tell whether a change touches it. A look-up is kept as one number, which another one may have,
 * too: a change that touched something is never missed, and now and then one is seen that touched nothing. For one thread.
 */
final class Reads {
    // What of a triple a look-up named.
    private static final int NOTHING = 1;
    private static final int SUBJECT = 2;
    private static final int PREDICATE = 3;
    private static final int OBJECT = 4;
    private static final int SUBJECT_AND_PREDICATE = 5;
    private static final int PREDICATE_AND_OBJECT = 6;

    private static final long ODD = 0x9E3779B97F4A7C15L;
    private static final int FEW = 64;

    /** An open hash table; 0 is an empty place. */
    private long[] table = new long[FEW];

    private int size;

    /** The graph, of which every look-up is noted. */
    Graph of(Graph graph) {
        return new GraphWrapper(graph) {
            @Override
            public ExtendedIterator<Triple> find(Triple triple) {
                note(triple.getSubject(), triple.getPredicate(), triple.getObject());
                return super.find(triple);
            }

            @Override
            public ExtendedIterator<Triple> find(Node s, Node p, Node o) {
                note(s, p, o);
                return super.find(s, p, o);
            }

            @Override
            public boolean contains(Node s, Node p, Node o) {
                note(s, p, o);
                return super.contains(s, p, o);
            }

            @Override
            public boolean contains(Triple triple) {
                note(triple.getSubject(), triple.getPredicate(), triple.getObject());
                return super.contains(triple);
            }
        };
    }

    private void note(Node s, Node p, Node o) {
        boolean property = isNamed(p);
        if (isNamed(s)) {
            add(property ? key(SUBJECT_AND_PREDICATE, s, p) : key(SUBJECT, s, s));
        } else if (isNamed(o)) {
            add(property ? key(PREDICATE_AND_OBJECT, p, o) : key(OBJECT, o, o));
        } else {
            add(property ? key(PREDICATE, p, p) : key(NOTHING, Node.ANY, Node.ANY));
        }
    }

    private static boolean isNamed(Node node) {
        return node != null && node.isConcrete();
    }

    private static long key(int named, Node one, Node other) {
        long both = ((long) one.hashCode() << Integer.SIZE) | Integer.toUnsignedLong(other.hashCode());
        long mixed = (both ^ named) * ODD;
        return (mixed ^ (mixed >>> Integer.SIZE)) | 1L << 63;
    }

    private void add(long key) {
        if (put(table, key)) {
            size++;
            if (2 * size > table.length) {
                long[] larger = new long[2 * table.length];
                for (long earlier : table) {
                    if (earlier != 0) {
                        put(larger, earlier);
                    }
                }
                table = larger;
            }
        }
    }

    private static boolean put(long[] table, long key) {
        int place = (int) (key & (table.length - 1));
        while (table[place] != 0) {
            if (table[place] == key) {
                return false;
            }
            place = (place + 1) & (table.length - 1);
        }
        table[place] = key;
        return true;
    }

    /** All look-ups that were noted, in a form that takes little room. */
    Noted noted() {
        return new Noted(Arrays.stream(table).filter(key -> key != 0).sorted().toArray());
    }

    /** The look-ups that triples which come or go would change. */
    static Noted changedBy(Collection<Triple> triples) {
        Reads changed = new Reads();
        for (Triple triple : triples) {
            Node s = triple.getSubject();
            Node p = triple.getPredicate();
            Node o = triple.getObject();
            changed.note(s, p, o);
            changed.note(s, Node.ANY, Node.ANY);
            changed.note(Node.ANY, p, Node.ANY);
            changed.note(Node.ANY, p, o);
            changed.note(Node.ANY, Node.ANY, o);
        }
        changed.note(Node.ANY, Node.ANY, Node.ANY);
        return changed.noted();
    }

    /** A set of look-ups. */
    static final class Noted {
        /** In order, each once. */
        private final long[] keys;

        private Noted(long[] keys) {
            this.keys = keys;
        }

        /** Whether another set has one of these. */
        boolean meets(Noted others) {
            int own = 0;
            int other = 0;
            while (own < keys.length && other < others.keys.length) {
                if (keys[own] == others.keys[other]) {
                    return true;
                }
                if (keys[own] < others.keys[other]) {
                    own++;
                } else {
                    other++;
                }
            }
            return false;
        }
    }
}
