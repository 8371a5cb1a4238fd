package org.genevagraph.syntax;

/** Lines of a text, counted from 1. */
final class Lines {
    private Lines() {}

    /** The line on which a character stands. */
    static int at(String text, int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }

    /** How many there are, a last one without its end included. */
    static int count(String text) {
        return (int) text.lines().count();
    }

    /** A line as it is given, within those that there are. */
    static int within(int line, String text) {
        return Math.max(1, Math.min(line, count(text)));
    }
}
