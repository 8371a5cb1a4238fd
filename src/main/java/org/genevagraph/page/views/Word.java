package org.genevagraph.page.views;

/**
 * A piece of a cell.
 *
 * @param text what it says
 * @param path where the server says more about it; empty if nowhere
 * @param look its class; null if it looks as usual
 * @param lang the tag of the language that it is in, if it is known not to be that of the page; otherwise null
 */
public record Word(String text, String path, String look, String lang) {
    /** The look of a passage with the name of its document. */
    public static final String PASSAGE = "passage";

    /** The look of a passage of the same document as the one before. */
    public static final String GOES_ON = "passage goes-on";

    /** The look of one of several that are listed. */
    public static final String LISTED = "listed";

    /** A piece in the language of the page, or in none in particular. */
    public Word(String text, String path, String look) {
        this(text, path, look, null);
    }
}
