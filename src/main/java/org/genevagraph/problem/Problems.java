package org.genevagraph.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All problems of one run, causes first, then in the order of their places. Not thread-safe. */
public final class Problems {
    private final List<Problem> causes = new ArrayList<>();
    private final List<Problem> found = new ArrayList<>();
    private final Map<List<Object>, Problem> unreadable = new HashMap<>();

    /** Adds one. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** Adds one that tells what a cell's characters are wrong in: whatever else is wrong with the same cell follows from it, and is not told. */
    public void addOfCharacters(Problem problem) {
        found.add(problem);
        unreadable.put(place(problem), problem);
    }

    /** Notes that a cause tells what a cell's characters are wrong in, once for all such cells. */
    public void silence(Problem ofCell) {
        unreadable.put(place(ofCell), ofCell);
    }

    private static List<Object> place(Problem problem) {
        return List.of(problem.file(), problem.line(), problem.column());
    }

    private boolean follows(Problem problem) {
        Problem cause = unreadable.get(place(problem));
        return cause != null && !cause.equals(problem) && problem.severity() == Severity.ERROR;
    }

    /** Adds one that others may follow from: it stands before them. */
    public void addCause(Problem problem) {
        causes.add(problem);
    }

    /** Those that others may follow from. */
    public List<Problem> causes() {
        return causes.stream().sorted().distinct().toList();
    }

    /** Adds all. */
    public void addAll(Iterable<Problem> problems) {
        problems.forEach(found::add);
    }

    /** Takes another one in place of each, or none of those that are no causes, in the order of their places. */
    public void replace(Function<Problem, Optional<Problem>> change) {
        List<Problem> changed = found.stream()
                .filter(problem -> !follows(problem))
                .sorted()
                .distinct()
                .flatMap(problem -> change.apply(problem).stream())
                .toList();
        found.clear();
        found.addAll(changed);
    }

    /** Whether any of them stops publication. */
    public boolean hasErrors() {
        return Stream.concat(causes.stream(), found.stream()).anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** All of them, each once: first the causes, then the others, each sorted by place. */
    public List<Problem> sorted() {
        return Stream.concat(
                        causes.stream().sorted(),
                        found.stream().filter(problem -> !follows(problem)).sorted())
                .distinct()
                .toList();
    }
}
