package org.genevagraph.text.read.line;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.source.text.SourceText.Line;

/** The numbers that drafts have before each line, so that people can speak of lines: they are no words of the text. */
public final class LineNumbers {
    private static final Pattern NUMBERED = Pattern.compile("\\s{0,8}(\\d{1,4})(?:\\s{2,}|\\t|\\s*$)(.*)");
    private static final int FEWEST = 8;
    private static final double MOST = 0.8;

    private LineNumbers() {}

    /** The lines with blanks in the place of such numbers, or as they are. */
    public static List<Line> without(List<Line> lines) {
        int filled = 0;
        int numbered = 0;
        int counting = 0;
        int goingOn = 0;
        int last = 0;
        for (Line line : lines) {
            filled += line.text().isBlank() ? 0 : 1;
            Matcher matcher = NUMBERED.matcher(line.text());
            if (matcher.matches()) {
                int number = Integer.parseInt(matcher.group(1));
                numbered++;
                counting += number == last + 1 || number == 1 ? 1 : 0;
                goingOn += Wrapping.beginsSmall(matcher.group(2)) ? 1 : 0;
                last = number;
            }
        }
        // Where no line goes on with the one before, the numbers are those of paragraphs.
        boolean all = numbered >= FEWEST && numbered >= filled * MOST && counting >= numbered * MOST && goingOn > 0;
        return all ? lines.stream().map(LineNumbers::without).toList() : lines;
    }

    private static Line without(Line line) {
        Matcher matcher = NUMBERED.matcher(line.text());
        return matcher.matches()
                ? new Line(
                        line.number(),
                        " ".repeat(matcher.end(1)) + line.text().substring(matcher.end(1)),
                        line.start(),
                        line.codePoints())
                : line;
    }
}
