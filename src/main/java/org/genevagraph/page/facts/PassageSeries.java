package org.genevagraph.page.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.page.Link;

/** Passages one behind another as people cite them: {@code GCSP profile, para. 5, 8, 12}, and not the name of the document each time. */
public final class PassageSeries {
    private static final char NO_BREAK_SPACE = '\u00a0';

    /** The name of a document with the word behind it, if a number follows. */
    private static final Pattern SHARED = Pattern.compile(".*, (?:[\\p{L}.]+[ \u00a0](?=\\d))?");

    private static final Pattern BEFORE_NUMBER = Pattern.compile(" (?=\\d\\S*$)");

    private PassageSeries() {}

    /**
     * A passage in the series.
     *
     * @param passage what of its name is said, and its page
     * @param goesOn whether it goes on with the document of the one before
     */
    public record Part(Link passage, boolean goesOn) {}

    /** The passages in their order, each without what the one before has said. */
    public static List<Part> of(List<Link> passages) {
        List<Part> parts = new ArrayList<>();
        Link before = new Link("", "");
        for (Link passage : passages) {
            int said = document(passage).equals(document(before)) ? said(before.name(), passage.name()) : 0;
            parts.add(new Part(new Link(left(passage.name(), said), passage.path()), said > 0));
            before = passage;
        }
        return parts;
    }

    /** How much of a passage's name stands in the one before of its document: the name of that, and the word for a paragraph or row behind it. */
    private static int said(String before, String name) {
        int same = 0;
        while (same < Math.min(before.length(), name.length()) && before.charAt(same) == name.charAt(same)) {
            same++;
        }
        Matcher shared = SHARED.matcher(name).region(0, same).useTransparentBounds(true);
        return shared.lookingAt() ? shared.end() : 0;
    }

    /** What is left of a name to say; a number is not parted from the word before it. */
    private static String left(String name, int said) {
        return BEFORE_NUMBER.matcher(name.substring(said)).replaceFirst(Character.toString(NO_BREAK_SPACE));
    }

    private static String document(Link passage) {
        return passage.path().substring(0, passage.path().lastIndexOf('/') + 1);
    }
}
