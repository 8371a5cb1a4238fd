package org.genevagraph.curate.names;

/**
 * Words of a passage that speak of a thing without giving its name as it stands: "an online diagnostic tool", or one of several that share a noun.
 *
 * @param start where they begin in the words of the passage, in Java's characters
 * @param end where they end, excluded
 * @param words what the thing can be called
 * @param table the table in which such a thing stands
 */
public record Phrase(int start, int end, String words, String table) {}
