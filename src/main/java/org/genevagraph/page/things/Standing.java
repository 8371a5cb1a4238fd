package org.genevagraph.page.things;

/**
 * How sure a statement is.
 *
 * @param code stated, arguable, editorial or derived
 * @param label the same in the language of the page
 * @param definition what that means; in English
 */
public record Standing(String code, String label, String definition) {}
