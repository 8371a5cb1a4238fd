package org.genevagraph.page.facts;

import java.util.List;
import org.genevagraph.page.Link;
import org.genevagraph.page.Text;

/**
 * Another thing to which the thing of the page is tied, in one or more ways.
 *
 * @param other the other thing
 * @param topic what it treats, if it is a passage; otherwise empty
 * @param dates when the other thing itself was, if it is an initiative or a document
 * @param facts the ways
 */
public record Tie(Link other, Text topic, Dates dates, List<Fact> facts) {
    public Tie {
        facts = List.copyOf(facts);
    }
}
