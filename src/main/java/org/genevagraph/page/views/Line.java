package org.genevagraph.page.views;

import java.util.List;

/**
 * What one row says, to be read: a fact with how sure it is, where it stands and why the graph has it.
 *
 * @param parts what it says
 * @param standing how sure it is; empty if that need not be told
 * @param evidence the passages
 * @param why where it is told why; empty if there is nothing to tell
 */
public record Line(List<Part> parts, Cell standing, Cell evidence, String why) {
    /** What says nothing. */
    static final Line BARE = new Line(List.of(), Cell.EMPTY, Cell.EMPTY, "");

    public Line {
        parts = List.copyOf(parts);
    }

    /** Whether it says nothing besides where it stands. */
    public boolean isBare() {
        return parts.isEmpty() && standing.isEmpty() && evidence.isEmpty() && why.isEmpty();
    }
}
