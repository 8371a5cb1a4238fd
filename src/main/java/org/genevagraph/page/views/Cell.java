package org.genevagraph.page.views;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A cell.
 *
 * @param words what stands in it
 * @param sort by what it is sorted; null if by its words
 * @param look its class; null if it looks as usual
 */
public record Cell(List<Word> words, String sort, String look) {
    /** A cell in which nothing stands. */
    public static final Cell EMPTY = new Cell(List.of(), null, null);

    public Cell {
        words = List.copyOf(words);
    }

    /** Whether nothing stands in it. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Its words without their links. */
    public String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(", "));
    }
}
