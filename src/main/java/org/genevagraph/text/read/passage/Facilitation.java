package org.genevagraph.text.read.passage;

import java.util.List;

/**
 * A row of the annex: an Action Line and who may facilitate it.
 *
 * @param line the Action Line, such as {@code c10}
 * @param facilitators names as the row has them; none if the row has none
 * @param row the number of the passage that is the row
 */
public record Facilitation(String line, List<String> facilitators, String row) {
    public Facilitation {
        facilitators = List.copyOf(facilitators);
    }
}
