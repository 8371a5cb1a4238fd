package org.genevagraph.page.things;

/**
 * A span of time, each end as exactly as a source has it: {@code 2018}, {@code 2018-05} or {@code 2018-05-03}.
 *
 * @param from its beginning; empty if nobody says
 * @param until its end; empty if nobody says
 */
public record Dates(String from, String until) {
    /** Whether nothing is known. */
    public boolean isEmpty() {
        return from.isEmpty() && until.isEmpty();
    }

    /** What it is sorted by. */
    String first() {
        return from.isEmpty() ? until : from;
    }

    /** As people read it. */
    public String text() {
        if (until.isEmpty() || until.equals(from)) {
            return from;
        }
        return from.isEmpty() ? "– " + until : from + " – " + until;
    }
}
