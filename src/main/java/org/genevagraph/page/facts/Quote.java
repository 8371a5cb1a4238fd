package org.genevagraph.page.facts;

/**
 * Words of a source text.
 *
 * @param words the words; empty if the server was not given the text
 * @param lang the tag of the language that the text is in
 */
public record Quote(String words, String lang) {
    /** Whether there are none. */
    public boolean isEmpty() {
        return words.isEmpty();
    }
}
