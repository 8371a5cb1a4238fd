package org.genevagraph.page;

/**
 * A link with its name.
 *
 * @param name what it says
 * @param path where it leads; empty if nowhere
 */
public record Link(String name, String path) {}
