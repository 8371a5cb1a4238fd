package org.genevagraph.page;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that may be too long for one.
 *
 * @param items what stands on this page; nothing if the list ends before it
 * @param offset how much stands on the pages before; may be more than there is
 * @param size how much stands on a page
 * @param total how much there is on all pages
 * @param address where the list stands, with the parameters that choose it
 */
public record Slice<T>(List<T> items, int offset, int size, int total, String address) {
    /** The parameter that says how much stands on the pages before. */
    public static final String OFFSET = "offset";

    public Slice {
        items = List.copyOf(items);
    }

    /** The page of a list that begins after some of it. */
    public static <T> Slice<T> of(List<T> all, int offset, int size, String address) {
        int from = Math.min(offset, all.size());
        return new Slice<>(all.subList(from, Math.min(all.size(), from + size)), offset, size, all.size(), address);
    }

    /** The same page with what is made of each. */
    public <R> Slice<R> map(Function<T, R> made) {
        return new Slice<>(items.stream().map(made).toList(), offset, size, total, address);
    }

    /** The number of the last on this page. */
    public int last() {
        return Math.min(offset, total) + items.size();
    }

    /** Whether this page has everything. */
    public boolean isWhole() {
        return items.size() == total;
    }

    /** Where the page before stands; empty if there is none. */
    public String previous() {
        return offset == 0 ? "" : from(Math.max(0, Math.min(offset, total) - size));
    }

    /** Where the page after stands; empty if there is none. */
    public String next() {
        return last() < total ? from(last()) : "";
    }

    private String from(int first) {
        return first == 0 ? address : address + (address.contains("?") ? "&" : "?") + OFFSET + "=" + first;
    }
}
