package org.genevagraph.page;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Orders names as people do, in any of the languages: C2 before C10, a before B, and É beside E. */
public final class NaturalOrder implements Comparator<String>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int DIGITS = 9;
    private static final int ASCII = 128;

    @Override
    public int compare(String one, String other) {
        int order = padded(one).compareTo(padded(other));
        return order == 0 ? one.compareTo(other) : order;
    }

    /** A name by whose characters names are ordered; long lists are ordered by very many of them. */
    private static String padded(String name) {
        String plain = plain(name).toLowerCase(Locale.ROOT);
        StringBuilder padded = new StringBuilder(plain.length() + DIGITS);
        for (int at = 0; at < plain.length(); ) {
            int end = at;
            while (end < plain.length() && end < at + DIGITS && isDigit(plain.charAt(end))) {
                end++;
            }
            if (end == at) {
                padded.append(plain.charAt(at));
                at++;
            } else {
                padded.append("0".repeat(DIGITS - (end - at))).append(plain, at, end);
                at = end;
            }
        }
        return padded.toString();
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static String plain(String name) {
        return name.chars().allMatch(character -> character < ASCII)
                ? name
                : MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                        .replaceAll("")
                        .replace("œ", "oe")
                        .replace("Œ", "oe");
    }
}
