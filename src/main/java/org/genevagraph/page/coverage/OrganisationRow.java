package org.genevagraph.page.coverage;

import java.util.Set;
import org.genevagraph.page.Link;

/**
 * What the sources say of one organisation.
 *
 * @param organisation the organisation
 * @param profiled whether a source text is about it; otherwise it is only mentioned
 * @param facts how many statements, derived ones left out, have it as subject or object
 * @param sources how many documents the passages of those statements, and those that name it, are in
 * @param issues on how many issues it works
 * @param partners how many partners it has
 * @param silences what no source says of it
 */
public record OrganisationRow(
        Link organisation,
        boolean profiled,
        long facts,
        long sources,
        long issues,
        long partners,
        Set<Silence> silences) {
    public OrganisationRow {
        silences = Set.copyOf(silences);
    }

    /** Something that one would like to know of an organisation, and that the sources do not say. */
    public enum Silence {
        /** No address on the Web. */
        WEBSITE,
        /** No place where it is based. */
        PLACE,
        /** No issue that it works on. */
        ISSUE,
        /** No partner. */
        PARTNER
    }

    /** Whether the sources do not say this of it. */
    public boolean lacks(Silence silence) {
        return silences.contains(silence);
    }
}
