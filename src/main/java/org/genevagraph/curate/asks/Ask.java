package org.genevagraph.curate.asks;

/**
 * That a passage asks somebody for something.
 *
 * @param actor who is asked
 * @param via the cell of the body through which it is asked; empty if none is named
 * @param cue where the word that asks begins in the words of the passage, in Java's characters
 * @param action for what, in the words of the passage, cut short
 * @param certain whether the passage says so; otherwise a careful reader could differ
 * @param score how sure the program is, above 0 and at most 1
 * @param reason why it is seen as a request
 */
public record Ask(Actor actor, String via, int cue, String action, boolean certain, double score, String reason) {
    /** Without anybody through whom it is asked. */
    Ask(Actor actor, int cue, String action, boolean certain, double score, String reason) {
        this(actor, "", cue, action, certain, score, reason);
    }
}
