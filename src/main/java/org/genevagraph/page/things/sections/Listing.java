package org.genevagraph.page.things.sections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevagraph.page.Link;
import org.genevagraph.page.Site;
import org.genevagraph.page.facts.PassageSeries;

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

    /** Its lines: the passages of a document are on one, anything else has one of its own. */
    public List<List<PassageSeries.Part>> lines(Site site) {
        Map<Object, List<Link>> lines = new LinkedHashMap<>();
        for (Link entry : entries) {
            Object line = PassageSeries.isPassage(entry) ? PassageSeries.document(entry) : entry;
            lines.computeIfAbsent(line, any -> new ArrayList<>()).add(entry);
        }
        return lines.values().stream().map(line -> PassageSeries.of(line, site)).toList();
    }
}
