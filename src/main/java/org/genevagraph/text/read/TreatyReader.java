package org.genevagraph.text.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.source.SourceText;
import org.genevagraph.source.SourceText.Line;

/**
 * Reads documents with numbered paragraphs, as the United Nations write them: paragraphs, lettered items and items without a letter,
 * section headings, footnotes, and an annex whose table has a line a cell. Numbers count on through sections; {@code 72.l} is item l of
 * paragraph 72, {@code 27.c.1} the first item without a letter below 27.c, {@code annex.c1} a row of the annex.
 */
final class TreatyReader implements TextReader {
    // Up to three digits: a line that begins with a year is no paragraph. "3.We" has lost its blank, "2.6" is a number.
    private static final Pattern PARAGRAPH = Pattern.compile("\\s*(\\d{1,3})\\.(?!\\d)(.*)");
    private static final Pattern ITEM =
            Pattern.compile("\\s*\\(?([a-z]|([a-z])\\2|[ivx]{2,5})[.)](?:\\s+|(?=\\p{Lu})|$)(.*)");
    private static final Pattern ANNEX = Pattern.compile("(?i)annex(?:\\s+([ivx]+|\\d+))?\\.?");
    // The annex has Cyrillic С in some of its rows.
    private static final Pattern ROW = Pattern.compile("\\s*[CС](\\d{1,2})\\.(.*)");
    private static final Pattern FOOTNOTE = Pattern.compile("\\s*([*†‡]+)(.*)");
    private static final List<String> ROMAN =
            Arrays.asList("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

    @Override
    public String form() {
        return "treaty";
    }

    @Override
    public Reading read(SourceText text) {
        Run run = new Run(text);
        List<Line> lines =
                text.lines().stream().filter(line -> !line.text().isBlank()).toList();
        for (int i = 0; i < lines.size(); ) {
            i += run.take(lines, i);
        }
        return run.reading.build();
    }

    /** One reading: where in the document it is. */
    private static final class Run {
        private final Reading.Builder reading;
        private String annex = "";
        private String section = "";
        private int sections;
        private int paragraph;
        private int letter;
        private int roman;
        private int unlettered;
        private String base = "";
        private int preamble;
        private int footnotes;
        private int headers;
        private int row;

        Run(SourceText text) {
            this.reading = new Reading.Builder(text);
        }

        /** Takes what begins on a line; returns how many lines it was. */
        int take(List<Line> lines, int i) {
            Line line = lines.get(i);
            String words = SourceText.normalise(line.text());
            Matcher matcher = ANNEX.matcher(words);
            if (matcher.matches()) {
                beginAnnex(line, matcher.group(1));
                return 1;
            }
            matcher = FOOTNOTE.matcher(line.text());
            if (matcher.matches()) {
                footnotes++;
                String mark = matcher.group(1);
                String parent = reading.holding(mark);
                reading.add("footnote." + footnotes, "footnote", parent, line, matcher.start(2), line);
                return 1;
            }
            matcher = PARAGRAPH.matcher(line.text());
            if (matcher.matches()) {
                paragraph(line, Integer.parseInt(matcher.group(1)), matcher.start(2));
                return 1;
            }
            matcher = ROW.matcher(line.text());
            if (!annex.isEmpty() && matcher.matches()) {
                return row(lines, i, Integer.parseInt(matcher.group(1)));
            }
            matcher = ITEM.matcher(line.text());
            if (paragraph > 0 && matcher.matches()) {
                item(line, matcher.group(1), matcher.start(3));
                return 1;
            }
            if (!annex.isEmpty() && paragraph == 0) {
                return header(lines, i);
            }
            if (Headings.looksLike(words)) {
                sections++;
                section = "section." + sections;
                reading.add(section, "section", "", line);
            } else if (paragraph == 0) {
                preamble++;
                reading.add("preamble." + preamble, "paragraph", section, line);
            } else {
                unlettered++;
                reading.add(base + "." + unlettered, "item", base, line);
            }
            return 1;
        }

        private void paragraph(Line line, int number, int from) {
            if (number > paragraph + 1) {
                for (int missing = paragraph + 1; missing < number; missing++) {
                    reading.gap(prefix() + missing, line.number());
                }
            } else if (number <= paragraph && !reading.has(prefix() + number)) {
                reading.problem(
                        line.number(),
                        "paragraph " + number + " comes after paragraph " + paragraph,
                        "put it in its place");
            }
            String id = prefix() + number;
            if (reading.add(id, "paragraph", annex.isEmpty() ? section : annex, line, from, line)) {
                paragraph = number;
                letter = 0;
                roman = 0;
                unlettered = 0;
                base = id;
            }
        }

        private String prefix() {
            return annex.isEmpty() ? "" : annex + ".";
        }

        private void item(Line line, String mark, int from) {
            String id = prefix() + paragraph;
            int ordinal = ordinal(mark);
            boolean nested =
                    ROMAN.contains(mark) && letter > 0 && ordinal != letter + 1 && ROMAN.indexOf(mark) == roman;
            if (nested || ordinal == 0) {
                roman = ROMAN.indexOf(mark) + 1;
                String holder = letter == 0 ? id : id + "." + letters(letter);
                reading.add(holder + "." + mark, "item", holder, line, from, line);
                return;
            }
            if (ordinal > letter + 1) {
                for (int missing = letter + 1; missing < ordinal; missing++) {
                    reading.gap(id + "." + letters(missing), line.number());
                }
            } else if (ordinal <= letter && !reading.has(id + "." + mark)) {
                reading.problem(
                        line.number(),
                        "item " + mark + " comes after item " + letters(letter) + " of paragraph " + paragraph,
                        "put it in its place");
            }
            String number = id + "." + mark;
            if (reading.add(number, "item", id, line, from, line)) {
                letter = ordinal;
                roman = 0;
                unlettered = 0;
                // What follows without a letter belongs to an item that announces it, else to the paragraph.
                base = reading.words(number).endsWith(":") ? number : id;
            }
        }

        /** 1 for a, 27 for aa; 0 for what can only be a Roman number. */
        private static int ordinal(String mark) {
            if (mark.length() == 1) {
                return mark.charAt(0) - 'a' + 1;
            }
            return mark.length() == 2 && mark.charAt(0) == mark.charAt(1) && !mark.equals("ii")
                    ? 26 + mark.charAt(0) - 'a' + 1
                    : 0;
        }

        private static String letters(int ordinal) {
            return ordinal <= 26
                    ? String.valueOf((char) ('a' + ordinal - 1))
                    : String.valueOf((char) ('a' + ordinal - 27)).repeat(2);
        }

        private void beginAnnex(Line line, String which) {
            annex = which == null ? "annex" : "annex-" + which.toLowerCase(Locale.ROOT);
            reading.add(annex, "annex", "", line);
            paragraph = 0;
            letter = 0;
            row = 0;
        }

        /** The lines of an annex before its first row, which are the header of its table. */
        private int header(List<Line> lines, int i) {
            int last = i;
            while (last + 1 < lines.size() && isFree(lines.get(last + 1))) {
                last++;
            }
            headers++;
            reading.add(
                    annex + ".header" + (headers == 1 ? "" : "." + headers),
                    "header",
                    annex,
                    lines.get(i),
                    0,
                    lines.get(last));
            return last - i + 1;
        }

        private int row(List<Line> lines, int i, int code) {
            if (row > 0) {
                for (int missing = row + 1; missing < code; missing++) {
                    reading.gap(annex + ".c" + missing, lines.get(i).number());
                }
            }
            int last = i;
            while (last + 1 < lines.size() && isFree(lines.get(last + 1))) {
                last++;
            }
            String number = annex + ".c" + code;
            if (reading.add(number, "row", annex, lines.get(i), 0, lines.get(last))) {
                row = code;
                List<String> names = lines.subList(i + 1, last + 1).stream()
                        .flatMap(line -> Arrays.stream(line.text().split("/", -1)))
                        .map(SourceText::normalise)
                        .filter(name -> !name.isEmpty())
                        .toList();
                reading.facilitations.add(new Facilitation("c" + code, names, number));
            }
            return last - i + 1;
        }

        /** Whether a line of an annex begins nothing of its own. */
        private static boolean isFree(Line line) {
            return !ROW.matcher(line.text()).matches()
                    && !FOOTNOTE.matcher(line.text()).matches()
                    && !PARAGRAPH.matcher(line.text()).matches()
                    && !ANNEX.matcher(SourceText.normalise(line.text())).matches();
        }
    }
}
