package org.genevagraph.text.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.line.Wrapping;

/** Clauses that stand alone in small letters, such as "resolves" in texts of the ITU, and the paragraphs below them, which begin small, too. */
final class Clauses {
    /** The style of a marker that is a clause. */
    private static final String CLAUSE = "clause";

    private static final Pattern SMALL_NUMBER = Pattern.compile("\\s*(\\d{1,2})\\s+(?=\\p{Ll})");

    private final List<Line> lines;
    private final boolean there;
    private boolean open;

    Clauses(List<Line> lines) {
        this.lines = lines;
        this.there = Headings.areClauses(lines);
    }

    /** Whether a marker is that of a clause. */
    static boolean isOne(Marker marker) {
        return marker.style().equals(CLAUSE);
    }

    /** What begins: below a clause are paragraphs, until one has a number with a dot. */
    void begin(Marker marker) {
        open = isOne(marker) || (open && !marker.style().equals("1."));
    }

    /**
     * What begins on a line of small letters: a clause, or a paragraph below one.
     *
     * @param current what is open; may be null
     * @param number the number of the paragraph before
     */
    Optional<Marker> marker(Line line, Draft current, int number) {
        if (current == null) {
            return Optional.empty();
        }
        return isClause(line, current)
                ? Optional.of(new Marker(Marker.Kind.DIVISION, "", CLAUSE, 0))
                : paragraph(line, current, number);
    }

    /** Whether it stands below the end of what is before it, and above its numbers, letters or words. */
    private boolean isClause(Line line, Draft current) {
        if (!there
                || !Headings.isClause(SourceText.normalise(line.text()))
                || !(current.words().endsWith(",")
                        || current.words().endsWith(".")
                        || current.isOf(Marker.Kind.DIVISION))) {
            return false;
        }
        Optional<Line> next = lines.stream()
                .filter(later -> later.number() > line.number() && !later.text().isBlank())
                .findFirst();
        return next.filter(later -> SMALL_NUMBER.matcher(later.text()).lookingAt()
                        || Wrapping.beginsSmall(later.text())
                        || Wrapping.isDangling(SourceText.normalise(line.text())))
                .isPresent();
    }

    /** "1 to report". */
    private Optional<Marker> paragraph(Line line, Draft current, int number) {
        Matcher small = SMALL_NUMBER.matcher(line.text());
        if (!open || !small.lookingAt()) {
            return Optional.empty();
        }
        int value = Integer.parseInt(small.group(1));
        return value == number + 1 || (value == 1 && current.isOf(Marker.Kind.DIVISION))
                ? Optional.of(new Marker(Marker.Kind.NUMBER, small.group(1), "1", small.end()))
                : Optional.empty();
    }
}
