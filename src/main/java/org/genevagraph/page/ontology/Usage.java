package org.genevagraph.page.ontology;

import java.util.List;
import org.genevagraph.page.Link;

/**
 * How the graph uses a term.
 *
 * @param count how many things are of the class, or how many triples have the property
 * @param statements how many statements have the relation; 0 for what is none
 * @param example one use of it, in the order in which one reads it; empty if there is none
 * @param evidence where the source says so; empty if the example has no evidence of its own
 */
public record Usage(long count, long statements, List<Link> example, List<Link> evidence) {
    public Usage {
        example = List.copyOf(example);
        evidence = List.copyOf(evidence);
    }
}
