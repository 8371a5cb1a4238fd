package org.genevagraph.source.text;

import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;

/** Why a file cannot be read as a text. */
public final class Unreadable {
    private Unreadable() {}

    /**
     * Tells it.
     *
     * @param line where in the file; 0 if it is not about a line
     */
    public static ProblemException at(String file, int line, String message, String fix) {
        return new ProblemException(Problem.error(file, line, "", message, fix));
    }
}
