package org.genevagraph.curate.relations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.curate.proposal.End;

/** Which way money goes in a sentence, by the form of the verb and what stands before it. */
final class Funding {
    /** Behind these words stands who gives: "is funded by", "with grants from". */
    private static final Pattern GIVER_BEHIND = Pattern.compile(
            "(?iu)\\b(?:(?:co-?)?(?:fund|financ|sponsor)ed(?: \\p{L}+)? by"
                    + "|(?:funders?|donors?|sponsors?) (?:are|is|include[sd]?|included|were)"
                    + "|(?:financial|material|generous) (?:support|backing|assistance|contributions?) (?:from|of|by)"
                    + "|thanks to (?:the )?(?:generous )?(?:support|sustain|backing|gifts?|help|contributions?) (?:from|of|by)"
                    + "|(?:funds|funding|grants?|money|donations?|financing|sponsorship) (?:\\p{L}+ ){0,2}?(?:from|by))\\b");

    /** Before these words stands who gives, unless "by" follows: "funds", "has financed", "will fund", "agreed to finance". */
    private static final Pattern GIVER_BEFORE = Pattern.compile(
            "(?iu)\\b(?:(?:co-?)?(?:funds|funded|finances|financed|sponsors|sponsored)\\b(?! (?:\\p{L}+ )?by\\b)"
                    + "|(?:to|will|would|shall|should|can|could|may|might|must|helps?|helped|did|does|do) (?:\\p{L}+ )?(?:co-?)?(?:fund|finance|sponsor)\\b)");

    private static final Pattern DIRECTLY = Pattern.compile(
            "(?iu)(?: \\([^)]*\\))?,? ?(?:which |that )?(?:is |was |are |were |has been )?(?:\\p{L}+ly |also )?");

    /** Who stands to whom in a sentence. */
    enum Role {
        /** It gives the money. */
        GIVER,
        /** It gets the money. */
        RECEIVER,
        /** No form of a verb tells. */
        UNTOLD
    }

    private Funding() {}

    /**
     * What a thing that a sentence names has to do with the money of which it speaks.
     *
     * @param sentence its words
     * @param at where the thing is named in it
     */
    static Role role(String sentence, int at) {
        Matcher behind = GIVER_BEHIND.matcher(sentence);
        if (behind.find()) {
            return at >= behind.end() ? Role.GIVER : Role.RECEIVER;
        }
        Matcher before = GIVER_BEFORE.matcher(sentence);
        if (before.find()) {
            return at < before.start() ? Role.GIVER : Role.RECEIVER;
        }
        return Role.UNTOLD;
    }

    /**
     * Whether a thing is what the money is given to: "the Project, which is funded by".
     *
     * @param thing what the sentence names, with its places in it
     */
    static boolean isReceiver(String sentence, End thing) {
        Matcher behind = GIVER_BEHIND.matcher(sentence);
        return behind.find() && isDirectlyBefore(sentence, thing, behind.start());
    }

    /** Whether an initiative stands before what is done to it: "the Project, which is funded". */
    static boolean isDirectlyBefore(String sentence, End thing, int done) {
        return thing.kind().equals("initiative")
                && thing.end() <= done
                && DIRECTLY.matcher(sentence.substring(thing.end(), done)).matches();
    }
}
