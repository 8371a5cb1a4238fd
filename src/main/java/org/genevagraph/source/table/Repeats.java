package org.genevagraph.source.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;

/** The rows of a table that say what an earlier one says; they are one fault from the fourth on. */
final class Repeats {
    private static final int FEW = 3;

    private record Repeat(int line, int earlier) {}

    private final Map<Map<String, String>, Integer> first = new HashMap<>();
    private final List<Repeat> repeats = new ArrayList<>();

    /** Notes the values of a row; true if they stood on an earlier line. */
    boolean add(Map<String, String> values, int line) {
        Integer earlier = first.putIfAbsent(values, line);
        if (earlier != null) {
            repeats.add(new Repeat(line, earlier));
        }
        return earlier != null;
    }

    /** How many rows said nothing new. */
    int count() {
        return repeats.size();
    }

    /** Tells them, when all rows have been noted. */
    void tell(String file, Problems problems) {
        first.clear();
        int told = repeats.size() > FEW ? 1 : repeats.size();
        String more = told == repeats.size()
                ? ""
                : String.format(" (and %,d more rows repeat others)", repeats.size() - told);
        for (Repeat repeat : repeats.subList(0, told)) {
            problems.add(Problem.error(
                    file,
                    repeat.line(),
                    "",
                    "says the same as line " + repeat.earlier() + more,
                    more.isEmpty() ? "delete one of the two" : "keep one of each"));
        }
    }
}
