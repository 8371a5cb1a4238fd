package org.genevagraph.page.map;

import java.util.List;
import java.util.Locale;

/**
 * The implementation map as a picture in three columns, with curves between them; in units of the picture.
 *
 * @param width how wide it is
 * @param height how high it is
 * @param headings what stands over the columns and their parts
 * @param boxes the things
 * @param curves what connects them
 */
public record Flow(int width, int height, List<Heading> headings, List<Box> boxes, List<Curve> curves) {
    /** The distance of lines of text. */
    public static final int LINE = 15;

    /** The distance of text from the border of its box. */
    public static final int PADDING = 9;

    /** What a box or a curve stands for. */
    public enum Kind {
        /** A commitment, or an objective. */
        COMMITMENT,
        /** All Action Lines at once. */
        ALL,
        /** An Action Line. */
        LINE,
        /** Who facilitates. */
        FACILITATOR,
        /** That nobody does. */
        NOBODY,
        /** Who works on issues. */
        ACTIVE,
        /** Those who do and have no box of their own. */
        MORE;

        /** Its name in class attributes. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What stands over a column or a part of one, with the standing of what stands below; empty if that is not told. */
    public record Heading(int x, int y, String text, String standing) {}

    /**
     * A thing.
     *
     * @param key by what curves name it
     * @param code a short name that stands before the text; empty if none
     * @param lines the text
     * @param notes what is said below it, in lines
     * @param gap whether the notes tell of a gap
     * @param title all of it in words
     * @param path where it leads
     */
    public record Box(
            String key,
            Kind kind,
            int x,
            int y,
            int width,
            int height,
            String code,
            List<String> lines,
            List<String> notes,
            boolean gap,
            String title,
            String path) {
        /** The base line of the first line of text. */
        public int base() {
            return y + PADDING + 9;
        }

        /** Where a curve ends or begins. */
        public int middle() {
            return y + height / 2;
        }

        /** The same further down. */
        Box down(int by) {
            return new Box(key, kind, x, y + by, width, height, code, lines, notes, gap, title, path);
        }
    }

    /**
     * What connects two boxes.
     *
     * @param from the key of the box where it begins
     * @param to the key of the box where it ends
     * @param kind what it stands for: that of the box where it ends, or that where it begins if nothing else is told
     * @param path its shape
     * @param weight how broad it is
     */
    public record Curve(String from, String to, Kind kind, String path, String weight) {
        static Curve between(Box from, Box to, Kind kind, double weight) {
            int begin = from.x() + from.width();
            int middle = (begin + to.x()) / 2;
            return new Curve(
                    from.key(),
                    to.key(),
                    kind,
                    "M" + begin + " " + from.middle() + "C" + middle + " " + from.middle() + " " + middle + " "
                            + to.middle() + " " + to.x() + " " + to.middle(),
                    String.format(Locale.ROOT, "%.1f", weight));
        }

        /** From the box of all lines down the side of the column to a line. */
        static Curve beside(Box all, Box line, int distance) {
            int x = line.x() - distance;
            return new Curve(
                    all.key(),
                    line.key(),
                    Kind.ALL,
                    "M" + all.x() + " " + all.middle() + "H" + x + "V" + line.middle() + "H" + line.x(),
                    "1.2");
        }
    }
}
