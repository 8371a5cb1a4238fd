package org.genevagraph.text.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.source.text.ListNumbers;
import org.genevagraph.source.text.SourceText.Line;
import org.genevagraph.text.read.line.Marker;

/** Footnotes of a numbered document: whether a number, a letter or an asterisk begins one, by what stands in the words before it. */
final class Notes {
    private static final Pattern LETTER = Pattern.compile("\\s*([a-z])\\s+(?=[\\p{Lu}“«])");
    private static final Pattern SQUARE_LETTER = Pattern.compile("\\s*\\[([a-z])\\]\\s+(?=\\S)");
    private static final Pattern STARRED = Pattern.compile("\\s*\\* ");
    private static final Pattern HEADING = Pattern.compile(
            "(?iu)(?:(?:end ?|foot ?)?notes?(?: (?:de bas de page|finales|de fin))?|notas(?: (?:al pie|finales))?)");

    /** What has been read so far; it grows. */
    private final List<Draft> before;

    private final boolean areStarsBullets;

    private boolean open;

    private boolean listed;

    Notes(List<Draft> before, List<Line> lines) {
        this.before = before;
        // Two lines below each other, or more: a note is one, and the next has two asterisks.
        this.areStarsBullets = lines.stream()
                        .filter(line -> STARRED.matcher(line.text()).lookingAt())
                        .count()
                > 1;
    }

    /** Below a rule there are notes, until {@link #end}. */
    void begin() {
        open = true;
    }

    /** Below the heading "Notes" stand the notes of the whole text, whose numbers are written as those of paragraphs may be. */
    void beginBelow(String heading) {
        listed = HEADING.matcher(heading).matches();
        open |= listed;
    }

    void end() {
        open = false;
        listed = false;
    }

    /** Whether what comes now stands among notes. */
    boolean areOpen() {
        return open;
    }

    /**
     * Whether a number is that of a note.
     *
     * @param next the number of the paragraph that would come next
     */
    boolean isOne(Marker marker, int next) {
        return switch (marker.style()) {
            case Marker.SLASH ->
                isSaid(marker.number() + "/")
                        || (marker.value() != next
                                && isFound(Pattern.compile("\\p{L} " + marker.number() + " \\p{L}")));
            case Marker.SQUARE -> isSaid("[" + marker.number() + "]");
            case Marker.ROUND -> isFound(Pattern.compile("[\\p{L}\\p{P}]\\(" + marker.number() + "\\)(?!\\w)"));
            default -> open && (listed || marker.value() != next) && isMarked(marker.number());
        };
    }

    /** Whether a word before has the number of a note behind it. */
    boolean isMarked(String number) {
        String raised = number.matches("\\d{1,3}") ? ListNumbers.raised(Integer.parseInt(number)) : number;
        return isFound(Pattern.compile(
                "[\\p{L}\\p{M}\\p{P}&&[^/(]](?:" + number + "|" + raised + ")(?![/.,-]?\\d|\\p{L}|[⁰¹²³⁴-⁹])"));
    }

    /** Whether the number of a note stands apart behind a word, as some programs leave it: "the report 1 of the chair". */
    boolean isMarkedApart(String number) {
        return isFound(Pattern.compile("\\p{L} " + number + " \\p{Ll}"));
    }

    /** The number as that of a note. */
    static Marker numbered(Marker marker) {
        return new Marker(
                Marker.Kind.FOOTNOTE,
                marker.number(),
                marker.style().equals(Marker.SLASH) ? Marker.SLASH : "",
                marker.end());
    }

    /** "a Measured in May." below a rule: a note whose letter stands behind a word. */
    Optional<Marker> lettered(Line line) {
        Matcher square = SQUARE_LETTER.matcher(line.text());
        if (square.lookingAt() && isSaid("[" + square.group(1) + "]")) {
            return Optional.of(new Marker(Marker.Kind.FOOTNOTE, square.group(1), "", square.end()));
        }
        Matcher letter = LETTER.matcher(line.text());
        return open
                        && letter.lookingAt()
                        && isFound(Pattern.compile("[\\p{L}\\d][\\p{P}]" + letter.group(1) + "(?!\\p{L})"))
                ? Optional.of(new Marker(Marker.Kind.FOOTNOTE, letter.group(1), "", letter.end()))
                : Optional.empty();
    }

    /** An asterisk is a note's where one stands in the words before it, or where it stands alone; else it is a bullet. */
    Marker starred(Line line, Marker marker) {
        if (!marker.number().isEmpty() || !marker.style().equals("*") || before.isEmpty()) {
            return marker;
        }
        Draft current = before.get(before.size() - 1);
        boolean bullet = STARRED.matcher(line.text()).lookingAt()
                && !isSaid("*")
                && ((areStarsBullets && !open)
                        || current.isOf(Marker.Kind.BULLET)
                        || current.words().endsWith(":"));
        return bullet ? new Marker(Marker.Kind.BULLET, "", "•", marker.end()) : marker;
    }

    private boolean isSaid(String mark) {
        return before.stream().anyMatch(draft -> draft.words().contains(mark));
    }

    private boolean isFound(Pattern mark) {
        return before.stream().anyMatch(draft -> mark.matcher(draft.words()).find());
    }
}
