package org.genevagraph.page.dataset;

import org.genevagraph.page.Link;

/**
 * Something of which there are so many.
 *
 * @param what what it is
 * @param number how many
 */
public record Counted(Link what, long number) {}
