package org.genevagraph.query.run;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * What a row has for some variables, to be looked up. Jena's rows are as well, but take no heed of which value is whose: rows in which two
 * variables have the same value, as that of a side that is also where a statement begins, all look up at one place.
 */
final class Values {
    private final Node[] nodes;
    private final int hash;

    /** Takes the array as its own; null stands for no value. */
    Values(Node[] nodes) {
        this.nodes = nodes;
        this.hash = Arrays.hashCode(nodes);
    }

    static Values of(Var[] variables, Binding row) {
        Node[] nodes = new Node[variables.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = row.get(variables[i]);
        }
        return new Values(nodes);
    }

    /** The values themselves. */
    Node[] nodes() {
        return nodes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && hash == values.hash && Arrays.equals(nodes, values.nodes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
