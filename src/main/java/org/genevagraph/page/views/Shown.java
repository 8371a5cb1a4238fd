package org.genevagraph.page.views;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Site;
import org.genevagraph.query.catalogue.header.PageView;

/**
 * Rows in the way in which they are shown; of the lists, the one of its kind has something in it. A table is made by whoever shows it.
 *
 * @param kind the way
 * @param entries entries to read
 * @param moments events
 * @param chains chains
 * @param branches trees
 * @param bars numbers
 */
public record Shown(
        PageView.Kind kind,
        List<Entry> entries,
        List<Moment> moments,
        List<Chain> chains,
        List<Branch> branches,
        List<Bar> bars) {
    public Shown {
        entries = List.copyOf(entries);
        moments = List.copyOf(moments);
        chains = List.copyOf(chains);
        branches = List.copyOf(branches);
        bars = List.copyOf(bars);
    }

    /**
     * Shows rows.
     *
     * @param rows the rows of the page
     * @param all the rows of all pages, by which lengths are measured
     * @param group the column with what the rows are about; empty if there is none
     * @param values what the parameters stand for
     */
    public static Shown of(
            PageView view, Rows rows, List<Binding> all, String group, Map<String, Cell> values, Site site) {
        List<Entry> entries = List.of();
        List<Moment> moments = List.of();
        List<Chain> chains = List.of();
        List<Branch> branches = List.of();
        List<Bar> bars = List.of();
        switch (view.kind()) {
            case TEXT -> entries = Entry.of(rows, view, group, site);
            case TIMELINE -> moments = Moment.of(rows, all, view, site);
            case CHAIN -> chains = Chain.of(rows, view, site);
            case NETWORK -> branches = Branch.of(rows, view, values, site);
            case BARS -> bars = Bar.of(rows, all, view, site);
            case TABLE -> {}
        }
        return new Shown(view.kind(), entries, moments, chains, branches, bars);
    }

    /** Whether it is a table. */
    public boolean isTable() {
        return kind == PageView.Kind.TABLE;
    }
}
