package org.genevagraph.query.reconcile;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.genevagraph.query.names.Registers.Register;

/**
 * What can be looked up of a thing.
 *
 * @param id what it is called in requests: the local name of a relation, {@code website}, the prefix of a register
 * @param term the property in the graph
 * @param register the register of which it gives the identifier; empty if it is none
 * @param kinds the kinds of things that have it
 * @param uses how often it is used
 */
public record EntityProperty(String id, Node term, Optional<Register> register, Set<String> kinds, int uses) {
    public EntityProperty {
        kinds = Set.copyOf(kinds);
    }
}
