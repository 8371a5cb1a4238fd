package org.genevagraph.text.read.line;

import java.util.List;
import org.genevagraph.source.text.SourceText.Line;

/** Numbers without a dot in an excerpt, whose first paragraph is not the first of the document. */
public final class BareNumbers {
    private static final int FEWEST = 3;

    private BareNumbers() {}

    /** The number before that of the first paragraph: 10 where paragraphs 11, 12 and 13 come; 0 where they begin at 1. */
    public static int before(List<Line> lines) {
        List<Integer> numbers = lines.stream()
                .filter(line -> Marker.of(line.text()).kind() == Marker.Kind.BARE)
                .filter(line ->
                        !line.text().substring(Marker.of(line.text()).end()).isBlank())
                .map(line -> Marker.of(line.text()).value())
                .toList();
        if (numbers.size() < FEWEST || numbers.contains(1)) {
            return 0;
        }
        int first = numbers.get(0);
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) != first + i) {
                return i < FEWEST ? 0 : first - 1;
            }
        }
        return first - 1;
    }
}
