package org.genevagraph.proof;

import java.util.List;
import java.util.Locale;

/**
 * Words of the texts that look as if a fact should hold them, and none does.
 *
 * @param kind what they look like
 * @param words the words
 * @param passages where they stand, as {@code gcsp#6}, each place once
 */
public record Unexplained(Kind kind, String words, List<String> passages) {
    /** What unexplained words look like. */
    public enum Kind {
        /** A proper name. */
        NAME,
        /** An acronym. */
        ACRONYM,
        /** A name that several things bear and that the passage does not decide. */
        AMBIGUOUS,
        /** A member of a list in small letters, such as facial recognition. */
        LISTED,
        /** A year. */
        YEAR,
        /** A number. */
        FIGURE;

        /** As people read it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Unexplained {
        passages = List.copyOf(passages);
    }
}
