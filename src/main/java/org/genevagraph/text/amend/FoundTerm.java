package org.genevagraph.text.amend;

/**
 * A term that stands in a text, and what stands in its place.
 *
 * @param replacement which term it is
 * @param start where it begins, with the article that had to be adapted
 * @param term where the term itself begins
 * @param end where it ends, excluded
 * @param article the fixed article and whatever stands between it and the term; empty if there is none
 * @param instead what stands in the term's place
 * @param rest the rest of a word of which the term is only the beginning, with a blank before it; empty if the term is whole
 */
record FoundTerm(Replacement replacement, int start, int term, int end, String article, String instead, String rest) {
    String amended() {
        return article + instead + rest;
    }

    boolean hasArticle() {
        return !article.isEmpty();
    }

    /** The rest of the word, without the blank. */
    String restOfWord() {
        return rest.strip();
    }
}
