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

    /**
     * The mark between a word and what stands behind it: a comma between passages of a document, a semicolon between documents and behind what is listed.
     *
     * @param semicolon the semicolon as the language writes it
     * @return empty if there is none
     */
    public String mark(int word, String semicolon) {
        String look = words.get(word).look();
        List<Word> behind = words.subList(word + 1, words.size());
        if (look == null || behind.isEmpty()) {
            return "";
        }
        String next = behind.get(0).look();
        if (Word.GOES_ON.equals(next)) {
            return ",";
        }
        boolean passages = look.startsWith(Word.PASSAGE) && Word.PASSAGE.equals(next);
        boolean listed =
                look.equals(Word.LISTED) && behind.stream().map(Word::look).anyMatch(Word.LISTED::equals);
        return passages || listed ? semicolon : "";
    }

    /** Its words without their links. */
    public String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(", "));
    }
}
