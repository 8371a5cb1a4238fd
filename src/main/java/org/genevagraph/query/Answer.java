package org.genevagraph.query;

/**
 * The answer to a canned query.
 *
 * @param query what was asked
 * @param result what came of it
 * @param note what an empty answer means and what to ask instead; empty if there is an answer
 */
public record Answer(QueryFile query, Result result, String note) {}
