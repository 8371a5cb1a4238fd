package org.genevagraph.text.read.line;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;

/** Tables within a text: rows in columns or between bars, the caption above them and the source below; they are no words of a paragraph. */
public final class Tables {
    private static final String GAP = "(?: {2,}|\\t\\s*)";
    private static final String CELL = "\\S+(?: \\S+){0,9}";

    /** Three cells at least, with more than a blank between them. */
    private static final Pattern COLUMNS = Pattern.compile(CELL + "(?:" + GAP + CELL + "){2,}");

    /** An amount far behind what it is the amount of. */
    private static final Pattern AMOUNT =
            Pattern.compile(CELL + "(?:\\s{4,}|\\t\\s*)(?:[$€£] ?)?\\d[\\d.,’' ]*(?: ?%| million| m)?");

    /** A name and its figure with one blank between, as a table leaves them in PDF; years are of dates. */
    private static final Pattern NAMED_FIGURE =
            Pattern.compile("\\p{Lu}[^.;:,]{0,48}\\p{L} (?!(?:19|20)\\d{2}$)\\d[\\d.,’']*(?: ?%)?");

    private static final Pattern NUMERIC =
            Pattern.compile("(?:^|\\s{2,}|\\t)[-+$€£]? ?\\d[\\d.,’' ]* ?%?(?=\\s{2,}|\\t|$)");
    /** "When" over a column is the whole of its head. */
    private static final Pattern HEAD_AT_END = Pattern.compile(".*(?: {2,}|\\t)\\p{Lu}\\p{L}*");

    private static final Pattern NARROW = Pattern.compile("\\S {2}\\S");
    private static final Pattern BARS = Pattern.compile("\\|.*|.*\\S\\s+\\|(?:\\s.*)?");
    private static final Pattern RULED = Pattern.compile("[|+:\\-=\\s]*[-=]{2,}[|+:\\-=\\s]*[|+]?");
    private static final Pattern CAPTION = Pattern.compile(
            "(?iu)(?:table|tableau|tabla|cuadro|tabelle|tabella|quadro) (?:\\d{1,3}|[IVX]{1,5}|[A-Z])\\b.{0,120}");
    private static final Pattern SOURCE = Pattern.compile("(?iu)(?:sources?|fuentes?|quellen?|fonte)\\s?:\\s.{1,160}");
    private static final int LINES_OF_A_CAPTION = 3;
    private static final int LONGEST_BETWEEN = 40;
    private static final int FEWEST = 2;

    private final List<Line> filled;
    private final Set<Integer> found = new HashSet<>();

    private Tables(List<Line> lines) {
        filled = lines.stream().filter(line -> !line.text().isBlank()).toList();
    }

    /**
     * The numbers of the lines that are of tables.
     *
     * @param lines those of a text, without what belongs to its pages
     */
    public static Set<Integer> of(List<Line> lines) {
        Tables tables = new Tables(lines);
        int i = 0;
        while (i < tables.filled.size()) {
            int end = tables.end(i);
            if (end - i >= FEWEST && tables.isOne(i, end)) {
                tables.add(i, end);
            }
            int figures = tables.behindFigures(i);
            if (end == i && figures - i >= FEWEST) {
                tables.add(tables.above(i), figures);
                end = figures;
            }
            i = Math.max(end, i + 1);
        }
        return Set.copyOf(tables.found);
    }

    /** Behind the last of the names with a figure that begin on a line, of whose table nothing else is left. */
    private int behindFigures(int first) {
        int end = first;
        while (end < filled.size()
                && NAMED_FIGURE
                        .matcher(SourceText.normalise(filled.get(end).text()))
                        .matches()
                && Marker.of(filled.get(end).text()).kind() == Marker.Kind.NONE) {
            end++;
        }
        return end;
    }

    /** Where the names of the two columns stand: on a line above, or on two. */
    private int above(int first) {
        int from = first;
        while (from > 0 && first - from < FEWEST && isName(from - 1)) {
            from--;
        }
        return from;
    }

    private boolean isName(int i) {
        String words = SourceText.normalise(filled.get(i).text());
        return words.matches("\\p{Lu}[^.;:,]{0,28}[^.;:,\\d]")
                && Marker.of(filled.get(i).text()).kind() == Marker.Kind.NONE;
    }

    /** Behind the last of the rows that begin on a line; a short line between two rows is of the table. */
    private int end(int first) {
        int end = first;
        while (end < filled.size() && (isRow(end) || (end > first && isBetween(end)))) {
            end++;
        }
        return end;
    }

    private boolean isBetween(int i) {
        String words = SourceText.normalise(filled.get(i).text());
        return i + 1 < filled.size()
                && isRow(i + 1)
                && words.length() <= LONGEST_BETWEEN
                && !words.matches("(?s).*[.;:,]")
                && Marker.of(filled.get(i).text()).kind() == Marker.Kind.NONE;
    }

    private boolean isRow(int i) {
        String line = filled.get(i).text().strip();
        Marker.Kind kind = Marker.of(filled.get(i).text()).kind();
        boolean begins = kind != Marker.Kind.NONE && kind != Marker.Kind.BARE;
        return hasBars(line)
                || (!begins
                        && (COLUMNS.matcher(line).matches()
                                || AMOUNT.matcher(line).matches()));
    }

    private static boolean hasBars(String line) {
        return BARS.matcher(line).matches() || (RULED.matcher(line).matches() && line.indexOf('|') >= 0);
    }

    /** Lines that are set wide to fill their width stand in no columns: they have few figures, and narrow gaps. */
    private boolean isOne(int first, int end) {
        List<String> rows = new ArrayList<>();
        filled.subList(first, end).forEach(line -> rows.add(line.text().strip()));
        if (rows.stream().allMatch(Tables::hasBars)) {
            return true;
        }
        boolean runsOn = rows.stream()
                        .anyMatch(row -> Wrapping.isDangling(row)
                                && !HEAD_AT_END.matcher(row).matches())
                || rows.stream().filter(Wrapping::beginsSmall).count() * 2 >= rows.size();
        return !runsOn && hasCells(rows);
    }

    private static boolean hasCells(List<String> rows) {
        return rows.stream().anyMatch(row -> NUMERIC.matcher(row).find())
                || rows.stream().noneMatch(row -> NARROW.matcher(row).find());
    }

    private void add(int first, int end) {
        int from = first;
        for (int i = first - 1; i >= Math.max(0, first - LINES_OF_A_CAPTION); i--) {
            String words = SourceText.normalise(filled.get(i).text());
            if (CAPTION.matcher(words).matches() && !words.endsWith(".")) {
                from = i;
            } else if (Marker.of(filled.get(i).text()).kind() != Marker.Kind.NONE || words.matches("(?s).*[.;:,]")) {
                break;
            }
        }
        boolean sourced = end < filled.size()
                && SOURCE.matcher(SourceText.normalise(filled.get(end).text())).matches();
        filled.subList(from, sourced ? end + 1 : end).forEach(line -> found.add(line.number()));
    }
}
