package org.genevagraph.page.facts;

import org.genevagraph.page.Link;

/**
 * A statement as a sentence.
 *
 * @param statement the statement's page
 * @param from the subject
 * @param relation the relation in words
 * @param to the object
 * @param via what it runs through; without a name if nothing
 * @param standing how sure it is
 */
public record Sentence(String statement, Link from, Link relation, Link to, Link via, Standing standing) {}
