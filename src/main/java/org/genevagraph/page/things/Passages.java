package org.genevagraph.page.things;

import java.util.ArrayList;
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

    /** Up to so many passages stand on a page as one list. */
    private static final int ONE_LIST = 60;

    /** With more facts than this a passage shows only the first, and the others unfold. */
    private static final int MOST_FACTS = 50;

    /** So many are seen where others unfold. */
    private static final int FIRST_FACTS = 30;

    /**
     * A stretch of a document.
     *
     * @param head what stands over a stretch that opens by itself; null for passages that are all shown
     * @param parts its passages, that of the head first
     */
    public record Chapter(Part head, List<Part> parts) {
        public Chapter {
            parts = List.copyOf(parts);
        }
    }

    /** How many of the facts that a passage says are seen at once. */
    public int seen() {
        return says.size() > MOST_FACTS ? FIRST_FACTS : says.size();
    }

    /** The passages of the document; those of a long one under the sections that it has. */
    public List<Chapter> chapters() {
        if (parts.size() <= ONE_LIST) {
            return parts.isEmpty() ? List.of() : List.of(new Chapter(null, parts));
        }
        List<Chapter> chapters = new ArrayList<>();
        int begun = 0;
        for (int i = 1; i <= parts.size(); i++) {
            boolean opens = i == parts.size() || isSection(i) || (parts.get(i).depth() == 0 && isSection(begun));
            if (opens) {
                chapters.add(new Chapter(isSection(begun) ? parts.get(begun) : null, parts.subList(begun, i)));
                begun = i;
            }
        }
        return chapters;
    }

    /** Whether a passage is a heading, or one with a name of its own, such as a section, that holds the next. */
    private boolean isSection(int i) {
        return parts.get(i).depth() == 0
                && (parts.get(i).heading()
                        || !Character.isDigit(parts.get(i).number().charAt(0)))
                && i + 1 < parts.size()
                && parts.get(i + 1).depth() > 0;
    }
}
