package org.genevagraph.curate.asks;

/**
 * Somebody whom the words of a passage name and who can act.
 *
 * @param start where the name begins in the words of the passage, in Java's characters
 * @param end where it ends, excluded
 * @param kind the kind of thing that it is in the graph, such as {@code actor-group}
 * @param cell as a cell of a table names it; empty if the graph does not know it
 * @param words as the passage calls it
 */
public record Actor(int start, int end, String kind, String cell, String words) {
    /** Whoever is named in the passages below: "Requests:" above "(a) The League to report;". */
    static final Actor NAMED_BELOW = new Actor(0, 0, "", "", "");

    /** A group of actors that the graph may not know. */
    static Actor group(int start, int end, String cell, String words) {
        return new Actor(start, end, "actor-group", cell, words);
    }

    /** Whether it acts by itself, unlike a process or a meeting. */
    boolean acts() {
        return !kind.equals("initiative");
    }

    /** Whether it is a body of its own rather than a group. */
    boolean isBody() {
        return kind.equals("organisation");
    }

    /** Whether the graph does not know it. */
    public boolean isNew() {
        return cell.isEmpty();
    }
}
