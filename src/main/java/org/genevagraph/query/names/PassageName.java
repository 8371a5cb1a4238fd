package org.genevagraph.query.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A passage as people call it: "72(l)", "para. 72 (l) of the Tunis Agenda", "Agenda de Tunis, paragraphe 72".
 *
 * @param number its number as in its IRI: {@code 72.l}
 * @param document what the document is called; empty if it is not said
 */
record PassageName(String number, String document) {
    /** Whoever writes more numbers means no passage; each is looked up. */
    static final int MOST_READINGS = 8;

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}/.])(\\d{1,4})"
                    + "(?:((?:\\s*[(\\[]?\\s*(?:[a-z]{1,4}|\\d{1,2})\\s*[)\\]])+)|\\s?\\.?\\s?([a-z])(?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{N}/(])");
    private static final Pattern ITEM = Pattern.compile("[a-z]+|\\d+");
    private static final Pattern SAYS_PARAGRAPH = Pattern.compile(
            "(?<!\\p{L})(?:paragraphs?|paragraphes?|paras?|par|art|articles?|points?|items?|alineas?|rows?|lignes?|headings?|titres?)"
                    + "\\.?(?!\\p{L})|§+");
    /** A part that has a name of its own: "section 1", "annex, C10", "annex", "footnote 2". */
    private static final Pattern NAMED = Pattern.compile(
            "(?<!\\p{L})(section|footnote|note|annexe?)s?,?(?:\\s+([a-z]?\\d{1,3}(?:[ -][a-z-]+)?|heading|titre))?(?![\\p{L}\\p{N}])");

    /** An item named before its paragraph: "item l of paragraph 72". */
    private static final Pattern ITEM_FIRST = Pattern.compile(
            "(?<!\\p{L})(?:items?|points?|letter|lettre|alineas?|sub-?paragraphs?)\\s+\\(?([a-z]|\\d{1,2})\\)?,?\\s+(?:of|du|de|in|au)\\s+"
                    + "((?:the )?[\\p{L}.§]+)\\s*(\\d{1,4})(?![\\p{L}\\p{N}/(])");

    /** The acronym of a document right before the number: "TA72l". */
    private static final Pattern GLUED = Pattern.compile("^(\\p{L}{2,6})(?=\\d)");

    /** Several paragraphs in a row, of which the first is shown: "paras 67-72", "paragraphes 67 à 72". */
    private static final Pattern RANGE = Pattern.compile(
            "(?<![\\p{L}\\p{N}/.-])(\\d{1,4})\\s*(?:-|to|a|through|et|and)\\s*\\d{1,4}(?![\\p{L}\\p{N}/-])");

    private static final Pattern PARAGRAPH =
            Pattern.compile("(?<!\\p{L})(?:para(?:graph[es]*|s)?|art(?:icles?)?)\\.?(?!\\p{L})|§");

    private static final Map<String, String> PARTS = Map.of("note", "footnote", "annexe", "annex");
    private static final Map<String, String> HEADS = Map.of("heading", "header", "titre", "header");

    private static final Pattern JOINTS =
            Pattern.compile("^[\\s,;:#–()-]*(?:(?:of|in|from|de|du|des|dans)(?!\\p{L}))?\\s*|[\\s,;:#()–-]+$");

    /** All that a text can mean; none if there is no number in it, or very many, or if it is only a number that may count anything. */
    static List<PassageName> readings(String text) {
        String apart = GLUED.matcher(text.strip()).replaceFirst("$1 ");
        String folded = ITEM_FIRST
                .matcher(Spelling.folded(apart).replace("n°", " ").replace("№", " "))
                .replaceAll("$2 $3($1)");
        if (saysParagraph(text)) {
            folded = RANGE.matcher(folded).replaceAll("$1");
        }
        List<PassageName> readings = new ArrayList<>();
        Matcher number = NUMBER.matcher(folded);
        while (readings.size() <= MOST_READINGS && number.find()) {
            String item = item(number);
            String around = folded.substring(0, number.start()) + " " + folded.substring(number.end());
            Matcher paragraph = SAYS_PARAGRAPH.matcher(around);
            String document = trimmed(paragraph.replaceAll(" "));
            boolean says = paragraph.reset().find();
            if (says || !item.isEmpty() || !document.isEmpty()) {
                readings.add(new PassageName(number.group(1) + item, document));
            }
        }
        Matcher named = NAMED.matcher(folded);
        while (readings.size() <= MOST_READINGS && named.find()) {
            String part = PARTS.getOrDefault(named.group(1), named.group(1));
            String within = named.group(2) == null ? "" : "." + HEADS.getOrDefault(named.group(2), named.group(2));
            readings.add(new PassageName(
                    part + within, trimmed(folded.substring(0, named.start()) + " " + folded.substring(named.end()))));
        }
        return readings.size() > MOST_READINGS ? List.of() : readings;
    }

    /** Whether a text says that it means a paragraph, not a row. */
    static boolean saysParagraph(String text) {
        return PARAGRAPH.matcher(Spelling.folded(text)).find();
    }

    /** What stands behind the number, as in the IRI: of {@code 27 c) 2)} {@code .c.2}. */
    private static String item(Matcher number) {
        if (number.group(3) != null) {
            return "." + number.group(3);
        }
        return number.group(2) == null
                ? ""
                : ITEM.matcher(number.group(2))
                        .results()
                        .map(part -> "." + part.group())
                        .collect(Collectors.joining());
    }

    private static String trimmed(String text) {
        String trimmed = text.strip();
        String shorter = JOINTS.matcher(trimmed).replaceAll("").strip();
        return shorter.equals(trimmed) ? trimmed : trimmed(shorter);
    }
}
