package org.genevagraph.page.views;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A cell.
 *
 * @param words what stands in it
 * @param unfolded how many of the words are seen at once; the others unfold
 * @param more how many values the folded words name; 0 if nothing is folded
 * @param sort by what it is sorted; null if by its words
 * @param look its class; null if it looks as usual
 */
public record Cell(List<Word> words, int unfolded, int more, String sort, String look) {
    /** A cell in which nothing stands. */
    public static final Cell EMPTY = new Cell(List.of(), null, null);

    public Cell {
        words = List.copyOf(words);
    }

    /** A cell of which everything is seen at once. */
    public Cell(List<Word> words, String sort, String look) {
        this(words, words.size(), 0, sort, look);
    }

    /** Whether nothing stands in it. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * The mark between a word and what stands behind it: a comma between passages of a document, and before the last of them the word for it; a semicolon
     * between documents and behind what is listed.
     *
     * @param semicolon the semicolon as the language writes it
     * @param and the word before the last of several
     * @return empty if there is none
     */
    public String mark(int word, String semicolon, String and) {
        String look = words.get(word).look();
        List<Word> behind = words.subList(word + 1, words.size());
        if (look == null || behind.isEmpty()) {
            return "";
        }
        String next = behind.get(0).look();
        if (Word.GOES_ON.equals(next)) {
            boolean isLast =
                    behind.size() == 1 || !Word.GOES_ON.equals(behind.get(1).look());
            return isLast ? " " + and : ",";
        }
        boolean passages = look.startsWith(Word.PASSAGE) && Word.PASSAGE.equals(next);
        boolean listed =
                look.equals(Word.LISTED) && behind.stream().map(Word::look).anyMatch(Word.LISTED::equals);
        return passages || listed ? semicolon : "";
    }

    /** Its words without their links. */
    public String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(more > 0 ? "; " : ", "));
    }
}
