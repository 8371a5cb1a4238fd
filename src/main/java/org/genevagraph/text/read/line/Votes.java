package org.genevagraph.text.read.line;

import java.util.regex.Pattern;

/** How a resolution was adopted, behind its paragraphs: with or without a vote, and who voted how. */
public final class Votes {
    private static final Pattern ADOPTED = Pattern.compile(
            "(?iu)\\s*\\[?(?:the (?:draft )?(?:resolution|decision) was )?adopted (?:by (?:a |an )?(?:recorded |roll-call )?vote|by (?:consensus|acclamation|\\d)|without (?:a )?vote|as orally revised).*"
                    + "|\\s*\\[?adoptée? (?:sans (?:être mise aux voix|vote)|par (?:consensus|acclamation|\\d)|à l[’']issue d[’']un vote|telle que révisée).*"
                    + "|\\s*\\[?(?:aprobad|adoptad)[oa] (?:sin (?:someterse a )?votación|por (?:consenso|aclamación|\\d)|en votación).*");

    private static final Pattern SIDE = Pattern.compile(
            "(?iu)(?:(?:votes? |votos )?(?:in favou?r|against|abstaining|abstained|abstentions?)"
                    + "|(?:ont voté )?(?:pour|contre)|se sont abstenus?|(?:votos )?(?:a favor|en contra)|abstenciones)[\\s\u00A0\u202F]*:.*",
            Pattern.DOTALL);

    private Votes() {}

    /** Whether a line begins to say how a resolution was adopted. */
    public static boolean begins(String line) {
        return ADOPTED.matcher(line).matches();
    }

    /** Whether normalised words say who voted in one way, from their beginning. */
    public static boolean isSide(String words) {
        return SIDE.matcher(words).matches();
    }
}
