package org.genevagraph.text.read;

import java.util.regex.Pattern;

/** What a line that is a heading looks like, in texts that mark headings in no other way. */
final class Headings {
    private static final int MOST_CHARACTERS = 90;
    private static final int MOST_CHARACTERS_OF_LONG_ONES = 200;
    private static final Pattern FORM = Pattern.compile("[\\p{Lu}\\p{Lo}\\d‘“\"'(«¿].*[^.;:,!?…。；：，]", Pattern.DOTALL);
    private static final Pattern QUESTION = Pattern.compile("[\\p{Lu}\\p{Lo}‘“\"'(«¿].*\\?", Pattern.DOTALL);
    private static final Pattern SENTENCES = Pattern.compile("[\\p{Ll})”][.!?;] \\p{Lu}");
    private static final Pattern DATUM =
            Pattern.compile("\\p{Lu}[\\p{L}\\p{M}’'/() -]{1,40}[  ]?[:：] ?\\S.*", Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)(?:acronym|abbreviation|short name|name|full name|also known as"
                    + "|address|location|seat|headquarters|based in|website|web ?site|web|url|homepage|e-?mail|phone|telephone|tel|fax|contact"
                    + "|founded|established|founding date|year(?: of \\p{L}+)?|type|kind|status|legal (?:form|status)|sector|members?|membership"
                    + "|member states|staff|employees|budget|director|president|secretary-general|chair|head|languages?|country|city|region"
                    + "|stakeholder group|areas? of (?:work|activity|focus)|keywords?|topics?|parent(?: organi[sz]ation)?|partners?|funding|funders?"
                    + "|twitter|x|facebook|linkedin|instagram|youtube|mastodon|bluesky"
                    + "|sigle|acronyme|nom|adresse|siège|site(?: web| internet)?|courriel|téléphone|fondée?(?: en)?|création|statut|membres|budget|directrice|directeur"
                    + "|siglas?|nombre|dirección|sede|sitio web|correo|teléfono|fundad[oa](?: en)?|miembros|idiomas|langues)");

    private Headings() {}

    /** Whether a normalised line is short, begins with a capital and does not end as a sentence does. */
    static boolean looksLike(String line) {
        return line.length() < MOST_CHARACTERS && FORM.matcher(line).matches();
    }

    /** Whether a normalised line could be a heading if something numbered begins below it: a long one, a question, one in capitals. */
    static boolean couldBe(String line) {
        return looksLike(line)
                || (line.length() < MOST_CHARACTERS_OF_LONG_ONES
                        && FORM.matcher(line).matches())
                || (line.length() < MOST_CHARACTERS && QUESTION.matcher(line).matches())
                || isInCapitals(line);
    }

    /** Whether words could be a heading and are not two sentences. */
    static boolean couldBeOneOf(String words) {
        return couldBe(words) && !SENTENCES.matcher(words).find() && (!words.endsWith(".") || isInCapitals(words));
    }

    /** Whether all letters of a line are capitals, of which there are some. */
    static boolean isInCapitals(String line) {
        return line.length() < MOST_CHARACTERS_OF_LONG_ONES
                && line.codePoints().filter(Character::isUpperCase).count() > 3
                && line.codePoints().noneMatch(Character::isLowerCase);
    }

    /** Whether a line gives a datum under its label, as in "Acronym: ABC"; such a line heads nothing. */
    static boolean isDatum(String line) {
        if (!DATUM.matcher(line).matches()) {
            return false;
        }
        String label = line.replaceFirst("[  ]?[:：].*", "").strip();
        return LABEL.matcher(label).matches();
    }
}
