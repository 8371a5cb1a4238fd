package org.genevagraph.source.table;

/**
 * A cell's place in a table.
 *
 * @param file the table's file, as it is shown to people
 * @param line the line on which the row begins, counted from 1
 * @param column the column's name; empty if the row as a whole is meant
 */
public record Cell(String file, int line, String column) {}
