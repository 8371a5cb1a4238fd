package org.genevagraph.load.row;

import java.util.List;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Table;

/**
 * Turns the rows of one kind of table into triples. It works in two rounds, so that tables can refer to each other in any order: first
 * every loader says which things its tables bring into being, then every loader writes.
 */
public interface Loader {
    /** Which tables of the data folder it reads: a name such as {@code organisations}, or a folder such as {@code statements/}. */
    String tables();

    /** The columns that such a table must have. */
    List<String> columns();

    /** The kind of thing that such a table brings into being; empty if none. */
    default String kind() {
        return "";
    }

    /** Whether it looks at what the rows of all other tables say, and therefore comes after them. */
    default boolean isLast() {
        return false;
    }

    /** What such a table looks like: its columns separated by commas, unless a loader says otherwise. */
    default Layout layout() {
        return Layout.of(columns());
    }

    /** Says which things the table brings into being; a thing declared twice is a problem. */
    default void declare(Table table, Things things, Problems problems) {}

    /** Writes the table's facts. */
    void load(Table table, Loading loading);

    /** Whether it reads the table of this name. */
    default boolean reads(String table) {
        return tables().endsWith("/") ? table.startsWith(tables()) : table.equals(tables());
    }
}
