package org.genevagraph.problem;

/**
 * What was slipped in, for programs: problems of one slip are counted, and some are silenced by another. What people read is the problem's message.
 *
 * @param kind the kind of slip
 * @param value the value that is wrong, if the kind says which; empty otherwise
 */
public record Slip(Kind kind, String value) {
    /** A slip that nothing else follows from. */
    public static final Slip OTHER = new Slip(Kind.OTHER, "");

    /** The kinds that a program has to know. */
    public enum Kind {
        /** Any other. */
        OTHER,
        /** A header stands below something else. */
        HEADER_NOT_FIRST,
        /** A column of a table has no name. */
        COLUMN_WITHOUT_NAME,
        /** A cell of a sheet is merged with others, up to the one that is the slip's value. */
        CELLS_MERGED,
        /** The cells of a row stand beside their columns. */
        CELLS_SHIFTED,
        /** Nothing bears the name that is the slip's value. */
        NAME_UNKNOWN,
        /** The ontology has no relation of the name that is the slip's value. */
        RELATION_UNKNOWN,
        /** The ontology does not say what a relation leads from and to. */
        RELATION_WITHOUT_ENDS,
        /** A table of statements is called after no source. */
        SOURCE_UNKNOWN,
        /** Words are translated that no table says. */
        WORDS_NOT_SAID
    }

    /** A slip whose value is the same wherever it is made. */
    public static Slip of(Kind kind) {
        return new Slip(kind, "");
    }
}
