package org.genevagraph.text.amend;

import java.util.Locale;

/**
 * A place where a term no longer fits once it is replaced, or where it cannot be replaced.
 *
 * @param kind why it does not fit
 * @param replacement the id of the replacement
 * @param original the words of the original
 * @param amended the same words after the replacement; equal to the original's if nothing is replaced there
 */
public record Misfit(Kind kind, String replacement, String original, String amended) {
    /** Why a term does not fit; each is a concept of the scheme of misfit kinds. */
    public enum Kind {
        /** It stands in a name or title, which then is the name of nothing. */
        NAME("in a name"),
        /** An acronym beside it still stands for the words of the original. */
        ACRONYM("acronym left behind"),
        /** The term and its acronym become the same words, so that these explain themselves. */
        EXPLAINS_ITSELF("explains itself"),
        /** It is joined to another word by a hyphen, which then joins only the last of its words. */
        COMPOUND("in a compound"),
        /** It is part of a word that means something else or nothing without it. */
        SENSELESS("without sense"),
        /** A word that it brings stands already beside it. */
        DOUBLED("doubled word"),
        /** Two things that the original tells apart by two terms read alike. */
        ALIKE("told apart no more"),
        /** The indefinite article before it had to be adapted. */
        ARTICLE("article adapted"),
        /** Other words stand between those of the term, which therefore stays. */
        SPLIT("split term");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What people read. */
        public String label() {
            return label;
        }

        /** The concept's slug: {@code explains-itself}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
