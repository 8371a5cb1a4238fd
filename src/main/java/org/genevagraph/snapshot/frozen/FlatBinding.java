package org.genevagraph.snapshot.frozen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;

/**
 * Values side by side in an array, which all rows of one part of a query have in the same order. What goes on from a row is a longer copy of it.
 * Jena's own bindings are chains of small ones, in which every look-up goes from link to link, or keep a map each.
 */
public final class FlatBinding extends BindingBase {
    /** With what Jena begins the hash of a binding. */
    private static final int HASH = 0xC0;

    /** Rows of more columns are links of a chain, lest each step copies all of them. */
    private static final int MOST_COLUMNS = 64;

    private final Columns columns;

    /** As many as there are columns; null for one that has no value. */
    private final Node[] values;

    private FlatBinding(Binding parent, Columns columns, Node[] values) {
        super(parent);
        this.columns = columns;
        this.values = values;
    }

    /** The values that a binding has for these columns, and nothing else of it. */
    public static FlatBinding of(Columns columns, Binding binding) {
        Node[] values = new Node[columns.size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = binding.get(columns.variable(place));
        }
        return new FlatBinding(null, columns, values);
    }

    /**
     * Nothing but some values. Takes the array as its own.
     *
     * @param values as many as there are columns; null for one that has none
     */
    public static FlatBinding of(Columns columns, Node[] values) {
        return new FlatBinding(null, columns, values);
    }

    /**
     * What is known and some values more.
     *
     * @param added their variables, as the same array for all rows of one part of a query; what is known has no other value for any of them
     * @param nodes as many as there are variables
     */
    public static FlatBinding of(Binding known, Var[] added, Node... nodes) {
        if (known instanceof FlatBinding row && row.parent == null && row.values.length <= MOST_COLUMNS) {
            Columns.Wider wider = row.columns.with(added);
            Node[] values = Arrays.copyOf(row.values, wider.columns.size());
            for (int i = 0; i < nodes.length; i++) {
                values[wider.places[i]] = nodes[i];
            }
            return new FlatBinding(null, wider.columns, values);
        }
        Node[] values = nodes.clone();
        for (int i = 0; i < values.length; i++) {
            // No variable has a value at two links of a chain.
            values[i] = known.contains(added[i]) ? null : nodes[i];
        }
        return new FlatBinding(known.isEmpty() ? null : known, Columns.of(added), values);
    }

    /**
     * What is known and values that are worked out one after the other, each from the row with those before it.
     *
     * @param added as above
     * @param value works out the value of a variable; null if it has none
     */
    public static FlatBinding of(Binding known, Var[] added, BiFunction<Var, Binding, Node> value) {
        FlatBinding row = of(known, added, new Node[added.length]);
        for (Var variable : added) {
            row.values[row.columns.place(variable)] = value.apply(variable, row);
        }
        return row;
    }

    /** The values of both rows; empty if they do not agree. Flat ones of few columns are joined fastest. */
    public static Optional<Binding> joined(Binding left, Binding right) {
        if (!(left instanceof FlatBinding one)
                || !(right instanceof FlatBinding other)
                || one.parent != null
                || other.parent != null
                || one.values.length + other.values.length > 2 * MOST_COLUMNS) {
            return Optional.ofNullable(Algebra.merge(left, right));
        }
        Columns.Wider wider = one.columns.with(other.columns.variables());
        Node[] values = Arrays.copyOf(one.values, wider.columns.size());
        for (int i = 0; i < other.values.length; i++) {
            Node value = other.values[i];
            if (value != null) {
                Node known = values[wider.places[i]];
                if (known == null) {
                    values[wider.places[i]] = value;
                } else if (!known.equals(value)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new FlatBinding(null, wider.columns, values));
    }

    /** Copies the values of rows that Jena made, which have few different sets of variables, to rows with the same columns. */
    public static final class Copies {
        private Columns columns = Columns.of();

        /** The row itself if it is flat, or too wide. */
        public Binding of(Binding row) {
            if (row instanceof FlatBinding flat && flat.parent == null) {
                return row;
            }
            List<Var> missing = new ArrayList<>();
            row.forEach((variable, value) -> {
                if (columns.place(variable) < 0) {
                    missing.add(variable);
                }
            });
            if (columns.size() + missing.size() > MOST_COLUMNS) {
                return row;
            }
            if (!missing.isEmpty()) {
                columns = columns.with(missing.toArray(Var[]::new)).columns;
            }
            Node[] values = new Node[columns.size()];
            row.forEach((variable, value) -> values[columns.place(variable)] = value);
            return new FlatBinding(null, columns, values);
        }
    }

    @Override
    protected boolean contains1(Var variable) {
        return get1(variable) != null;
    }

    @Override
    protected Node get1(Var variable) {
        int place = columns.place(variable);
        return place < 0 ? null : values[place];
    }

    @Override
    protected Iterator<Var> vars1() {
        List<Var> bound = new ArrayList<>(values.length);
        forEach1((variable, value) -> bound.add(variable));
        return bound.iterator();
    }

    @Override
    protected void forEach1(BiConsumer<Var, Node> action) {
        for (int place = 0; place < values.length; place++) {
            if (values[place] != null) {
                action.accept(columns.variable(place), values[place]);
            }
        }
    }

    @Override
    protected int size1() {
        int size = 0;
        for (Node value : values) {
            size += value == null ? 0 : 1;
        }
        return size;
    }

    @Override
    protected boolean isEmpty1() {
        return size1() == 0;
    }

    @Override
    protected Binding detachWithNewParent(Binding newParent) {
        return new FlatBinding(newParent, columns, values);
    }

    /** The same as that of any binding of the same values. */
    @Override
    public int hashCode() {
        if (parent != null) {
            return super.hashCode();
        }
        int hash = HASH;
        for (int place = 0; place < values.length; place++) {
            if (values[place] != null) {
                hash ^= columns.variable(place).hashCode() ^ values[place].hashCode();
            }
        }
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        boolean alike = other instanceof FlatBinding row
                && parent == null
                && row.parent == null
                && columns.isSameAs(row.columns);
        return alike ? Arrays.equals(values, ((FlatBinding) other).values) : super.equals(other);
    }
}
