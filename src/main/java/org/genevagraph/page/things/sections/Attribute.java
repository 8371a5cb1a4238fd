package org.genevagraph.page.things.sections;

import java.util.List;
import org.genevagraph.page.Link;
import org.genevagraph.page.facts.Tie;

/**
 * What describes the thing of the page.
 *
 * @param heading what it is
 * @param values the values; one that is no thing has no path
 * @param ties the values of a relation, which say why; empty if these are plain values
 */
public record Attribute(String heading, List<Link> values, List<Tie> ties) {
    public Attribute {
        values = List.copyOf(values);
        ties = List.copyOf(ties);
    }
}
