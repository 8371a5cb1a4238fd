package org.genevagraph.page;

/**
 * A link with its name.
 *
 * @param name what it says
 * @param path where it leads; empty if nowhere
 * @param lang the tag of the language of its name, if that is known not to be the one of the page; otherwise null
 */
public record Link(String name, String path, String lang) {
    /** A link with a name in the language of the page, or one that is the same in all. */
    public Link(String name, String path) {
        this(name, path, null);
    }
}
