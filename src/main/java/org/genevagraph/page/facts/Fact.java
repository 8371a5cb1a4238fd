package org.genevagraph.page.facts;

import org.genevagraph.page.Link;
import org.genevagraph.page.Text;

/**
 * One way in which a thing stands in a relation to another.
 *
 * @param narrower which narrower topic or group it is that the other thing is tied to, as a sentence has it; empty name if the
 *     thing itself
 * @param via through what; empty name if directly
 * @param through the same as a sentence has it: {@code the Normandy P5 Initiative}; empty if directly
 * @param role in which role, in the source's terms; empty if it says none
 * @param dates since when and until when; empty if no source says
 * @param why where that comes from
 */
public record Fact(Link narrower, Link via, String through, Text role, Dates dates, Why why) {
    /** Whether nothing is said of how it is so, so that beside others it needs a word of its own. */
    public boolean isBare() {
        return narrower.name().isEmpty() && via.name().isEmpty() && role.isEmpty() && dates.isEmpty();
    }
}
