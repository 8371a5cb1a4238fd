package org.genevagraph.snapshot.frozen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;

/**
 * Values side by side in an array, which all bindings of one pattern or projection have in the same order. Jena's own bindings are chains of
 * small ones, in which every look-up goes from link to link, or keep a map each.
 */
public final class FlatBinding extends BindingBase {
    /** With what Jena begins the hash of a binding. */
    private static final int HASH = 0xC0;

    private final Var[] variables;

    /** As many as there are variables; null for one that has no value. */
    private final Node[] values;

    /**
     * Takes both arrays as its own.
     *
     * @param parent what else is known; may be null
     */
    FlatBinding(Binding parent, Var[] variables, Node[] values) {
        super(parent);
        this.variables = variables;
        this.values = values;
    }

    /** The values that a binding has for these variables, and nothing else of it. */
    public static Binding of(Var[] variables, Binding binding) {
        Node[] values = new Node[variables.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = binding.get(variables[i]);
        }
        return new FlatBinding(null, variables, values);
    }

    /**
     * Nothing but some values. Takes both arrays as its own.
     *
     * @param values as many as there are variables; null for one that has none
     */
    public static Binding of(Var[] variables, Node[] values) {
        return new FlatBinding(null, variables, values);
    }

    private int place(Var variable) {
        for (int i = 0; i < variables.length; i++) {
            if (variables[i].equals(variable)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    protected boolean contains1(Var variable) {
        return get1(variable) != null;
    }

    @Override
    protected Node get1(Var variable) {
        int place = place(variable);
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
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                action.accept(variables[i], values[i]);
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
        return new FlatBinding(newParent, variables, values);
    }

    /** The same as that of any binding of the same values. */
    @Override
    public int hashCode() {
        if (parent != null) {
            return super.hashCode();
        }
        int hash = HASH;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                hash ^= variables[i].hashCode() ^ values[i].hashCode();
            }
        }
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof FlatBinding flat)
                || parent != null
                || flat.parent != null
                || !Arrays.equals(variables, flat.variables)) {
            return super.equals(other);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null ? flat.values[i] != null : !values[i].equals(flat.values[i])) {
                return false;
            }
        }
        return true;
    }
}
