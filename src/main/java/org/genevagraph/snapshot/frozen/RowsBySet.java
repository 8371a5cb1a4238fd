package org.genevagraph.snapshot.frozen;

import java.util.Arrays;

/**
 * The triples of each set of graphs: with them, a graph of few triples among many is found without a look at all. Reckoned when it is first wanted,
 * in 4 bytes a triple.
 */
final class RowsBySet {
    private final char[] setOf;
    private final int sets;

    /** Where the rows of each set begin, with their end; null as long as nobody wants them. */
    private int[] starts;

    private int[] rows;

    RowsBySet(char[] setOf, int sets) {
        this.setOf = setOf;
        this.sets = sets;
    }

    /** The triples of some sets, in their order. */
    int[] of(boolean[] wanted) {
        reckon();
        int size = 0;
        for (int set = 0; set < sets; set++) {
            size += wanted[set] ? starts[set + 1] - starts[set] : 0;
        }
        int[] found = new int[size];
        int next = 0;
        for (int set = 0; set < sets; set++) {
            if (wanted[set]) {
                int length = starts[set + 1] - starts[set];
                System.arraycopy(rows, starts[set], found, next, length);
                next += length;
            }
        }
        Arrays.sort(found);
        return found;
    }

    private synchronized void reckon() {
        if (starts != null) {
            return;
        }
        int[] column = new int[setOf.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = setOf[row];
        }
        rows = Sorting.by(column, null, sets);
        starts = Sorting.begins(column, sets);
    }
}
