package org.genevagraph.page.facts;

import org.genevagraph.page.Link;

/**
 * What happened when.
 *
 * @param dates when
 * @param when the same as people read it
 * @param what what happened, or under which heading a dated fact stands
 * @param thing with what
 */
public record Event(Dates dates, String when, String what, Link thing) {}
