package org.genevagraph.page.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.page.views.Word;

/** The passages of a cell as people cite them: {@code GCSP profile, para. 5, 8, 12}, and not the name of the document each time. */
final class PassageList {
    /** The look of a passage with the name of its document. */
    static final String FIRST = "passage";

    /** The look of one that goes on with the document of the one before. */
    static final String GOES_ON = "passage goes-on";

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final Word NONE = new Word("", "", null);

    /** The name of a document with the word behind it, if a number follows. */
    private static final Pattern SHARED = Pattern.compile(".*, (?:[\\p{L}.]+[ \u00a0](?=\\d))?");

    private static final Pattern BEFORE_NUMBER = Pattern.compile(" (?=\\d\\S*$)");

    private PassageList() {}

    /** Leaves out what the passage before has said; other words stay as they are. */
    static List<Word> of(List<Word> words) {
        List<Word> list = new ArrayList<>();
        Word before = NONE;
        for (Word word : words) {
            int said = FIRST.equals(word.look()) && document(word).equals(document(before))
                    ? said(before.text(), word.text())
                    : 0;
            list.add(new Word(
                    unbroken(word.text().substring(said)),
                    word.path(),
                    said == 0 ? word.look() : GOES_ON,
                    word.lang()));
            before = word;
        }
        return list;
    }

    private static String document(Word passage) {
        return passage.path().substring(0, passage.path().lastIndexOf('/') + 1);
    }

    /** How much of a name stands in the name before: that of the document, and the word for a paragraph or row behind it. */
    private static int said(String before, String name) {
        int same = 0;
        while (same < Math.min(before.length(), name.length()) && before.charAt(same) == name.charAt(same)) {
            same++;
        }
        Matcher shared = SHARED.matcher(name).region(0, same).useTransparentBounds(true);
        return shared.lookingAt() ? shared.end() : 0;
    }

    /** A number is not parted from the word before it. */
    private static String unbroken(String name) {
        return BEFORE_NUMBER.matcher(name).replaceFirst(Character.toString(NO_BREAK_SPACE));
    }
}
