package org.genevagraph.query.catalogue.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What rows of a query can be besides a table, and which columns that takes.
 *
 * @param calendar the columns of events; empty if rows are no events
 * @param map the columns of places; empty if rows stand nowhere
 * @param pages the ways in which a page can show them, the usual one first
 * @param facets the columns by whose values readers choose among the rows
 * @param onPages the kinds of thing on whose pages it stands what the query finds about them
 */
public record Views(
        Optional<Calendar> calendar,
        Optional<Places> map,
        List<PageView> pages,
        Optional<List<String>> facets,
        List<String> onPages) {
    public Views {
        pages = List.copyOf(pages);
        onPages = List.copyOf(onPages);
    }

    /** Rows are a table and nothing else. */
    public static final Views NONE =
            new Views(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of());

    /**
     * Which columns make an event of a row.
     *
     * @param from the column with the date on which it begins
     * @param until the column with the date on which it ends
     * @param summary what it is called, with {@code {column}} where the value of a column stands
     * @param thing the column with what it is about
     * @param category the column with the kind of event
     * @param uid the columns that tell an event from all others
     */
    public record Calendar(String from, String until, String summary, String thing, String category, List<String> uid) {
        public Calendar {
            uid = List.copyOf(uid);
        }

        private List<String> columns() {
            List<String> columns = new ArrayList<>(List.of(from, until, thing, category));
            columns.addAll(uid);
            columns.addAll(HeaderWords.places(summary));
            return columns;
        }
    }

    /**
     * Which columns put a row on a map.
     *
     * @param latitude the column with the latitude in degrees, WGS 84
     * @param longitude the column with the longitude
     * @param thing the column with what stands there
     */
    public record Places(String latitude, String longitude, String thing) {
        private List<String> columns() {
            return List.of(latitude, longitude, thing);
        }
    }

    /** All columns that the views want. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>();
        calendar.ifPresent(wanted -> columns.addAll(wanted.columns()));
        map.ifPresent(wanted -> columns.addAll(wanted.columns()));
        pages.forEach(page -> page.named().forEach(columns::add));
        facets.ifPresent(columns::addAll);
        return columns;
    }
}
