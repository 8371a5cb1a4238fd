package org.genevagraph.page.things;

import java.util.List;
import org.genevagraph.page.Link;
import org.genevagraph.page.facts.Asked;
import org.genevagraph.page.facts.FigureRow;
import org.genevagraph.page.facts.Sentence;

/**
 * A document passage by passage, or one passage and what the graph takes from it.
 *
 * @param parts the passages of the document, in order; empty for a passage
 * @param previous the passage before; empty name if there is none
 * @param next the passage after; empty name if there is none
 * @param says what the passage says, statement by statement; empty for a document
 * @param figures the numbers that it gives
 * @param asked what the passages of the document ask, by whom they ask; empty for a passage
 * @param names the things that it names and that are known from it
 */
public record Passages(
        List<Part> parts,
        Link previous,
        Link next,
        List<Sentence> says,
        List<FigureRow> figures,
        List<Asked> asked,
        List<Link> names) {
    public Passages {
        parts = List.copyOf(parts);
        says = List.copyOf(says);
        figures = List.copyOf(figures);
        asked = List.copyOf(asked);
        names = List.copyOf(names);
    }
}
