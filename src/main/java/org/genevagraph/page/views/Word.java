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
    /** A piece in the language of the page, or in none in particular. */
    public Word(String text, String path, String look) {
        this(text, path, look, null);
    }
}
