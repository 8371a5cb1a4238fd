package org.genevagraph.problem;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something wrong in a file.
 *
 * @param severity whether it stops publication
 * @param file the file, relative to the project or as the user gave it; empty if no file is to blame
 * @param line the line, counted from 1; 0 if the whole file is meant
 * @param column the name of the table's column; empty if the whole row is meant or the file is no table
 * @param message what is wrong
 * @param fix what to do about it
 * @param slip what was slipped in, for programs
 */
public record Problem(Severity severity, String file, int line, String column, String message, String fix, Slip slip)
        implements Comparable<Problem> {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::column)
            .thenComparing(Problem::message)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::fix)
            .thenComparing(problem -> problem.slip().kind())
            .thenComparing(problem -> problem.slip().value());

    public Problem {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(file);
        Objects.requireNonNull(column);
        Objects.requireNonNull(message);
        Objects.requireNonNull(fix);
        Objects.requireNonNull(slip);
    }

    /** One that no program has to know. */
    public Problem(Severity severity, String file, int line, String column, String message, String fix) {
        this(severity, file, line, column, message, fix, Slip.OTHER);
    }

    /** An error in a file. */
    public static Problem error(String file, int line, String column, String message, String fix) {
        return new Problem(Severity.ERROR, file, line, column, message, fix);
    }

    /** A warning about a file. */
    public static Problem warning(String file, int line, String column, String message, String fix) {
        return new Problem(Severity.WARNING, file, line, column, message, fix);
    }

    /** The same, known to programs as a slip. */
    public Problem as(Slip known) {
        return new Problem(severity, file, line, column, message, fix, known);
    }

    /** The same, told at another place. */
    public Problem at(String otherFile, int otherLine, String otherColumn) {
        return new Problem(severity, otherFile, otherLine, otherColumn, message, fix, slip);
    }

    /** The same in other words. */
    public Problem saying(String otherMessage, String otherFix) {
        return new Problem(severity, file, line, column, otherMessage, otherFix, slip);
    }

    /** The line that people read: {@code file:line: column: what is wrong – how to fix it}; what would break it is escaped. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!file.isEmpty()) {
            text.append(file);
            if (line > 0) {
                text.append(':').append(line);
            }
            text.append(": ");
        }
        if (!column.isEmpty()) {
            text.append(column).append(": ");
        }
        text.append(message);
        if (!fix.isEmpty()) {
            text.append(" – ").append(fix);
        }
        return OneLine.of(text.toString());
    }

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }
}
