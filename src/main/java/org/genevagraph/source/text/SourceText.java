package org.genevagraph.source.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A source text in memory: its lines, and where in the text each of them stands. */
public final class SourceText {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*");
    private static final int CONTEXT_CHARACTERS = 32;

    private final String file;
    private final String name;
    private final String text;
    private final List<Line> lines = new ArrayList<>();

    /**
     * A line of a text.
     *
     * @param number counted from 1
     * @param text what stands on it, without its end
     * @param start where it begins in the text, in Java's characters
     * @param codePoints how many Unicode code points stand before it
     */
    public record Line(int number, String text, int start, int codePoints) {
        /** Where it ends, in Java's characters. */
        public int end() {
            return start + text.length();
        }
    }

    private SourceText(String file, String name, String text) {
        this.file = file;
        this.name = name;
        this.text = text;
        int start = 0;
        int codePoints = 0;
        for (String line : text.split("\n", -1)) {
            Matcher withoutReturn = LINE.matcher(line);
            lines.add(new Line(
                    lines.size() + 1, withoutReturn.lookingAt() ? withoutReturn.group() : "", start, codePoints));
            start += line.length() + 1;
            codePoints += line.codePointCount(0, line.length()) + 1;
        }
    }

    /**
     * A text.
     *
     * @param file how to call the file when talking to people
     * @param name the id of the document that it is the text of
     * @param given what the file holds; a byte order mark at its beginning is no part of the text
     */
    public static SourceText of(String file, String name, String given) {
        return new SourceText(file, name, given.startsWith("\uFEFF") ? given.substring(1) : given);
    }

    /** How to call the file when talking to people. */
    public String file() {
        return file;
    }

    /** The id of the document that it is the text of. */
    public String name() {
        return name;
    }

    /** All that it holds. */
    public String text() {
        return text;
    }

    /** All lines, blank ones included. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The part between two places in Java's characters, the second excluded. */
    public String between(int start, int end) {
        return text.substring(start, end);
    }

    /** How many Unicode code points stand before a place in Java's characters, the unit in which Web Annotation counts. */
    public int codePointsBefore(int place) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lines.get(middle).start() <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Line line = lines.get(low);
        return line.codePoints() + text.codePointCount(line.start(), place);
    }

    /** The words just before a place in Java's characters, normalised. */
    public String before(int place) {
        return normalise(text.substring(Math.max(0, place - CONTEXT_CHARACTERS), place));
    }

    /** The words just after a place in Java's characters, normalised. */
    public String after(int place) {
        return normalise(text.substring(place, Math.min(text.length(), place + CONTEXT_CHARACTERS)));
    }

    /** The form of a text that hashes are taken of: Unicode NFC, white space folded to single blanks, none at the ends. */
    public static String normalise(String text) {
        if (isNormal(text)) {
            return text;
        }
        return WHITE_SPACE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** Whether a text is in that form without a doubt, as most lines are: in ASCII, with single blanks. */
    private static boolean isNormal(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~' || c < ' ' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }
}
