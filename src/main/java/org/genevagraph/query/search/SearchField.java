package org.genevagraph.query.search;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What of a thing the search reads, in the order in which it is preferred when several say the same. */
public enum SearchField {
    /** The name. */
    NAME,
    /** A short form of the name. */
    ACRONYM,
    /** Another name. */
    ALIAS,
    /** The symbol of a document. */
    SYMBOL,
    /** What stands in the IRI. */
    ID,
    /** The same thing in an outside register, or its website. */
    IDENTIFIER,
    /** What it is, in the words of this project. */
    SUMMARY,
    /** What an issue means. */
    DEFINITION,
    /** What a passage treats, in the words of this project. */
    TOPIC,
    /** A passage's own words. */
    TEXT;

    private static final Set<SearchField> DESCRIBING = EnumSet.of(SUMMARY, DEFINITION, TOPIC, TEXT);

    /** Its name in answers: {@code acronym}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says how a thing is called, rather than what it is. */
    public boolean names() {
        return !DESCRIBING.contains(this);
    }
}
