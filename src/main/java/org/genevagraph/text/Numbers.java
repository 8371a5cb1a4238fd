package org.genevagraph.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers in an English text, in digits and in words: 7,500, 2.6 billion, two-thirds, ninth, 21st. */
public final class Numbers {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("seventeen", 17),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("ninety", 90),
            Map.entry("hundred", 100),
            Map.entry("first", 1),
            Map.entry("second", 2),
            Map.entry("third", 3),
            Map.entry("fourth", 4),
            Map.entry("fifth", 5),
            Map.entry("sixth", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8),
            Map.entry("ninth", 9),
            Map.entry("tenth", 10),
            Map.entry("sixteenth", 16),
            Map.entry("twentieth", 20));
    private static final Map<String, Integer> SCALES =
            Map.of("hundred", 2, "thousand", 3, "million", 6, "billion", 9, "trillion", 12);
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d.,])(\\d{1,3}(?:[,\\u00A0\\u2009\\u202F]\\d{3}(?!\\d))+(?:\\.\\d+)?|(?<!\\p{Lu}\\p{L}{0,15} )\\d{1,3}(?: \\d{3})+(?= \\p{Ll})|\\d+(?:\\.\\d+)?)(?:st|nd|rd|th)?(?![\\d])(?:[ -](hundred|thousand|million|billion|trillion)\\b)?"
                    + "|(?<![\\p{L}\\d])(?i:(" + String.join("|", WORDS.keySet()) + ")s?)(?![\\p{L}\\d])");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final Pattern ORDINAL = Pattern.compile("(?i).*(third|th)s?");

    private Numbers() {}

    /**
     * A number in a text.
     *
     * @param start where it begins, in Java's characters
     * @param end where it ends, excluded
     * @param words as the text writes it
     * @param value what it says: 2.6 of "2.6 billion"
     * @param scaled what it says with its scale: 2600000000 of "2.6 billion"
     */
    public record Found(int start, int end, String words, BigDecimal value, BigDecimal scaled) {
        /** Whether it counts something worth a figure: in digits, or in words above two that are no ordinal. */
        public boolean isCount() {
            return Character.isDigit(words.charAt(0))
                    || (value.compareTo(TWO) > 0 && !ORDINAL.matcher(words).matches());
        }
    }

    /** All numbers in a text, from left to right. */
    public static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            BigDecimal value = matcher.group(1) != null
                    ? new BigDecimal(matcher.group(1).replaceAll("[^\\d.]", ""))
                    : BigDecimal.valueOf(WORDS.get(matcher.group(3).toLowerCase(Locale.ROOT)));
            BigDecimal scaled = matcher.group(2) == null ? value : value.movePointRight(SCALES.get(matcher.group(2)));
            found.add(new Found(matcher.start(), matcher.end(), matcher.group(), value, scaled));
        }
        return found;
    }

    /** Whether a text holds a number, with or without its scale. */
    public static boolean holds(String text, BigDecimal number) {
        return in(text).stream()
                .anyMatch(found ->
                        found.value().compareTo(number) == 0 || found.scaled().compareTo(number) == 0);
    }
}
