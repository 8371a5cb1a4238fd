package org.genevagraph.page.things.sections;

import java.util.List;
import org.genevagraph.page.Link;
import org.genevagraph.page.facts.Tie;

/**
 * Everything to which the thing of the page stands in one relation.
 *
 * @param id what the section is called in the page's address
 * @param heading what people read above it
 * @param relation the relation with its place in the ontology
 * @param order the text that says in which order they stand, if not by their names; otherwise empty
 * @param ties to what
 */
public record Group(String id, String heading, Link relation, String order, List<Tie> ties) {
    /** How many ties the page of a thing has room for in one section. */
    private static final int MOST = 30;

    /** How many of them it shows if there are more. */
    private static final int FIRST = 15;

    public Group {
        ties = List.copyOf(ties);
    }

    /** Those that stand on the page of the thing: all, or the first of a section that is long. */
    public List<Tie> shown() {
        return ties.size() > MOST ? ties.subList(0, FIRST) : ties;
    }
}
