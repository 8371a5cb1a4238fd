package org.genevagraph.query.catalogue.header;

import java.util.List;
import org.apache.jena.sparql.path.Path;

/**
 * What a query has to have looked at before it may say that there is nothing: every fact of some relations that names the thing asked about, or
 * what some paths lead to from there.
 *
 * @param kinds the kinds of thing that such a fact must name besides; empty if any will do
 * @param facts paths of one step for relations, each with its sub-relations, and other properties, such as {@code gg:involvedIn}
 * @param through SPARQL property paths from the thing asked about to others that stand for it, such as {@code ^gg:partOf+}
 */
public record LookedAt(List<String> kinds, List<Path> facts, List<Path> through) {
    /** Nothing in particular. */
    public static final LookedAt NOTHING = new LookedAt(List.of(), List.of(), List.of());

    public LookedAt {
        kinds = List.copyOf(kinds);
        facts = List.copyOf(facts);
        through = List.copyOf(through);
    }
}
