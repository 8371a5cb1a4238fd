package org.genevagraph.snapshot.frozen;

/** Where a pattern is looked up: some places, one after the other. */
final class Cursor {
    /** The rows in the order in which places are counted; null if that is the order in which they stand. */
    private int[] order;

    private int place;
    private int end;

    void set(int[] rows, int from, int to) {
        order = rows;
        place = from;
        end = to;
    }

    /** How many places are left. */
    int size() {
        return end - place;
    }

    boolean isAtEnd() {
        return place >= end;
    }

    /** The row at its place. */
    int row() {
        return order == null ? place : order[place];
    }

    void step() {
        place++;
    }

    /** Keeps, of places that are sorted by a column, those that have a number there. */
    void narrow(int[] column, int number) {
        place = lowest(column, number, place);
        end = lowest(column, number + 1, place);
    }

    /** The first place from which the numbers of a column are not below one. */
    private int lowest(int[] column, int number, int from) {
        int low = from;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (column[order == null ? middle : order[middle]] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
