package org.genevagraph.page.views;

/**
 * A piece of a cell.
 *
 * @param text what it says
 * @param path where the server says more about it; empty if nowhere
 * @param look its class; null if it looks as usual
 */
public record Word(String text, String path, String look) {}
