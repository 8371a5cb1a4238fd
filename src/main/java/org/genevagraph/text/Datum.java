package org.genevagraph.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that gives a datum under its label, as in "Acronym: ABC"; such a line heads nothing.
 *
 * @param label what stands before the colon
 * @param value what stands behind it
 * @param at where the value begins in the line, in Java's characters
 */
public record Datum(String label, String value, int at) {
    private static final Pattern DATUM =
            Pattern.compile("(\\p{Lu}[\\p{L}\\p{M}\\d’'/(). -]{1,40}?)[  ]?[:：] ?(\\S.*)", Pattern.DOTALL);
    /** "Acronym - ABC": of what has a dash only a known label tells that it is a datum. */
    private static final Pattern DASHED =
            Pattern.compile("(\\p{Lu}[\\p{L}\\p{M}’'/() ]{1,40}?) [-–—] ?(\\S.*)", Pattern.DOTALL);

    /** "| Acronym | ABC |": a row of a table of facts. */
    private static final Pattern BARRED =
            Pattern.compile("\\| (\\p{Lu}[\\p{L}\\p{M}’'/(). -]{1,40}?):? \\| ([^|]*[^| ]) \\|");

    private static final Pattern LABEL = Pattern.compile(
            "(?iu)(?:acronym|abbreviation|short name|name|full name|also known as"
                    + "|address|location|seat|headquarters|based in|website|web ?site|web|url|homepage|e-?mail|phone|telephone|tel\\.?|fax|contact"
                    + "|founded|established|founding date|year(?: of \\p{L}+)?|(?:type|kind)(?: of organi[sz]ation)?|status|legal (?:form|status)|sector|(?:founding |full )?members?|memberships?|member of|donors?|partner organi[sz]ations|supporters"
                    + "|member states|staff|employees|(?:annual )?budget|endowment|turnover|revenue|income|expenditure|director|president|secretary-general|chair|head|languages?|country|city|region"
                    + "|stakeholder group|areas? of (?:work|activity|focus)|keywords?|topics?|parent(?: organi[sz]ation)?|partners?|funding|funders?"
                    + "|responsible(?: (?:body|bodies|entity|entities|party|parties|unit|units|organi[sz]ations?))?|deadline|due(?: date)?|time ?frame|timeline"
                    + "|lead(?:ing)?(?: (?:agency|body|entity|organi[sz]ation|unit))|implementing (?:agency|body|entity|partners?)|responsables?|échéance|délai|plazo"
                    + "|twitter|x|facebook|linkedin|instagram|youtube|mastodon|bluesky"
                    + "|sigle|acronyme|nom|adresse|siège(?: social)?|domaines? d[’'](?:activité|action)|année de (?:création|fondation)|langues?|type d[’']organisation|site(?: web| internet)?|courriel|téléphone|fondée?(?: en)?|création|statut(?: juridique)?|membres?|partenaires|budget(?: annuel)?|presupuesto|directrice|directeur"
                    + "|siglas?|nombre|dirección|sede|sitio web|correo|teléfono|fundad[oa](?: en)?|miembros|idiomas|langues)");

    /** The datum of a normalised line; empty if it gives none. */
    public static Optional<Datum> of(String line) {
        return of(DATUM.matcher(line)).or(() -> of(DASHED.matcher(line))).or(() -> of(BARRED.matcher(line)));
    }

    private static Optional<Datum> of(Matcher matcher) {
        return matcher.matches() && LABEL.matcher(matcher.group(1).strip()).matches()
                ? Optional.of(
                        new Datum(matcher.group(1).strip(), matcher.group(2).strip(), matcher.start(2)))
                : Optional.empty();
    }

    /** Whether a normalised line has a label and a value, of which only its neighbours tell whether they are a datum. */
    public static boolean looksLike(String line) {
        return DATUM.matcher(line).matches();
    }

    /** Whether a normalised line gives a datum. */
    public static boolean is(String line) {
        return of(line).isPresent();
    }
}
