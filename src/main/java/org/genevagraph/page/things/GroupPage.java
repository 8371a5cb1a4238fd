package org.genevagraph.page.things;

import org.genevagraph.page.Paths;
import org.genevagraph.page.Slice;
import org.genevagraph.page.facts.Tie;
import org.genevagraph.page.things.sections.Group;

/**
 * A long section of a thing's page on pages of its own.
 *
 * @param title the thing
 * @param group the section
 * @param ties those on this page
 */
public record GroupPage(Title title, Group group, Slice<Tie> ties) {
    /** The parameter of a thing's page that chooses one of its sections. */
    public static final String PART = "part";

    /** How many ties stand on a page. */
    private static final int TIES = 100;

    /** The page of a section that begins after some of its ties. */
    public static GroupPage of(Title title, Group group, int offset) {
        return new GroupPage(
                title,
                group,
                Slice.of(group.ties(), offset, TIES, Paths.of(title.iri()) + "?" + PART + "=" + group.id()));
    }
}
