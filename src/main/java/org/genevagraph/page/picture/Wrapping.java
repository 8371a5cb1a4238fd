package org.genevagraph.page.picture;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines for pictures; SVG does not do that itself. Widths are estimated for the widest of the usual fonts. */
public final class Wrapping {
    private static final String NARROW = "iljftrI.,:;'’|!()[]- ";
    private static final String WIDE = "mwMW@%&—…";
    private static final String CUT = " …";

    private Wrapping() {}

    /**
     * The lines of a text, none of an empty one; a word that is wider than the line gets one of its own.
     *
     * @param width how wide a line can be, in units of the picture
     * @param size the size of the font, in the same units
     */
    public static List<String> lines(String text, double width, double size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /**
     * The first lines of a text; what is cut ends with an ellipsis, for which there is room.
     *
     * @param most how many lines there can be
     */
    public static List<String> lines(String text, double width, double size, int most) {
        List<String> whole = lines(text, width, size);
        if (whole.size() <= most) {
            return whole;
        }
        List<String> cut = new ArrayList<>(whole.subList(0, most));
        String rest = String.join(" ", whole.subList(most - 1, whole.size()));
        cut.set(most - 1, lines(rest, width - width(CUT, size), size).get(0) + CUT);
        return cut;
    }

    /** About how wide a text is. */
    public static double width(String text, double size) {
        return text.chars().mapToDouble(Wrapping::ems).sum() * size;
    }

    private static double ems(int character) {
        if (NARROW.indexOf(character) >= 0) {
            return 0.37;
        }
        if (WIDE.indexOf(character) >= 0) {
            return 0.95;
        }
        return Character.isUpperCase(character) ? 0.7 : 0.6;
    }
}
