package org.genevagraph.page.answers;

import java.util.ArrayList;
import java.util.List;
import org.genevagraph.page.facts.PassageSeries;
import org.genevagraph.page.views.Word;

/** The passages of a cell, of which each says only what the one before has not. */
final class PassageList {
    /** The look of a passage with the name of its document. */
    static final String FIRST = "passage";

    /** The look of one that goes on with the document of the one before. */
    static final String GOES_ON = "passage goes-on";

    private static final Word NONE = new Word("", "", null);

    private PassageList() {}

    /** Leaves out what the passage before has said; other words stay as they are. */
    static List<Word> of(List<Word> words) {
        List<Word> list = new ArrayList<>();
        Word before = NONE;
        for (Word word : words) {
            int said = FIRST.equals(word.look())
                    ? PassageSeries.said(before.text(), before.path(), word.text(), word.path())
                    : 0;
            list.add(new Word(
                    PassageSeries.left(word.text(), said),
                    word.path(),
                    said == 0 ? word.look() : GOES_ON,
                    word.lang()));
            before = word;
        }
        return list;
    }
}
