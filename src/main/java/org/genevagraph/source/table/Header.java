package org.genevagraph.source.table;

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
import org.genevagraph.problem.Slip;

/**
 * The header of a table as it was meant: a column that is misspelt counts as the one that it nearly is, so that one slip is one fault.
 *
 * @param line where it stands
 * @param columns the name of each column in order, those that nobody knows included; empty for one without a name
 * @param missing the columns that are not there
 * @param isStrange whether most columns are missing, so that the file is none of this kind
 * @param isWrong whether anything is wrong with it
 */
record Header(int line, List<String> columns, List<String> missing, boolean isStrange, boolean isWrong) {
    /** The most columns of a table. */
    static final int MOST_COLUMNS = 100;

    /** A longer line is no header. */
    private static final int LONGEST = 10_000;

    /** A header that stands further down is not looked for. */
    private static final int FIRST_LINES = 20;

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
                .map(Header::plain)
                .filter(layout.known()::contains)
                .distinct()
                .count();
    }

    /** A column's name as it is written here: small letters, no blanks or quotes. */
    static String plain(String column) {
        return column.replaceAll("[\"\uFEFF\u201C\u201D]", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '_');
    }

    /** The line on which the header stands: the first, unless it is one further down in which most columns are named. */
    static int line(String text, Layout layout) {
        int first = 0;
        int line = 1;
        for (String each : text.lines().limit(FIRST_LINES).toList()) {
            if (!layout.isTabbed() || !each.startsWith("#")) {
                first = first == 0 ? line : first;
                if (isHeader(each, layout)) {
                    return line;
                }
            }
            line++;
        }
        return Math.max(1, first);
    }

    private static boolean isHeader(String line, Layout layout) {
        if (line.length() > LONGEST) {
            return false;
        }
        long most = 0;
        for (char separator : SEPARATORS) {
            most = Math.max(most, recognised(line, separator, layout));
        }
        return most > 1 && 2 * most >= layout.required().size();
    }

    /** How much of the header of a layout a text has, and little else: 1 if it is the same, 0 if nothing is. */
    static double likeness(String text, Layout layout) {
        String header = text(text, layout);
        char separator = separator(text, layout);
        long recognised = recognised(header, separator, layout);
        long named = Arrays.stream(header.split(Pattern.quote(String.valueOf(separator)), MOST_COLUMNS))
                .filter(column -> !plain(column).isEmpty())
                .count();
        return (double) recognised / Math.max(1, named + layout.required().size() - recognised);
    }

    /** Whether a row says the same as the header. */
    boolean isRepeatedBy(List<String> cells) {
        return cells.size() > 1
                && cells.size() == columns.size()
                && cells.get(0).length() < columns.get(0).length() + 4
                && plain(cells.get(0)).equals(columns.get(0))
                && cells.stream().map(Header::plain).toList().equals(columns);
    }

    /** Columns without a name are one fault; what stands below them may be wanted. */
    void tellUnnamed(String file, boolean anyValue, Problems problems) {
        long unnamed = columns.stream().filter(String::isEmpty).count();
        if (unnamed > 0 && !isStrange) {
            problems.addCause(Problem.error(
                            file,
                            line,
                            "",
                            unnamed == 1 ? "has a column without a name" : "has " + unnamed + " columns without a name",
                            anyValue ? "give it its name, or delete it" : "delete what is empty")
                    .as(Slip.of(Slip.Kind.COLUMN_WITHOUT_NAME)));
        }
    }

    private static String text(String text, Layout layout) {
        String header = text.lines().skip(line(text, layout) - 1L).findFirst().orElse("");
        return header.substring(0, Math.min(LONGEST, header.length()));
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
            return new Header(line, List.of(), layout.required(), true, true);
        }
        List<String> unknown = given.stream()
                .filter(column -> !column.isEmpty() && !known.contains(column))
                .toList();
        List<String> plain = given.stream().map(Header::plain).toList();
        long recognised = layout.required().stream().filter(plain::contains).count();
        if (layout.required().size() > 1
                && 2 * recognised < layout.required().size()
                && (unknown.size() > 1 || recognised == 0)) {
            problems.addCause(Problem.error(
                    file,
                    line,
                    "",
                    "has not the header of this table",
                    "write " + String.join(",", layout.required())));
            return new Header(line, given, layout.required(), true, true);
        }
        boolean wrong = false;
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean respelt = unknown.size() > 1 && plain.containsAll(layout.required()) && known.containsAll(plain);
        if (respelt) {
            problems.addCause(Problem.error(
                    file,
                    line,
                    "",
                    "writes the names of its columns with capitals or blanks",
                    "write " + String.join(",", plain)));
        }
        for (String column : given) {
            if (column.isEmpty() && !(unknown.isEmpty() && absent.size() == 1) && !layout.open()) {
                columns.add("");
                wrong = true;
                continue;
            }
            String meant = known.contains(column) ? column : meant(column, absent, unknown, layout);
            columns.add(meant);
            absent.remove(meant);
            if (!seen.add(meant)) {
                wrong = true;
                problems.addCause(Problem.error(file, line, column, "stands twice in the header", "keep one of them"));
            } else if (!known.contains(column) && layout.open() && meant.equals(column)) {
                problems.add(Problem.warning(
                        file, line, column, "is not a column that is known here", "nothing to do: it was passed over"));
            } else if (!known.contains(column) && !respelt) {
                wrong = true;
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
        return new Header(line, columns, missing, false, wrong || !missing.isEmpty());
    }

    /** The one of the columns not yet there that a misspelt one must be; the same name if it may be any. */
    private static String meant(String column, List<String> absent, List<String> unknown, Layout layout) {
        List<String> sameLetters = absent.stream().filter(plain(column)::equals).toList();
        List<String> near = sameLetters.isEmpty() ? Nearest.of(column, absent) : sameLetters;
        List<String> required =
                layout.required().stream().filter(absent::contains).toList();
        if (near.isEmpty() && unknown.size() <= 1 && required.size() == 1 && !layout.open()) {
            return required.get(0);
        }
        return near.isEmpty() ? column : near.get(0);
    }
}
