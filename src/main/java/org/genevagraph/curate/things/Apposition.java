package org.genevagraph.curate.things;

import java.util.regex.Pattern;
import org.genevagraph.curate.names.Phrase;

/** Sees where a description only says what a thing is that is named beside it: "the Open Nights, a yearly meeting of sailors". */
public final class Apposition {
    /** Between a name and what says what it is, in front of the first word of the description. */
    private static final Pattern BEHIND_NAME = Pattern.compile(
            "[’”»]?(?: \\([^)]{2,20}\\))?(?:,| [–—-]| is| was| are| were)(?: also)? (?:an?|the|its|our|their)(?: [\\p{Ll}-]+){0,4} ");

    /** Between the noun of a description and the name that it leads to. */
    private static final Pattern BEFORE_NAME =
            Pattern.compile("(?: [^.;:,]{1,80})?,? (?:called|named|titled|entitled|known as) (?:the |The )?[‘“«]?");

    private Apposition() {}

    /**
     * Whether a description is that of a name.
     *
     * @param words of the passage
     * @param start where the name begins
     * @param end where it ends, excluded
     */
    public static boolean joins(String words, int start, int end, Phrase phrase) {
        if (end < phrase.start()) {
            return BEHIND_NAME.matcher(words.substring(end, phrase.start())).matches();
        }
        return phrase.end() < start
                && BEFORE_NAME.matcher(words.substring(phrase.end(), start)).matches();
    }
}
