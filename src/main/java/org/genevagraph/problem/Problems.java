package org.genevagraph.problem;

import java.util.ArrayList;
import java.util.List;

/** All problems of one run, in the order of their places. Not thread-safe. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Adds one. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** Adds all. */
    public void addAll(Iterable<Problem> problems) {
        problems.forEach(found::add);
    }

    /** Whether any of them stops publication. */
    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** All of them, sorted by place, each once. */
    public List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }
}
