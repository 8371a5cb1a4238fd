package org.genevagraph.text.read;

import java.util.ArrayList;
import java.util.List;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.line.Wrapping;

/** A block to which lines can still be added. */
final class Draft {
    private final Marker marker;
    private final List<Line> lines = new ArrayList<>();
    private String words = "";

    Draft(Marker marker) {
        this.marker = marker;
    }

    void add(Line line) {
        lines.add(line);
        String more = SourceText.normalise(lines.size() == 1 ? line.text().substring(marker.end()) : line.text());
        words = words.isEmpty() ? more : words + " " + more;
    }

    /** What begins it. */
    Marker marker() {
        return marker;
    }

    /** What stands behind the marker so far, on one line. */
    String words() {
        return words;
    }

    List<Line> lines() {
        return lines;
    }

    Line last() {
        return lines.get(lines.size() - 1);
    }

    boolean isPlain() {
        return marker.kind() == Marker.Kind.NONE;
    }

    boolean isOf(Marker.Kind... kinds) {
        return List.of(kinds).contains(marker.kind());
    }

    /** Whether it is a heading by what it looks like or by what begins it. */
    boolean isHeading() {
        return isOf(Marker.Kind.ANNEX, Marker.Kind.ARTICLE, Marker.Kind.DIVISION, Marker.Kind.CODE)
                || (isPlain() && Headings.looksLike(words));
    }

    /** Whether it has words of a sentence that has not ended. */
    boolean isOpen() {
        return !isHeading() && !words.isEmpty() && !Wrapping.isFinished(words);
    }

    /** Whether bullets can come next: it announces them, or is one that has ended. */
    boolean goesOnWithBullets() {
        return words().endsWith(":") || (isOf(Marker.Kind.BULLET) && Wrapping.isFinished(words()));
    }
}
