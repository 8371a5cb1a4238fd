package org.genevagraph.text.read;

import org.genevagraph.text.read.passage.Block;
import org.genevagraph.text.read.passage.Reading;

/** Where in a document a reading is: in which annex, article and section, and with what the numbers there begin. */
final class Position {
    private final Reading.Builder reading;
    private String annex = "";
    private String article = "";
    private String restart = "";
    private int before;
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

    /**
     * From here on numbers belong to the section, in which they begin again.
     *
     * @param last the number of the last paragraph before it
     */
    void restart(int last) {
        restart = section;
        before = last;
    }

    /**
     * The number of the paragraph after which one comes: where another section has begun and the number counts on from before the last restart, such as
     * behind a draft resolution within a report, the numbers are no longer those of the section that restarted.
     *
     * @param next the number of the paragraph that comes
     * @param last that of the one before it
     */
    int lastBefore(int next, int last) {
        boolean ended = !restart.isEmpty() && !restart.equals(section) && next == before + 1 && next != last + 1;
        if (ended) {
            restart = "";
        }
        return ended ? before : last;
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
