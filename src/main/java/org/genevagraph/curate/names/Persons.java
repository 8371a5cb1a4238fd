package org.genevagraph.curate.names;

import java.util.regex.Pattern;

/** Names of persons, as far as what stands beside them tells: a title, a role, what somebody wrote. The graph holds none. */
final class Persons {
    private static final String NAME =
            "\\p{Lu}[\\p{L}\\p{M}’'-]+(?: (?:\\p{Lu}\\.|de|von|van|der|da|al|bin|\\p{Lu}[\\p{L}\\p{M}’'-]+)){1,3}";
    private static final String TITLE = "(?:Drs?|Prof|Professor|Mrs?|Ms|Mme|Sir|Dame|H\\.E|Ambassador)\\.?";
    private static final String ROLE =
            "(?i:" + PhraseWords.alternatives("roles") + "|co-founder|founder|head|author|editor|rapporteur)";
    private static final String BY =
            "(?:edited|written|(?:co-)?authored|(?:co-)?chaired|headed|directed|moderated|presided over) by";
    private static final String BEFORE = "(?:\\b" + TITLE + "|(?<![\\p{L}-])" + ROLE + "s?,?|\\b" + BY + ")";

    private static final String NAMES = NAME + "(?:(?:,| and|, and) (?:" + TITLE + " )?" + NAME + ")*";

    private static final Pattern SHAPE = Pattern.compile(NAMES);
    private static final Pattern TITLED = Pattern.compile("(?:" + TITLE + "|" + ROLE + ") " + NAMES);
    private static final Pattern TOLD_BEFORE = Pattern.compile(BEFORE + " (?:" + TITLE + " )?$");

    /** "Edited by Dr Ann Lake and ": who stands behind is another of them. */
    private static final Pattern JOINED =
            Pattern.compile(BEFORE + " (?:" + TITLE + " )?" + NAMES + ",? (?:and )?(?:" + TITLE + " )?$");

    private static final Pattern TOLD_BEHIND =
            Pattern.compile("^, (?:(?:the|its|their|our|an?|then|former) )?(?:[\\p{Ll}-]+ ){0,2}" + ROLE + "\\b");

    private Persons() {}

    /**
     * Whether a name is that of a person.
     *
     * @param before what stands before it in its passage
     * @param behind what stands behind it
     */
    static boolean isOne(String name, String before, String behind) {
        return TITLED.matcher(name).matches()
                || (SHAPE.matcher(name).matches()
                        && (TOLD_BEFORE.matcher(before).find()
                                || JOINED.matcher(before).find()
                                || TOLD_BEHIND.matcher(behind).find()));
    }
}
