package org.genevagraph.page.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.vocabulary.Iris;

/** Passages one behind another as people cite them: {@code GCSP profile, paras 5, 8 and 12}, and not the name of the document each time. */
public final class PassageSeries {
    private static final char NO_BREAK_SPACE = '\u00a0';

    /** The name of a document with the word behind it, if a number follows. */
    private static final Pattern SHARED = Pattern.compile(".*, (?:[\\p{L}.]+[ \u00a0](?=\\d))?");

    private static final Pattern BEFORE_NUMBER = Pattern.compile(" (?=\\d\\S*$)");

    private PassageSeries() {}

    /** The kinds of passage that are called by a word and a number. */
    private static final List<String> NUMBERED = List.of("paragraph", "row", "heading", "section", "footnote");

    /**
     * A passage in the series.
     *
     * @param passage what of its name is said, and its page
     * @param goesOn whether it goes on with the document of the one before
     * @param behind what stands between it and the next; empty if it is the last
     */
    public record Part(Link passage, boolean goesOn, String behind) {}

    /** The passages in their order, each without what the one before has said; the word before several numbers stands in the plural. */
    public static List<Part> of(List<Link> passages, Site site) {
        int[] said = new int[passages.size() + 1];
        for (int i = 1; i < passages.size(); i++) {
            Link before = passages.get(i - 1);
            Link passage = passages.get(i);
            said[i] = document(passage).equals(document(before)) ? said(before.name(), passage.name()) : 0;
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Link passage = passages.get(i);
            String left = left(passage.name(), said[i]);
            boolean ends = i + 2 > passages.size() - 1 || said[i + 2] == 0;
            String behind = i == passages.size() - 1
                    ? ""
                    : said[i + 1] == 0 ? site.text("thing.semicolon") : ends ? " " + site.text("passages.and") : ",";
            parts.add(new Part(
                    new Link(
                            said[i + 1] == 0
                                    ? left
                                    : plural(left, passage.name().substring(0, said[i + 1]), site),
                            passage.path()),
                    said[i] > 0,
                    behind));
        }
        return parts;
    }

    /** What is left of a name, with the word before its number in the plural if the next number needs no word of its own. */
    private static String plural(String left, String shared, Site site) {
        for (String kind : NUMBERED) {
            String one = site.text("passages." + kind, "");
            int at = left.lastIndexOf(one.strip());
            if (at >= 0
                    && flat(shared).endsWith(flat(one))
                    && flat(left.substring(at)).startsWith(flat(one))) {
                return left.substring(0, at) + site.text("passages.several-" + kind, left.substring(at + one.length()));
            }
        }
        return left;
    }

    private static String flat(String words) {
        return words.replace(NO_BREAK_SPACE, ' ');
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

    /** Whether a link leads to the page of a passage. */
    public static boolean isPassage(Link link) {
        return link.path().startsWith(Paths.of(Iris.PASSAGES));
    }

    /** The path below which the passages of the same document have their pages. */
    public static String document(Link passage) {
        return passage.path().substring(0, passage.path().lastIndexOf('/') + 1);
    }
}
