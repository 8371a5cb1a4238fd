package org.genevagraph.text.read;

import java.util.Set;
import java.util.regex.Pattern;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;
import org.genevagraph.text.TitlePage;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.line.Votes;
import org.genevagraph.text.read.line.Wrapping;
import org.genevagraph.text.read.passage.Reading;

/** Continuation lines: whether a line on which nothing begins goes on with the paragraph or heading before it, or stands for itself. */
final class Continuation {
    /** The style of a line that a table of contents lists; it is a whole heading. */
    static final String TITLE = "title";

    /** A heading in capitals of so many characters can go on below. */
    private static final int LONG_IN_CAPITALS = 30;

    private static final String AND_AT_END = "(?s).*, (?:and|or|et|ou|y|o)";

    private static final Pattern QUOTED_NUMBER = Pattern.compile("\\s*[“«„]\\s*\\d{1,3}\\.\\s+\\p{Lu}");

    /** "Noting with appreciation", "Deeply concerned": how a paragraph of a preamble begins, on a line that stands in more than the rest. */
    private static final Pattern REASON = Pattern.compile(
            "(?:\\p{Lu}\\p{Ll}+ )?(?:(?:\\p{Lu}\\p{Ll}+|\\p{Ll}+)(?:ing|ant|ando|endo)|(?iu:aware|mindful|convinced|concerned|alarmed|determined|guided|conscious"
                    + "|conscientes?|convaincue?s?|préoccupée?s?|convencid[oa]s?|preocupad[oa]s?))\\b.*",
            Pattern.DOTALL);

    /** The same in scripts without large letters, and in Russian, where it begins with a small one. */
    private static final Pattern OTHER_REASON = Pattern.compile("[\\p{IsArabic}\\p{IsHan}]"
            + "|(?iu:(?:вновь |также |с удовлетворением |с (?:глубокой )?обеспокоенностью |будучи )?(?:ссылаясь|напоминая|подтверждая|признавая|отмечая|учитывая"
            + "|принимая|приветствуя|рассмотрев|сознавая|осознавая|памятуя|руководствуясь|выражая|подчеркивая|заслушав|изучив|считая|желая|стремясь|исходя"
            + "|будучи))(?![\\p{L}])");

    private final Wrapping wrapping;
    private final Set<Integer> titled;
    private final Reading.Builder reading;

    /**
     * With what is known of the whole text.
     *
     * @param titled the lines whose number is that of a title
     * @param reading is told what goes on where a sentence has ended
     */
    Continuation(Wrapping wrapping, Set<Integer> titled, Reading.Builder reading) {
        this.wrapping = wrapping;
        this.titled = titled;
        this.reading = reading;
    }

    /**
     * Whether a line on which nothing begins goes on with the line before it.
     *
     * @param current what that line is of
     * @param afterBlank whether blank lines stand between the two
     */
    boolean goesOn(Draft current, Line line, boolean afterBlank) {
        if (current.marker().style().equals(TITLE)) {
            return false;
        }
        if (Votes.isSide(current.words())) {
            // The names of States go on below the comma, or below what announces them.
            String announces = current.words();
            return !Votes.isSide(SourceText.normalise(line.text()))
                    && (!afterBlank || announces.endsWith(":") || announces.endsWith(","));
        }
        if (Clauses.isOne(current.marker())) {
            return !afterBlank && Wrapping.isDangling(current.words());
        }
        if (QUOTED_NUMBER.matcher(line.text()).lookingAt()
                && Wrapping.isFinished(current.words().replaceFirst(",$", ";"))) {
            return false;
        }
        boolean hasWords = !current.words().isEmpty();
        if (!hasWords) {
            return !current.isHeading();
        }
        boolean small = Wrapping.beginsSmall(line.text());
        boolean large = Wrapping.beginsLarge(line.text());
        boolean full = !afterBlank && wrapping.isFull(current.last(), line);
        String next = SourceText.normalise(line.text());
        if ((TitlePage.title(next + " …").isPresent() && TitlePage.isLine(current.words()))
                || (TitlePage.isEnacting(next)
                        && TitlePage.title(current.words()).isPresent())) {
            return false;
        }
        if (current.isHeading()) {
            boolean wrapsInCapitals = current.isOf(Marker.Kind.CODE)
                    && current.words().length() >= LONG_IN_CAPITALS
                    && Headings.isInCapitals(current.words())
                    && Headings.isInCapitals(next)
                    && !afterBlank;
            return wrapsInCapitals
                    || (small && !afterBlank)
                    || (!afterBlank
                            && REASON.matcher(current.words()).matches()
                            && indent(current.last()) > indent(line) + 1)
                    || (Wrapping.isDangling(current.words()) && !afterBlank)
                    || (full
                            && !Headings.isInCapitals(current.words())
                            && !current.isOf(Marker.Kind.ANNEX, Marker.Kind.ARTICLE));
        }
        if (titled.contains(current.last().number())) {
            return false;
        }
        if (Wrapping.isFinished(current.words())) {
            return goesOnAfterEnd(current, line, afterBlank, small, full);
        }
        if (afterBlank
                && current.isOf(Marker.Kind.NONE)
                && current.words().matches("(?s).*[,،，]")
                && OTHER_REASON.matcher(next).lookingAt()) {
            return false;
        }
        if (small || !large) {
            return !Headings.isInCapitals(next);
        }
        if (Wrapping.isDangling(current.words()) || full) {
            return !Headings.isInCapitals(next) || full;
        }
        return !afterBlank && !current.isPlain() && !Headings.couldBe(next);
    }

    private boolean goesOnAfterEnd(Draft current, Line line, boolean afterBlank, boolean small, boolean full) {
        boolean announces = current.words().endsWith(":");
        boolean listed = announces || current.words().endsWith(";");
        boolean amount = current.words().matches(AND_AT_END) && !Wrapping.beginsLarge(line.text());
        if ((small || amount) && !listed && !isLastButOne(current, afterBlank)) {
            if (!full && !current.words().matches(AND_AT_END)) {
                reading.problem(
                        line.number(),
                        "begins with a small letter after the end of a sentence and begins nothing",
                        "see whether words are missing before it");
            }
            return true;
        }
        boolean standsAlone = current.marker().end() > 0
                && current.isOf(Marker.Kind.NUMBER)
                && current.lines()
                        .get(0)
                        .text()
                        .substring(current.marker().end())
                        .isBlank();
        boolean heading = Headings.couldBe(SourceText.normalise(line.text())) && !wrapping.isWrapped(line);
        if (standsAlone && !announces && !afterBlank) {
            return !heading;
        }
        boolean inSentence = current.words().matches(AND_AT_END) && current.isOf(Marker.Kind.NUMBER);
        return full && !announces && (!heading || inSentence) && indent(line) <= indent(current.last()) + 1;
    }

    /** "Rye, and": an item without a letter before the last of its list; a numbered paragraph that is wrapped there goes on. */
    private static boolean isLastButOne(Draft current, boolean afterBlank) {
        return current.words().matches("(?s).*; (?:and|or|et|ou|y|o)")
                || (current.words().matches(AND_AT_END)
                        && (current.isOf(Marker.Kind.NONE, Marker.Kind.BULLET)
                                || afterBlank
                                || current.words().matches("(?s).*:(?:\\s.*)?")));
    }

    private static int indent(Line line) {
        return line.text().length() - line.text().stripLeading().length();
    }
}
