package org.genevagraph.curate.proposal;

/**
 * Something that a passage names or describes: a thing of the graph, or a new one.
 *
 * @param start where it begins in the words of the passage, in Java's characters
 * @param end where it ends, excluded
 * @param kind the kind of thing, such as {@code organisation}
 * @param id its id, or the one that a new thing can have
 * @param words as the passage calls it
 * @param isNew whether the graph does not know it
 * @param isNamed whether the words are a name; otherwise they describe it
 */
public record End(int start, int end, String kind, String id, String words, boolean isNew, boolean isNamed) {
    /** As a cell of the table of statements names it. */
    public String cell() {
        return Suggestion.cell(kind, id);
    }

    /** The same with its places counted from another one. */
    public End from(int place) {
        return new End(start - place, end - place, kind, id, words, isNew, isNamed);
    }
}
