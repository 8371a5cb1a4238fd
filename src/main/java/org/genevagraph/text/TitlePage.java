package org.genevagraph.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that resolutions and decisions have on their title page, above their annexes and at their end: they tell whose document it is, of which
 * session and day, and nothing of what it says. In English, French and Spanish.
 */
public final class TitlePage {
    /** A document's symbol, as a regular expression: "A/RES/79/314", "E/2025/31(SUPP)". */
    public static final String SYMBOL = "[A-Z]{1,8}(?:/[A-Z0-9][A-Za-z0-9.]*)+(?:\\([A-Za-z0-9.]+\\))?";

    /** The same with what marks a version or a footnote of a title page: "A/79/L.61*". */
    private static final String MARKED = SYMBOL + "(?:[-–*][A-Z0-9/.]*)*";

    private static final String ORGAN =
            "(?:the |l[’']|el |la |le )?(?:general assembly|economic and social council|security council|human rights council|trusteeship council"
                    + "|trade and development board|conference of the parties.{0,60}|assemblée générale|conseil économique et social|conseil de sécurité"
                    + "|conseil des droits de l[’']homme|conférence des parties.{0,60}|asamblea general|consejo económico y social"
                    + "|consejo de seguridad|consejo de derechos humanos|conferencia de las partes.{0,60})";

    private static final String DATE =
            "\\d{1,2}(?:st|nd|rd|th|er|[º°])?(?: de| of)? \\p{L}+(?: de[l]?|,)? \\d{4}|\\p{L}+ \\d{1,2}, \\d{4}"
                    + "|[\\p{L} ’-]{2,40}, (?:du |del )?\\d{1,2}(?: \\p{L}+)?(?: ?(?:[-–]|and|to|au|et|al|y) ?\\d{1,2})?(?: de)? \\p{L}+(?: de)? \\d{4}";

    /** What stands on a line of its own, each whole. */
    private static final Pattern WHOLE = Pattern.compile(
            "(?iu)(?:united nations|nations unies|naciones unidas)(?: [EFSACR])?"
                    + "|" + ORGAN + "|" + DATE
                    + "|(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|special political and decolonization) committee"
                    + "|(?:première|deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième) commission"
                    + "|(?:primera|segunda|tercera|cuarta|quinta|sexta|séptima|octava|novena) comisión)"
                    + "|(?:(?:[\\p{L}-]+|\\d+(?:st|nd|rd|th|e|ème|[ºª.])) ){1,3}(?:session|year|année|período de sesiones|sesión|año)\\*?"
                    + "|(?:session|sesión|período de sesiones) de \\d{4}.{0,40}|(?:\\d{4} )?(?:substantive |organizational )?session(?: of| for)? ?\\d{0,4}"
                    + "|(?:agenda )?items? \\d.{0,60}|points? \\d.{0,20} de l[’']ordre du jour.{0,20}|temas? \\d.{0,20} del programa.{0,20}"
                    + "|original ?: ?\\p{L}+.{0,30}"
                    + "|(?:\\d+(?:st|nd|rd|th|e|re|ème|[ºª.]+)|[\\p{L}-]+) (?:\\(?(?:closed|resumed)\\)? )?(?:plenary meeting|meeting|séance plénière|séance|sesión plenaria|sesión)"
                    + "|(?:session|sesión) .{0,20}\\d{4}|(?:annexe?|anexo|appendix|appendice|apéndice)(?: (?:[IVX]{1,5}|\\d{1,2}|[A-Z]))?");

    /** What a line begins with that tells how a document came about. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?iu)(?:(?:draft )?(?:resolution|decision)s? (?:\\d+/\\d+ )?(?:adopted|submitted|recommended|proposed) (?:by|on|without)\\b"
                    + "|(?:projets? de )?(?:résolution|décision)s? (?:adoptée?|présentée?|déposée?|recommandée?|soumise?)s? (?:par|le|sans)\\b"
                    + "|(?:proyectos? de )?(?:resolución|decisión) (?:aprobad|presentad|adoptad|recomendad)[oa]s? (?:por|el|sin)\\b"
                    + "|[\\[(](?:without reference|on the (?:report|recommendation|proposal)|adopted|sans renvoi|sur (?:le rapport|la recommandation|la proposition)"
                    + "|sin remisión|por recomendación|sobre la base)\\b)");

    private static final Pattern ENACTING =
            Pattern.compile("(?:The|Le|La|Les|L[’']|El|Los|Las) ?\\p{Lu}[\\p{L}’' -]{3,90},");

    private static final Pattern DISTRIBUTION = Pattern.compile("(?iu)(?<!\\p{L})distr\\b\\.?");

    /** "Council   GENERAL": how widely it is given out, in the right column. */
    private static final Pattern GIVEN_OUT =
            Pattern.compile("(?:.{0,50} )?(?:GENERAL|LIMITED|RESTRICTED|GÉNÉRALE|LIMITÉE|LIMITADA)");

    /** What ends the name of a session, which stands below the name of the body that meets. */
    private static final Pattern SESSION = Pattern.compile("(?iu).*\\p{L} (?:session|período de sesiones|sesión)\\*?");

    private static final Pattern SYMBOL_ALONE = Pattern.compile(MARKED);
    private static final Pattern SYMBOL_BEHIND = Pattern.compile("(?:^| )" + MARKED + "$");
    private static final int MOST_CHARACTERS = 90;

    /** "79/314. Seizing the benefits …", "Resolution 2025/21. …": the title of a resolution behind its number. */
    private static final Pattern TITLE = Pattern.compile(
            "(?:(?iu:resolution|decision|résolution|décision|resolución|decisión) )?(?:[A-Z]{1,8}[-/.])?(?:[IVXLC]+|\\d{1,4})/(?:[A-Z]+\\.)?\\d{1,4}[.:]? +(\\p{Lu}.*[^.;:,])");

    private TitlePage() {}

    /** Whether words, white space made single blanks, are such a line. */
    public static boolean isLine(String words) {
        String bare = SYMBOL_BEHIND.matcher(words).replaceFirst("").strip();
        return SYMBOL_ALONE.matcher(words).matches()
                || GIVEN_OUT.matcher(words).matches()
                || WHOLE.matcher(bare).matches()
                || BEGINNING.matcher(words).lookingAt()
                || (words.length() <= MOST_CHARACTERS
                        && DISTRIBUTION.matcher(words).find());
    }

    /** Whether words name the body that speaks in a resolution: "The General Assembly,". */
    public static boolean isEnacting(String words) {
        return ENACTING.matcher(words).matches();
    }

    /** Whether words, which are such a line, are that of a session. */
    public static boolean isSession(String words) {
        return isLine(words) && SESSION.matcher(words).matches();
    }

    /** The title that stands behind the number of a resolution or decision; empty if words are no such line. */
    public static Optional<String> title(String words) {
        Matcher title = TITLE.matcher(words);
        return title.matches() ? Optional.of(title.group(1)) : Optional.empty();
    }
}
