package org.genevagraph.snapshot.frozen;

import java.util.Arrays;
import java.util.Collection;
import org.apache.jena.sparql.core.Var;

/**
 * The variables of rows, each with the place in a row where its value stands. All rows of one part of a query share them. A part that gives
 * values to further variables widens them, and they remember to what. For one thread at a time.
 */
public final class Columns {
    private static final int[] NOWHERE = {};

    /** A part of a query goes on in few ways, and those that were made for one row alone are not looked for again. */
    private static final int MOST_KNOWN = 8;

    private final Var[] variables;

    /** The variables by their hashes, with gaps; as long as a power of two. */
    private final Var[] table;

    /** For each variable of the table its place. */
    private final int[] places;

    private final Wider[] known = new Wider[MOST_KNOWN];
    private int nextKnown;

    /** These columns and others. */
    static final class Wider {
        final Columns columns;

        /** The place of each variable that was added. */
        final int[] places;

        private final Var[] added;

        private Wider(Var[] added, Columns columns, int[] places) {
            this.added = added;
            this.columns = columns;
            this.places = places;
        }
    }

    private Columns(Var[] variables) {
        this.variables = variables;
        this.table = new Var[Integer.highestOneBit(variables.length + 1) * 4];
        this.places = new int[table.length];
        for (int place = 0; place < variables.length; place++) {
            int slot = slot(variables[place]);
            if (table[slot] == null) {
                table[slot] = variables[place];
                places[slot] = place;
            }
        }
    }

    /** Columns for these variables, in their order. */
    public static Columns of(Collection<Var> variables) {
        return new Columns(variables.toArray(Var[]::new));
    }

    /** Columns for these variables, in their order. */
    static Columns of(Var... variables) {
        return new Columns(variables.clone());
    }

    /** The array itself, which must not change. */
    Var[] variables() {
        return variables;
    }

    int size() {
        return variables.length;
    }

    Var variable(int place) {
        return variables[place];
    }

    /** Where the variable stands; below 0 if it is none of them. */
    int place(Var variable) {
        int slot = slot(variable);
        return table[slot] == null ? -1 : places[slot];
    }

    /** The slot of a variable in the table, or the empty one in which it would stand. */
    private int slot(Var variable) {
        int last = table.length - 1;
        int hash = variable.hashCode();
        int slot = (hash ^ hash >>> 16) & last;
        while (table[slot] != null && !table[slot].equals(variable)) {
            slot = (slot + 1) & last;
        }
        return slot;
    }

    /**
     * These columns and those of some variables that may be among them.
     *
     * @param added is remembered as the same array, and must not change
     */
    Wider with(Var[] added) {
        for (Wider wider : known) {
            if (wider == null) {
                break;
            }
            if (wider.added == added) {
                return wider;
            }
        }
        Wider wider = widened(added);
        known[nextKnown] = wider;
        nextKnown = (nextKnown + 1) % MOST_KNOWN;
        return wider;
    }

    private Wider widened(Var[] added) {
        Var[] all = Arrays.copyOf(variables, variables.length + added.length);
        int size = variables.length;
        int[] where = added.length == 0 ? NOWHERE : new int[added.length];
        for (int i = 0; i < added.length; i++) {
            where[i] = place(added[i]);
            if (where[i] < 0) {
                where[i] = size;
                all[size++] = added[i];
            }
        }
        return new Wider(added, size == variables.length ? this : new Columns(Arrays.copyOf(all, size)), where);
    }

    boolean isSameAs(Columns other) {
        return this == other || Arrays.equals(variables, other.variables);
    }
}
