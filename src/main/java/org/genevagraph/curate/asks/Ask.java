package org.genevagraph.curate.asks;

/**
 * That a passage asks somebody for something.
 *
 * @param actor who is asked
 * @param cue where the word that asks begins in the words of the passage, in Java's characters
 * @param action for what, in the words of the passage, cut short
 * @param certain whether the passage says so; otherwise a careful reader could differ
 * @param score how sure the program is, above 0 and at most 1
 * @param reason why it is seen as a request
 */
public record Ask(Actor actor, int cue, String action, boolean certain, double score, String reason) {}
