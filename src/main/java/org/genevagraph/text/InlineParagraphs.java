package org.genevagraph.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.source.text.SourceText.Line;

/**
 * Paragraphs of an article that stand on one line, as in "1 The canton keeps the bridges. 2 It may charge a toll.", and those whose numbers are
 * raised, as Swiss laws have them. Each gets a line of its own, whose number stays that of the file.
 */
public final class InlineParagraphs {
    private static final Pattern ARTICLE = Pattern.compile(
            "\\s*(?iu:articles?|art(?:ículo|igo|ikel)s?|art\\.)\\s+(?:\\d{1,3}|premier|première|[IVX]+)\\b.*");
    private static final Pattern NUMBERED_ARTICLE = Pattern.compile("\\s*\\p{L}+\\.?\\s+(?:\\d{1,3}|[IVX]+)\\b");
    private static final Pattern OTHER_PART =
            Pattern.compile("\\s*(?iu:annexe?s?|anexos?|append(?:ix|ice)|apéndice|schedule)\\b.*");
    private static final String BEGINS = "\\s+(?=[\\p{Lu}«“‘])(?!\\p{Lu}\\p{L}+ \\d{4})";
    private static final Pattern OWN = Pattern.compile("\\s*(\\d{1,2})(\\.?)" + BEGINS);
    private static final Pattern WITHIN = Pattern.compile("(?<=[.;:!?)»”])\\s+(\\d{1,2})(\\.?)" + BEGINS);
    private static final String RAISED = "¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern RAISED_FIRST = Pattern.compile("\\s*([" + RAISED + "])(?=\\s+[\\p{Lu}«“‘])");
    private static final Pattern RAISED_MARK = Pattern.compile("[\\p{L}\\p{P}][" + RAISED + "⁰]");

    private InlineParagraphs() {}

    /** The lines of a text with a line for each numbered paragraph of an article. */
    public static List<Line> apart(List<Line> lines) {
        boolean marked =
                lines.stream().anyMatch(line -> RAISED_MARK.matcher(line.text()).find());
        List<Line> apart = new ArrayList<>();
        boolean inArticle = false;
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (ARTICLE.matcher(line.text()).matches()) {
                inArticle = true;
                last = 0;
            } else if (OTHER_PART.matcher(line.text()).matches()) {
                inArticle = false;
            }
            if (inArticle) {
                line = marked ? line : lowered(line, last);
                last = divide(line, last, lines.subList(i, lines.size()), apart);
            } else {
                apart.add(line);
            }
        }
        return apart;
    }

    /** A line with the raised number of the next paragraph as a plain one. */
    private static Line lowered(Line line, int last) {
        Matcher matcher = RAISED_FIRST.matcher(line.text());
        if (!matcher.lookingAt() || RAISED.indexOf(matcher.group(1)) != last) {
            return line;
        }
        String text = line.text().substring(0, matcher.start(1))
                + (last + 1)
                + line.text().substring(matcher.end(1));
        return new Line(line.number(), text, line.start(), line.codePoints());
    }

    /** Adds the parts of a line; returns the number of the last paragraph that began. */
    private static int divide(Line line, int before, List<Line> following, List<Line> apart) {
        String text = line.text();
        int last = before;
        String dot = "";
        Matcher own = OWN.matcher(text);
        boolean begins = own.lookingAt() && Integer.parseInt(own.group(1)) == last + 1;
        if (begins) {
            last++;
            dot = own.group(2);
        }
        int from = 0;
        Matcher within = WITHIN.matcher(text);
        Matcher article = NUMBERED_ARTICLE.matcher(text);
        within.region(ARTICLE.matcher(text).matches() && article.lookingAt() ? article.end() : 0, text.length());
        while (within.find()) {
            // In "1 It has three duties: 1. It counts. 2. It paints." what is written otherwise counts within the
            // paragraph.
            boolean next = Integer.parseInt(within.group(1)) == last + 1
                    && (!begins || within.group(2).equals(dot));
            if (next && (last > 0 || countsOn(text.substring(within.end()), following))) {
                apart.add(part(line, from, within.start()));
                from = within.start();
                last++;
            }
        }
        apart.add(part(line, from, text.length()));
        return last;
    }

    /** Whether a second paragraph stands behind the first of an article. */
    private static boolean countsOn(String rest, List<Line> following) {
        if (isSecond(rest)) {
            return true;
        }
        for (Line line : following.subList(1, following.size())) {
            if (ARTICLE.matcher(line.text()).matches()) {
                return false;
            }
            Matcher own = OWN.matcher(line.text());
            if ((own.lookingAt() && own.group(1).equals("2")) || isSecond(line.text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecond(String words) {
        return WITHIN.matcher(words).results().anyMatch(found -> found.group(1).equals("2"));
    }

    private static Line part(Line line, int from, int to) {
        return from == 0 && to == line.text().length()
                ? line
                : new Line(
                        line.number(),
                        line.text().substring(from, to),
                        line.start() + from,
                        line.codePoints() + line.text().codePointCount(0, from));
    }
}
