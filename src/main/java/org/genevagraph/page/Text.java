package org.genevagraph.page;

/**
 * Words of the tables as a page has them.
 *
 * @param words the words; empty if there are none
 * @param lang the tag of the language that they are in, if it is not that of the page; otherwise null
 */
public record Text(String words, String lang) {
    /** No words. */
    public static final Text NONE = of("");

    /** Words in the language of the page. */
    public static Text of(String words) {
        return new Text(words, null);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return words.isEmpty();
    }
}
