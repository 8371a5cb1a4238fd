package org.genevagraph.source.text;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers as documents write them before the items of lists and behind the words that a footnote is about. */
public final class ListNumbers {
    /** How many letters there are. */
    public static final int ALPHABET = 26;

    private static final Pattern MARK = Pattern.compile("\\(?(?:\\d{1,3}|\\p{L}|[ivx]{1,5})[.)]{1,2}");

    private ListNumbers() {}

    /** Whether words are the number of a paragraph or an item with its stop or brackets, and nothing else: "12.", "(a)", "iv)". */
    public static boolean isOne(String words) {
        return MARK.matcher(words).matches();
    }

    /**
     * A number as a list writes it.
     *
     * @param number from 1
     * @param format as Word calls it, such as {@code lowerRoman}; any that is not known is decimal
     */
    public static String written(int number, String format) {
        return switch (format) {
            case "lowerLetter" -> letters(number);
            case "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(number);
            case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
            default -> Integer.toString(number);
        };
    }

    /** The letter of a place in the alphabet, from 1; behind z stands aa, then bb. */
    public static String letters(int number) {
        int letter = (number - 1) % ALPHABET;
        return String.valueOf((char) ('a' + letter)).repeat(1 + (number - 1) / ALPHABET);
    }

    /** A number in small Roman letters. */
    public static String roman(int number) {
        int[] values = {100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                roman.append(signs[i]);
                rest -= values[i];
            }
        }
        return roman.toString();
    }

    /** The mark of a footnote, as its readers know it: raised digits. */
    public static String raised(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')))
                .collect(Collectors.joining());
    }

    /** The number that an attribute holds, or another one if it holds none of up to four digits. */
    public static int read(String value, int otherwise) {
        return value.matches("\\d{1,4}") ? Integer.parseInt(value) : otherwise;
    }
}
