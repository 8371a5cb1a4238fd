package org.genevagraph.proof;

import java.util.Locale;

/** What came of comparing a fact with the passages that it cites. */
public enum Verdict {
    /** Both ends are named there, and a word for the relation. */
    SUPPORTED,
    /** It can be understood from there: one end by its description, its context or its whole, or the relation without a word of its own. */
    INDIRECTLY,
    /** It is not there, but somebody has written down why it holds. */
    REASONED,
    /** An end or a number is not there. */
    NOT_FOUND,
    /** It is there, but the words that are quoted for it name neither its ends nor its role nor its relation. */
    MISQUOTED,
    /** The text has other words there than those that the fact was read from. */
    TEXT_CHANGED,
    /** The user gave no text for it. */
    NO_TEXT;

    /** Whether the fact still needs somebody to look at it. */
    public boolean isOpen() {
        return this == NOT_FOUND || this == MISQUOTED || this == TEXT_CHANGED;
    }

    /** As people read it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
