package org.genevagraph.page.things;

import org.genevagraph.page.Link;

/**
 * What happened when.
 *
 * @param dates when
 * @param what under which heading
 * @param thing with what
 */
public record Event(Dates dates, String what, Link thing) {}
