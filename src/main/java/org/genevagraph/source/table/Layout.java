package org.genevagraph.source.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a kind of table looks like.
 *
 * @param separator what separates the cells; with a tab, lines that begin with {@code #} are comments and Windows line ends are taken as
 *     they are, as SSSOM has both
 * @param required the columns that the header must have, in any order
 * @param optional further columns that it may have
 * @param open whether columns that nobody knows are passed over with a warning instead of being errors
 */
public record Layout(char separator, List<String> required, List<String> optional, boolean open) {
    public Layout {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** A comma-separated table with exactly these columns. */
    public static Layout of(List<String> columns) {
        return new Layout(',', columns, List.of(), false);
    }

    /** How much of its header a text has, and little else: 1 if it is the same, whatever separates the columns, 0 if nothing is. */
    public double likeness(String text) {
        return Header.likeness(text, this);
    }

    /** All columns that it knows. */
    List<String> known() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }

    /** Whether the format is the laxer one that others' tools write. */
    boolean isTabbed() {
        return separator == '\t';
    }
}
