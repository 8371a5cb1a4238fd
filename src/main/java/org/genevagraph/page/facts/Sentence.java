package org.genevagraph.page.facts;

import org.genevagraph.page.Link;
import org.genevagraph.page.RelationSentence;

/**
 * A statement as a sentence.
 *
 * @param statement the statement's page
 * @param from the subject
 * @param relation the relation in words
 * @param to the object
 * @param via what it runs through; without a name if nothing
 * @param standing how sure it is
 * @param words the subject, the relation and the object as a sentence has them
 * @param through what it runs through as a sentence has it; empty if nothing
 */
public record Sentence(
        String statement,
        Link from,
        Link relation,
        Link to,
        Link via,
        Standing standing,
        RelationSentence words,
        String through) {}
