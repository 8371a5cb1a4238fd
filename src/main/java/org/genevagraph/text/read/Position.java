package org.genevagraph.text.read;

import org.genevagraph.text.read.passage.Block;
import org.genevagraph.text.read.passage.Reading;

/** Where in a document a reading is: in which annex, article and section, and with what the numbers there begin. */
final class Position {
    private final Reading.Builder reading;
    private String annex = "";
    private String article = "";
    private String restart = "";
    private String section = "";
    private int sections;

    Position(Reading.Builder reading) {
        this.reading = reading;
    }

    /** The annex; empty outside of any. */
    String annex() {
        return annex;
    }

    /** The article; empty outside of any. */
    String article() {
        return article;
    }

    /** The section; empty before the first one of an annex, an article or the document. */
    String section() {
        return section;
    }

    /** Goes on with an annex. */
    void enterAnnex(String number) {
        annex = number;
        article = "";
        begin();
    }

    /** Goes on with an article. */
    void enterArticle(String number) {
        article = number;
        begin();
    }

    private void begin() {
        section = "";
        restart = "";
    }

    /** Goes on outside of the article, in the same section. */
    void leaveArticle() {
        article = "";
        restart = "";
    }

    /** Goes on with a section whose heading this is. */
    void enterSection(Block heading) {
        sections++;
        String number = "section." + sections;
        reading.addWhole(number, "section", scopeId(), heading);
        section = number;
    }

    /** From here on numbers belong to the section, in which they begin again. */
    void restart() {
        restart = section;
    }

    /** What the numbers of an annex and of an article begin with. */
    String scope() {
        return (annex.isEmpty() ? "" : annex + ".") + (article.isEmpty() ? "" : article + ".");
    }

    /** The annex or the article itself; empty outside of both. */
    String scopeId() {
        return article.isEmpty() ? annex : scope().replaceFirst("\\.$", "");
    }

    /** What the numbers of paragraphs begin with. */
    String prefix() {
        return restart.isEmpty() ? scope() : restart + ".";
    }

    /** What a paragraph lies in. */
    String parent() {
        return section.isEmpty() ? scopeId() : section;
    }
}
