package org.genevagraph.snapshot.frozen;

/** Sorts rows by columns of small numbers, in time that grows with the rows alone. */
final class Sorting {
    private Sorting() {}

    /**
     * Where the rows of each number begin, once they are sorted by them.
     *
     * @param numbers how many numbers there are
     * @return one more than there are numbers; rows of the number n stand from the n-th place up to the one after it
     */
    static int[] begins(int[] column, int numbers) {
        int[] begins = new int[numbers + 1];
        for (int number : column) {
            begins[number + 1]++;
        }
        for (int number = 0; number < numbers; number++) {
            begins[number + 1] += begins[number];
        }
        return begins;
    }

    /**
     * The rows sorted by a column; what is equal in it keeps the order in which it was.
     *
     * @param order the rows as they are ordered now; null if that is the order in which they stand
     */
    static int[] by(int[] column, int[] order, int numbers) {
        int[] next = begins(column, numbers);
        int[] sorted = new int[column.length];
        for (int i = 0; i < column.length; i++) {
            int row = order == null ? i : order[i];
            sorted[next[column[row]]++] = row;
        }
        return sorted;
    }
}
