package org.genevagraph.page.facts;

import org.genevagraph.page.Link;
import org.genevagraph.page.Text;

/**
 * A passage as pages cite it.
 *
 * @param passage its number with its document, and its page
 * @param document the document
 * @param topic what it treats, in the words of this project; empty if nobody wrote it
 */
public record Cited(Link passage, Link document, Text topic) {}
