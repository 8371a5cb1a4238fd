package org.genevagraph.query.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A text in which the words that were looked for are marked.
 *
 * @param segments its pieces in their order
 */
public record Highlighted(List<Segment> segments) {
    public Highlighted {
        segments = List.copyOf(segments);
    }

    /**
     * A piece of a text.
     *
     * @param text what it says
     * @param match whether it was looked for
     */
    public record Segment(String text, boolean match) {}

    /** A text without any mark. */
    public static Highlighted plain(String text) {
        return new Highlighted(List.of(new Segment(text, false)));
    }

    /** How many different words are marked. */
    long words() {
        return segments.stream()
                .filter(Segment::match)
                .map(segment -> segment.text().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
    }

    /** The text without its marks. */
    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }
}
