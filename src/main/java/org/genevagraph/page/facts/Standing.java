package org.genevagraph.page.facts;

/**
 * How sure a statement is.
 *
 * @param code stated, outside, editorial, arguable or derived
 * @param label the same in the language of the page; of what was derived from something less than stated, that too
 */
public record Standing(String code, String label) {}
