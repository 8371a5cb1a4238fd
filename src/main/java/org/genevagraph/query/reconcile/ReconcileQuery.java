package org.genevagraph.query.reconcile;

import java.util.List;

/**
 * A name in somebody's table, with what else the table says of it.
 *
 * @param text the name; empty if only properties are given
 * @param types the classes that it can be of; none if any
 * @param limit how many candidates are wanted
 * @param conditions what else is said
 */
public record ReconcileQuery(String text, List<EntityType> types, int limit, List<Condition> conditions) {
    public ReconcileQuery {
        types = List.copyOf(types);
        conditions = List.copyOf(conditions);
    }

    /**
     * A property with the values that the table has in this row.
     *
     * @param values names, identifiers or ids of things, as they are written there
     */
    public record Condition(EntityProperty property, List<String> values) {
        public Condition {
            values = List.copyOf(values);
        }
    }
}
