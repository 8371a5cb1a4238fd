package org.genevagraph.page.ontology;

/**
 * Something that a shape asks of the graph as a whole.
 *
 * @param message what somebody who breaks it reads
 * @param warning whether breaking it is reported without stopping publication
 * @param query the query that finds what breaks it
 */
public record GraphConstraint(String message, boolean warning, String query) {}
