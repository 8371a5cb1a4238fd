package org.genevagraph.page.things;

import java.util.List;

/**
 * A number that a source gives.
 *
 * @param path its page
 * @param measure of what
 * @param value how many, with its unit
 * @param year for which year; empty if the source does not say
 * @param disputed whether another number says differently how many of the same there are
 * @param passages which passages say so
 */
public record FigureRow(
        String path, String measure, String value, String year, boolean disputed, List<Cited> passages) {
    public FigureRow {
        passages = List.copyOf(passages);
    }
}
