package org.genevagraph.page.things;

import java.util.List;
import org.genevagraph.page.Paths;
import org.genevagraph.page.facts.Tie;

/**
 * A long section of a thing's page on pages of its own.
 *
 * @param title the thing
 * @param group the section
 * @param offset how many of its ties stand on the pages before
 */
public record GroupPage(Title title, Group group, int offset) {
    /** The parameter of a thing's page that chooses one of its sections. */
    public static final String PART = "part";

    /** How many ties stand on a page. */
    private static final int TIES = 100;

    /** The ties of this page; none if the section ends before it. */
    public List<Tie> ties() {
        return group.ties().subList(Math.min(offset, total()), last());
    }

    /** How many ties the section has. */
    public int total() {
        return group.ties().size();
    }

    /** The number of the last tie on this page. */
    public int last() {
        return Math.min(total(), Math.min(offset, total()) + TIES);
    }

    /** Where the ties before stand; empty if there are none. */
    public String previous() {
        return offset == 0 ? "" : path(Math.max(0, Math.min(offset, total()) - TIES));
    }

    /** Where the ties after stand; empty if there are none. */
    public String next() {
        return last() < total() ? path(last()) : "";
    }

    private String path(int from) {
        return Paths.of(title.iri()) + "?" + PART + "=" + group.id() + (from == 0 ? "" : "&offset=" + from);
    }
}
