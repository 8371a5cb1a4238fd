package org.genevagraph.page;

import java.util.Locale;
import java.util.regex.Pattern;

/** The units of numbers, beside what the numbers measure. */
public final class Units {
    private static final Pattern PLURAL = Pattern.compile("[sx](?= |$)");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Units() {}

    /** Whether a measure says its unit, in the singular or the plural, so that a number beside it needs none: number of the session: 78. */
    public static boolean isSaid(String unit, String measure) {
        return !unit.isBlank() && plain(measure).contains(plain(unit));
    }

    private static String plain(String words) {
        String spaced = NO_LETTERS
                .matcher(words.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return " " + PLURAL.matcher(spaced).replaceAll("") + " ";
    }
}
