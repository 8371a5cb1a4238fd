package org.genevagraph.source.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;

/** The rows of a table that have more or fewer cells than its header; those of one length are one fault from the fourth on. */
final class Ragged {
    private static final int FEW = 3;

    /** A quote that CSV does not know. */
    private static final Pattern OTHER_QUOTE = Pattern.compile("\\s*[“„«‘'`]");

    private record Length(int cells, boolean isBlank) {}

    private final Map<String, List<Integer>> lines = new TreeMap<>();
    private final Map<String, Length> lengths = new TreeMap<>();
    private final Set<Integer> quotes = new HashSet<>();
    private final Set<Integer> quotedWhole = new HashSet<>();

    /**
     * Notes a row.
     *
     * @param blank whether the cells that are too many hold nothing
     */
    void add(int line, CsvRecord record, boolean blank) {
        int cells = record.getFieldCount();
        if (record.getFields().stream()
                .anyMatch(cell -> OTHER_QUOTE.matcher(cell).lookingAt())) {
            quotes.add(line);
        }
        if (cells == 1 && record.getField(0).indexOf(',') >= 0) {
            quotedWhole.add(line);
        }
        String key = cells + " " + blank;
        lengths.put(key, new Length(cells, blank));
        lines.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
    }

    /**
     * Tells them.
     *
     * @param rows how many rows fit
     * @param separated whether a wrong separator is told, which explains every row that does not fit
     */
    void tell(String file, Header header, int rows, boolean separated, Problems problems) {
        if (separated || (header.isWrong() && rows == 0 && lengths.size() == 1)) {
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
                                                + " where the header has "
                                                + header.columns().size() + more,
                                        quotedWhole.contains(line)
                                                ? "it stands in quotation marks as a whole: take away the first and the last"
                                                : quotes.contains(line)
                                                        ? "quote a cell that holds a separator with \"straight\" quotes, not with “curved” or single ones"
                                                        : "add or take away a separator, and quote cells that hold one"));
            }
        });
    }
}
