package org.genevagraph.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;

/**
 * The header of a table as it was meant: a column that is misspelt counts as the one that it nearly is, so that one slip is one fault.
 *
 * @param columns the name of each column in order, those that nobody knows included
 * @param missing the columns that are not there
 * @param isStrange whether most columns are missing, so that the file is none of this kind
 */
record Header(List<String> columns, List<String> missing, boolean isStrange) {
    /** The most columns of a table. */
    static final int MOST_COLUMNS = 100;

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    Header {
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
    }

    /** What separates the cells of the header, if the right separator separates nothing there and another one does. */
    static char separator(String text, Layout layout) {
        String header = text(text, layout);
        char best = layout.separator();
        long most = recognised(header, best, layout);
        for (char candidate : SEPARATORS) {
            long recognised = most > 1 ? 0 : recognised(header, candidate, layout);
            if (recognised > Math.max(1, most)) {
                best = candidate;
                most = recognised;
            }
        }
        return best;
    }

    private static long recognised(String header, char separator, Layout layout) {
        return Arrays.stream(header.split(Pattern.quote(String.valueOf(separator)), MOST_COLUMNS))
                .map(column -> column.replace("\"", "").strip())
                .filter(layout.known()::contains)
                .count();
    }

    /** The line on which the header stands. */
    static int line(String text, Layout layout) {
        int line = 1;
        for (String each : text.split("\n", -1)) {
            if (!layout.isTabbed() || !each.startsWith("#")) {
                return line;
            }
            line++;
        }
        return 1;
    }

    private static String text(String text, Layout layout) {
        return text.lines().skip(line(text, layout) - 1L).findFirst().orElse("");
    }

    /** Where a byte stands in the first line that is none of UTF-8; -1 if none does. */
    static int alien(String text) {
        int end = text.indexOf('\n');
        int alien = text.indexOf('\uFFFD');
        return end < 0 || alien < end ? alien : -1;
    }

    static String shown(char separator) {
        return separator == '\t' ? "tabs" : separator == ',' ? "commas" : "'" + separator + "'";
    }

    static Header read(String file, int line, List<String> cells, Layout layout, Problems problems) {
        List<String> known = layout.known();
        List<String> given = cells.stream().map(String::strip).toList();
        List<String> absent = new ArrayList<>(
                known.stream().filter(column -> !given.contains(column)).toList());
        if (given.size() > MOST_COLUMNS) {
            problems.addCause(Problem.error(
                    file,
                    line,
                    "",
                    "has more than " + MOST_COLUMNS + " columns, which is the limit",
                    "the columns are " + String.join(",", known)));
            return new Header(List.of(), layout.required(), true);
        }
        List<String> unknown =
                given.stream().filter(column -> !known.contains(column)).toList();
        long recognised = layout.required().stream().filter(given::contains).count();
        if (unknown.size() > 1 && 2 * recognised < layout.required().size()) {
            problems.addCause(Problem.error(
                    file,
                    line,
                    "",
                    "has not the header of this table",
                    "write " + String.join(",", layout.required())));
            return new Header(given, layout.required(), true);
        }
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : given) {
            String meant = known.contains(column) ? column : meant(column, absent, unknown, layout);
            columns.add(meant);
            absent.remove(meant);
            if (!seen.add(meant)) {
                problems.addCause(Problem.error(file, line, column, "stands twice in the header", "keep one of them"));
            } else if (!known.contains(column) && layout.open() && meant.equals(column)) {
                problems.add(Problem.warning(
                        file, line, column, "is not a column that is known here", "nothing to do: it was passed over"));
            } else if (!known.contains(column)) {
                problems.addCause(Problem.error(
                        file,
                        line,
                        column.isEmpty() ? "(unnamed)" : column,
                        "is not a column of this table",
                        meant.equals(column)
                                ? Nearest.hint(column, absent, "the columns are " + String.join(",", known))
                                : "did you mean " + meant + "?"));
            }
        }
        List<String> missing = layout.required().stream()
                .filter(column -> !columns.contains(column))
                .toList();
        missing.forEach(column -> problems.addCause(Problem.error(
                file, line, column, "is missing from the header", "add the column, even if it stays empty")));
        return new Header(columns, missing, false);
    }

    /** The one of the columns not yet there that a misspelt one must be; the same name if it may be any. */
    private static String meant(String column, List<String> absent, List<String> unknown, Layout layout) {
        List<String> sameLetters = absent.stream()
                .filter(known -> known.equals(column.toLowerCase(Locale.ROOT).replace(' ', '_')))
                .toList();
        List<String> near = sameLetters.isEmpty() ? Nearest.of(column, absent) : sameLetters;
        List<String> required =
                layout.required().stream().filter(absent::contains).toList();
        if (near.isEmpty() && unknown.size() == 1 && required.size() == 1 && !layout.open()) {
            return required.get(0);
        }
        return near.isEmpty() ? column : near.get(0);
    }
}
