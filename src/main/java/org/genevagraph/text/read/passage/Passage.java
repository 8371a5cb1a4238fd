package org.genevagraph.text.read.passage;

/**
 * A numbered part of a text, with its words and where they stand.
 *
 * @param number as it is cited: {@code 6}, {@code 72.l}, {@code annex.c1}
 * @param kind a concept of the scheme of passage kinds: {@code paragraph}, {@code item}, {@code heading} …
 * @param parent the number of the passage that holds it; empty if none does
 * @param text its words, normalised, without the number
 * @param line the line on which it begins, counted from 1
 * @param lastLine the line on which it ends
 * @param start where its words begin in the text, in Unicode code points, counted from 0
 * @param end where they end, excluded
 * @param prefix the words just before them
 * @param suffix the words just after them
 */
public record Passage(
        String number,
        String kind,
        String parent,
        String text,
        int line,
        int lastLine,
        int start,
        int end,
        String prefix,
        String suffix) {

    /** How many words it has: what blanks separate. */
    public int words() {
        return text.split(" ", -1).length;
    }
}
