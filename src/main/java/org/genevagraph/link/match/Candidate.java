package org.genevagraph.link.match;

import java.util.List;
import org.genevagraph.link.register.Entry;

/**
 * An entry that may be one of our things.
 *
 * @param entry the entry
 * @param score how sure it is, from 0 to 0.99
 * @param matched the name, acronym or symbol that is the same on both sides; empty if only the website is
 * @param byNameAlone whether nothing but a name speaks for it
 * @param reasons what speaks for and against it, in words
 */
public record Candidate(Entry entry, double score, String matched, boolean byNameAlone, List<String> reasons) {
    public Candidate {
        reasons = List.copyOf(reasons);
    }

    /** The same, for a successor of the entry that was found. */
    Candidate replacedBy(Entry successor, String reason) {
        List<String> all = new java.util.ArrayList<>(reasons);
        all.add(reason);
        return new Candidate(successor, score, matched, byNameAlone, all);
    }
}
