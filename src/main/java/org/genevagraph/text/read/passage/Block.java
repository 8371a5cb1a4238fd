package org.genevagraph.text.read.passage;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;
import org.genevagraph.text.read.line.Marker;

/**
 * The lines that belong together: one paragraph, item or heading as the file wraps it.
 *
 * @param marker what says what begins there
 * @param lines its lines, at least one; between them can stand lines that belong to the page
 * @param words its words without the marker, normalised, with what a line's end had split joined again
 */
public record Block(Marker marker, List<Line> lines, String words) {
    public Block {
        lines = List.copyOf(lines);
    }

    /** A block of lines as they follow each other. */
    public static Block of(Marker marker, List<Line> lines, UnaryOperator<String> hyphens) {
        return new Block(marker, lines, joined(marker.end(), lines, hyphens));
    }

    /** Its first line. */
    public Line first() {
        return lines.get(0);
    }

    /** Its last line. */
    public Line last() {
        return lines.get(lines.size() - 1);
    }

    /** All that it has, the marker included, normalised. */
    public String whole() {
        return joined(0, lines, UnaryOperator.identity());
    }

    /** What begins within it when two markers stand together, as in "(a)(i) to measure"; empty if its words begin with none. */
    public Optional<Block> inner() {
        Marker inner = Marker.of(words);
        return inner.kind() == Marker.Kind.LETTER
                ? Optional.of(new Block(inner, lines, SourceText.normalise(words.substring(inner.end()))))
                : Optional.empty();
    }

    /** What its first line begins with. */
    public Marker.Kind kind() {
        return marker.kind();
    }

    private static String joined(int from, List<Line> lines, UnaryOperator<String> hyphens) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            String words = SourceText.normalise(i == 0 ? text.substring(from) : text);
            if (joined.length() > 0 && !words.isEmpty()) {
                join(joined, words, hyphens);
            } else {
                joined.append(words);
            }
        }
        return joined.toString();
    }

    private static void join(StringBuilder joined, String words, UnaryOperator<String> hyphens) {
        int before = joined.codePointBefore(joined.length());
        int after = words.codePointAt(0);
        if (before == '\u00AD') {
            joined.setLength(joined.length() - 1);
            joined.append(words);
        } else if ((before == '-' || before == '\u2010')
                && joined.length() > 1
                && Character.isLetter(joined.charAt(joined.length() - 2))
                && Character.isLowerCase(after)) {
            int start = joined.lastIndexOf(" ") + 1;
            int end = words.indexOf(' ') < 0 ? words.length() : words.indexOf(' ');
            String word = hyphens.apply(joined.substring(start) + words.substring(0, end));
            joined.setLength(start);
            joined.append(word).append(words, end, words.length());
        } else if (!isWithoutBlanks(before) || !isWithoutBlanks(after)) {
            joined.append(' ').append(words);
        } else {
            joined.append(words);
        }
    }

    /** Whether a character is of a script that puts no blanks between words. */
    static boolean isWithoutBlanks(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || (c >= 0x3001 && c <= 0x301F)
                || (c >= 0xFF01 && c <= 0xFF65);
    }
}
