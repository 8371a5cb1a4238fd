package org.genevagraph.query.reconcile;

import org.apache.jena.graph.Node;

/**
 * A thing that a name may mean.
 *
 * @param thing the thing
 * @param name the name of it that was compared; empty if it was found by an identifier
 * @param score from 0 to 100
 * @param match whether it is clearly meant
 * @param likeness how like the name is, from 0 to 100, whatever else was said
 * @param agreeing how many of the given properties agree
 * @param contradicting how many of them do not
 */
public record Candidate(
        Node thing, String name, double score, boolean match, double likeness, int agreeing, int contradicting) {}
