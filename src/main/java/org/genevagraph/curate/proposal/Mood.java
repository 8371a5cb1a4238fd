package org.genevagraph.curate.proposal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.curate.names.PhraseWords;

/** Whether a sentence says that something is so; what it denies, only plans, or tells of a time that is over is no fact of today. */
public enum Mood {
    /** It is so. */
    SAID,
    /** It was so. */
    OVER,
    /** It is to be so. */
    PLANNED,
    /** It is not so. */
    DENIED;

    private static final PhraseWords.Lists CUES = PhraseWords.read("/curate/mood-cues.txt", " \\| ");
    private static final Pattern DENYING = pattern("denied", "|n[’']t\\b");
    private static final Pattern NOT_DENYING = pattern("not-denied", "");
    private static final Pattern PLANNING = pattern("planned", "");
    private static final Pattern PLANNED_ONE = pattern("planned-of-name", "");
    private static final Pattern DENIED_ONE = pattern("denied-of-name", "");
    private static final Pattern ENDED = pattern("over", "");
    /** Before the name of what somebody decides to establish; the name of a body can stand between, as a part of that. */
    private static final Pattern DECIDED = Pattern.compile(
            pattern("decided", "").pattern()
                    + "(?: \\d{4})?(?:,? (?:the|an?|as|la|le|les|une?|una|el|los)| [ld][’']|(?: (?-i:\\p{Lu})[\\p{L}-]*){1,3}){0,4} ?[«“‘\"]? ?$");

    private static final int LONGEST_CUE = 24;

    /** How far before a verb what denies it can stand, in characters. */
    private static final int NEAR = 40;

    /** Where another statement begins: "…; …", "…, and hosts …", "… but …". */
    private static final Pattern CLAUSE = Pattern.compile(
            "[;:] |[,)] (?=(?:and|but|while|whereas|which|who|where|nor|yet|though|although)\\b)|,? (?=(?:but|whereas|while|although|though)\\b)");

    /** The same where commas and "and" join names. */
    private static final Pattern LONG_CLAUSE = Pattern.compile("[;:] |,? (?=(?:but|whereas|while|although|though)\\b)");

    /** "It is to join", but not "its aim is to join". */
    private static final Pattern IS_TO = Pattern.compile(
            "(?iu)(?<!\\b(?:aim|goal|mission|purpose|objective|task|role|mandate|idea|priority|focus|job|ambition|vision|aims|goals|objectives|tasks|priorities) )\\b(?:is|are) to $");

    private static final Pattern AIMS_TO =
            Pattern.compile("(?iu)\\b(?:aim|seek|hope|want|try|tries|work|ready|prepare)\\p{L}* to $");

    /** "Discussions with A are under way". */
    private static final Pattern TALKS = Pattern.compile(
            "(?iu)\\b(?:discussions?|talks|negotiations?|conversations?|consultations?) (?:with )?(?:the )?$");

    private static final Pattern UNDER_WAY =
            Pattern.compile("(?iu)\\b(?:under ?way|ongoing|in progress|(?:have|has) (?:begun|started))\\b");

    /** What somebody who aims to do it has not done. */
    private static final Pattern ONCE =
            Pattern.compile("(?iu)(?:launch|join|creat|establish|found|set up|open|becom|sign|inaugurat)");

    /** Whether a sentence says that somebody decides to establish what has its name at a place. */
    public static boolean isDecided(String sentence, int name) {
        return DECIDED.matcher(sentence.substring(0, name)).find();
    }

    /** Whether the verb at a place tells what is still to begin. */
    private static boolean isToBegin(String sentence, int start, int verb) {
        String before = sentence.substring(start, verb);
        return IS_TO.matcher(before).find()
                || (TALKS.matcher(before).find() && UNDER_WAY.matcher(sentence).find())
                || (AIMS_TO.matcher(before).find()
                        && ONCE.matcher(sentence.substring(verb)).lookingAt());
    }

    private static Pattern pattern(String list, String more) {
        return Pattern.compile(
                "(?iu)(?<![\\p{L}-])(?:" + PhraseWords.alternatives(CUES.of(list)) + ")(?![\\p{L}-])" + more);
    }

    /**
     * How a sentence says something.
     *
     * @param cue where the word begins that tells it; below 0 if none does
     * @param name where the name begins of which it is told
     */
    public static Mood of(String sentence, int cue, int name) {
        int first = cue < 0 ? name : Math.min(cue, name);
        int last = Math.max(cue, name);
        int start = 0;
        Matcher clause = (cue < 0 ? LONG_CLAUSE : CLAUSE).matcher(sentence).region(0, first);
        while (clause.find()) {
            start = clause.end();
        }
        boolean nameFirst = cue > name;
        // Before the verb anything tells; between it and a name only what is said of the name.
        String before =
                sentence.substring(Math.max(start, (nameFirst ? last : first) - NEAR), nameFirst ? last : first);
        String between = cue < 0 || nameFirst ? "" : sentence.substring(first, last);
        if (nameFirst) {
            before = sentence.substring(Math.max(start, first - NEAR), first) + " … " + before;
        }
        if (PLANNING.matcher(before).find()
                || isToBegin(sentence, start, nameFirst ? last : first)
                || PLANNED_ONE.matcher(between).find()) {
            return PLANNED;
        }
        if (DENYING.matcher(NOT_DENYING.matcher(before).replaceAll("")).find()
                || DENIED_ONE.matcher(between).find()) {
            return DENIED;
        }
        // "Was a member" is told by the word itself, too.
        String more = sentence.substring(start, Math.min(sentence.length(), last + LONGEST_CUE));
        Matcher ended = ENDED.matcher(more);
        return ended.find() && ended.start() + start <= last ? OVER : SAID;
    }
}
