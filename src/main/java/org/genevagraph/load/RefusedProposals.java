package org.genevagraph.load;

import java.util.List;

/** What a program proposed for a source text and a curator refused, so that it is not proposed again; no fact comes of it. */
public final class RefusedProposals {
    /** The table's name. */
    public static final String TABLE = "refused-proposals";

    /** The table's columns: the text, the table that the row was for, the cells that tell it from others, and why it was refused. */
    public static final List<String> COLUMNS = List.of("source", "table", "proposal", "reason");

    private RefusedProposals() {}
}
