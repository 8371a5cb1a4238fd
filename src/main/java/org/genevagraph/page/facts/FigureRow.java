package org.genevagraph.page.facts;

import java.util.List;
import org.genevagraph.page.Text;

/**
 * A number that a source gives.
 *
 * @param path its page
 * @param measure of what
 * @param value how many, with its unit
 * @param year for which year; empty if the source does not say
 * @param differs the text that says that another number counts the same differently, for the same year or for another; empty if none does
 * @param passages which passages say so
 */
public record FigureRow(String path, Text measure, Text value, String year, String differs, List<Cited> passages) {
    public FigureRow {
        passages = List.copyOf(passages);
    }
}
