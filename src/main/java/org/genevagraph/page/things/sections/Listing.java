package org.genevagraph.page.things.sections;

import java.util.List;
import org.genevagraph.page.Link;

/**
 * Things that belong to the thing of the page, by a property that needs no statement.
 *
 * @param id what the section is called in the page's address
 * @param heading what people read above it
 * @param entries the things
 * @param more how many more there are than are listed
 */
public record Listing(String id, String heading, List<Link> entries, int more) {
    public Listing {
        entries = List.copyOf(entries);
    }
}
