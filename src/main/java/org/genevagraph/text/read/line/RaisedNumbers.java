package org.genevagraph.text.read.line;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genevagraph.source.text.SourceText.Line;

/** Numbers of an article's paragraphs, each alone above its text, as what stood raised in a PDF comes out; they count from 1 in each article. */
public final class RaisedNumbers {
    private RaisedNumbers() {}

    /** The numbers of the lines that hold one. */
    public static Set<Integer> of(List<Line> lines) {
        Set<Integer> found = new HashSet<>();
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Marker.Kind kind = Marker.of(line.text()).kind();
            if (kind == Marker.Kind.ARTICLE) {
                next = 1;
            } else if (kind == Marker.Kind.ANNEX || kind == Marker.Kind.DIVISION) {
                next = 0;
            } else if (next > 0 && line.text().strip().equals(Integer.toString(next)) && isAmidText(lines, i)) {
                found.add(line.number());
                next++;
            }
        }
        return found;
    }

    private static boolean isAmidText(List<Line> lines, int i) {
        return i > 0
                && i + 1 < lines.size()
                && lines.get(i - 1).number() == lines.get(i).number() - 1
                && lines.get(i + 1).number() == lines.get(i).number() + 1
                && Marker.of(lines.get(i + 1).text()).kind() == Marker.Kind.NONE
                && Wrapping.beginsLarge(lines.get(i + 1).text())
                && lines.get(i).text().indexOf('\f') < 0
                && !lines.get(i + 1).text().startsWith("\f");
    }
}
