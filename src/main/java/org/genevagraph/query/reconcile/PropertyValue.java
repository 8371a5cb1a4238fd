package org.genevagraph.query.reconcile;

import org.apache.jena.graph.Node;

/**
 * A value of a property.
 *
 * @param node a thing, a concept or a literal
 * @param text what it says, if it is no thing
 * @param evidence how sure the fact is and which passages say it; empty if that is not told
 */
public record PropertyValue(Node node, String text, String evidence) {}
