package org.genevagraph.query.names;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A passage as people call it: "72(l)", "para. 72 (l) of the Tunis Agenda", "Agenda de Tunis, paragraphe 72".
 *
 * @param number its number as in its IRI: {@code 72.l}
 * @param document what the document is called; empty if it is not said
 */
record PassageName(String number, String document) {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}/.])(\\d{1,4})"
            + "(?:\\s*[(\\[]\\s*([a-z]{1,4})\\s*[)\\]]|\\s?\\.?\\s?([a-z])(?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{N}/(])");
    private static final Pattern SAYS_PARAGRAPH = Pattern.compile(
            "(?<!\\p{L})(?:paragraphs?|paragraphes?|paras?|art|articles?|points?|items?)\\.?(?!\\p{L})|§+");
    private static final Pattern JOINTS =
            Pattern.compile("^[\\s,;:#–()-]*(?:(?:of|in|from|de|du|des|dans)(?!\\p{L}))?\\s*|[\\s,;:#()–-]+$");

    /** All that a text can mean; none if there is no number in it, or if it is only a number that may count anything. */
    static List<PassageName> readings(String text) {
        String folded = Spelling.folded(text).replace("n°", " ").replace("№", " ");
        List<PassageName> readings = new ArrayList<>();
        Matcher number = NUMBER.matcher(folded);
        while (number.find()) {
            String item = number.group(2) == null ? number.group(3) : number.group(2);
            String around = folded.substring(0, number.start()) + " " + folded.substring(number.end());
            Matcher paragraph = SAYS_PARAGRAPH.matcher(around);
            String document = trimmed(paragraph.replaceAll(" "));
            boolean says = paragraph.reset().find();
            if (says || item != null || !document.isEmpty()) {
                readings.add(new PassageName(number.group(1) + (item == null ? "" : "." + item), document));
            }
        }
        return readings;
    }

    private static String trimmed(String text) {
        String trimmed = text.strip();
        String shorter = JOINTS.matcher(trimmed).replaceAll("").strip();
        return shorter.equals(trimmed) ? trimmed : trimmed(shorter);
    }
}
