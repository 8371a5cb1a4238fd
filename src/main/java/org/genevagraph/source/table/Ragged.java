package org.genevagraph.source.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;

/** The rows of a table that have more or fewer cells than its header; those of one length are one fault from the fourth on. */
final class Ragged {
    private static final int FEW = 3;

    private record Length(int cells, boolean isBlank) {}

    private final Map<String, List<Integer>> lines = new TreeMap<>();
    private final Map<String, Length> lengths = new TreeMap<>();

    /**
     * Notes a row.
     *
     * @param blank whether the cells that are too many hold nothing
     */
    void add(int line, int cells, boolean blank) {
        String key = cells + " " + blank;
        lengths.put(key, new Length(cells, blank));
        lines.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
    }

    /**
     * Tells them.
     *
     * @param header how many columns there are
     * @param rows how many rows fit
     * @param isTold whether the header is wrong, which explains rows none of which fits
     */
    void tell(String file, int header, int rows, boolean isTold, Problems problems) {
        if (isTold && rows == 0 && lengths.size() == 1) {
            return;
        }
        lines.forEach((key, places) -> {
            Length length = lengths.get(key);
            int told = places.size() > FEW ? 1 : places.size();
            for (int line : places.subList(0, told)) {
                String more = told == places.size()
                        ? ""
                        : String.format(" (and so have %,d more rows)", places.size() - told);
                problems.addCause(
                        length.isBlank()
                                ? Problem.error(
                                        file,
                                        line,
                                        "",
                                        "has empty cells beyond those of the header" + more,
                                        "delete what separates them at the end of the row")
                                : Problem.error(
                                        file,
                                        line,
                                        "",
                                        "has " + length.cells() + (length.cells() == 1 ? " cell" : " cells")
                                                + " where the header has " + header + more,
                                        "add or take away a separator, and quote cells that hold one"));
            }
        });
    }
}
