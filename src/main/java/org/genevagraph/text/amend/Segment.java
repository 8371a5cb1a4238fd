package org.genevagraph.text.amend;

import java.util.List;

/** A piece of an amended passage: words that were kept, or words with what stands in their place. */
public sealed interface Segment {
    /** The words of the original. */
    String original();

    /** The words of the amended passage. */
    String amended();

    /**
     * Words that are the same in both.
     *
     * @param original the words
     */
    record Kept(String original) implements Segment {
        @Override
        public String amended() {
            return original;
        }
    }

    /**
     * Words with what stands in their place.
     *
     * @param original the words of the original, together with an article that had to be adapted
     * @param amended what stands in their place
     * @param replacement the id of the replacement
     * @param misfits why it does not fit there; none if it does
     */
    record Replaced(String original, String amended, String replacement, List<Misfit> misfits) implements Segment {
        public Replaced {
            misfits = List.copyOf(misfits);
        }
    }
}
