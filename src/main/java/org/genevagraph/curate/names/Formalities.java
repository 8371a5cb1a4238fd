package org.genevagraph.curate.names;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What documents of meetings say of themselves, of their parts and of the meetings that they count: it has a noun of a thing, and names none. */
public final class Formalities {
    /** "The present resolution", "the annex to this decision": the document itself. */
    private static final Pattern ITSELF = Pattern.compile(
            "(?iu)\\b(?:present|this) (?:resolution|decision|declaration|document|report|agreement|convention|treaty|charter|statement|recommendation)s?\\b");

    private static final String COUNTED =
            "(?:(?:\\p{L}+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)|(?:\\p{L}+-)?\\p{L}+(?:teen|tie|hundred)th|hundredth"
                    + "|\\d+(?:st|nd|rd|th)|next|last|previous|annual|regular|resumed|substantive|special|present|current)";

    /** "At its thirtieth session", "57th plenary meeting": a meeting that a body counts. */
    private static final Pattern MEETING = Pattern.compile("(?iu)(?:.*\\b" + COUNTED
            + "(?: (?:regular|plenary|special|annual|resumed|formal|closed))* (?:sessions?|meetings?))");

    /** "II", "Annex II", "Part IV": the number of a part; "Official Records", "Supplement No. 3": where it was printed. */
    private static final Pattern PART = Pattern.compile(
            "(?iu:(?:annexe?s?|anexos?|append(?:ix|ice)|apéndice|part|partie|parte|chapter|chapitre|capítulo|section|sección|title|titre) )?[IVX]{2,6}|(?iu:annexe?|anexo) [IVX\\d]{1,4}"
                    + "|(?:Official Records(?: of .*)?|Supplement|Supplément|Suplemento|Documents officiels|Documentos Oficiales|Add|Corr|Rev|Vol)(?: (?:No|n[o°º]|núm)\\b.*)?");

    /** "Invites the Fund", "Taking note of the Pact", "See Official Records": what a paragraph or note begins with, before a name. */
    private static final Pattern OPENING = Pattern.compile(
            "(?:(?:Invites|Requests|Encourages|Calls (?:up)?on|Urges|Welcomes|Recogni[sz]es|Reaffirms|Recalls|Notes|Takes note of|Stresses|Emphasi[sz]es|Underlines"
                    + "|Commends|Endorses|Adopts|Supports|Acknowledges|Appreciates|Instructs|Authori[sz]es|Appeals to|Thanks|Congratulates|Approves|Establishes|Directs|Recommends"
                    + "|Inviting|Requesting|Encouraging|Welcoming|Recogni[sz]ing|Reaffirming|Recalling|Noting|Taking note of|Stressing|Emphasi[sz]ing|Underlining"
                    + "|Commending|Acknowledging|Considering|Guided by|Mindful of|Bearing in mind)(?: (?:also|further|with appreciation|with satisfaction|in particular))?(?: the)?|See|See also|Cf) (?=\\p{Lu})");

    private Formalities() {}

    /** How much of words stands before the name that they are taken for, from the beginning; 0 if nothing does. */
    static int opening(String words) {
        Matcher opening = OPENING.matcher(words);
        return opening.lookingAt() ? opening.end() : 0;
    }

    /** Whether what looks like a name is that of a meeting by its number: "Ninety-ninth Session". */
    public static boolean isMeeting(String name) {
        return MEETING.matcher(name).matches();
    }

    /** Whether a phrase describes the document itself, or a meeting of a body by its number. */
    public static boolean isOne(String words, Phrase phrase) {
        return ITSELF.matcher(phrase.words()).find()
                || MEETING.matcher(words.substring(0, phrase.end())).matches();
    }

    /** Whether what looks like a name is the number of a part. */
    static boolean isPart(String name) {
        return PART.matcher(name).matches();
    }
}
