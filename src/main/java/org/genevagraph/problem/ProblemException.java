package org.genevagraph.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Work that cannot go on, with everything that was found wrong. */
public final class ProblemException extends Exception {
    private final transient List<Problem> problems;

    /** With all problems of the run; at least one. */
    public ProblemException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** With the one problem there is. */
    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    /** What is wrong, in the order of places. */
    public List<Problem> problems() {
        return problems;
    }
}
