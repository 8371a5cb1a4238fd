package org.genevagraph.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References of texts to numbered passages. */
public final class References {
    private static final Pattern RANGE = Pattern.compile("\\b(\\d{1,3}) ?[-–] ?(\\d{1,3})\\b");

    private References() {}

    /** Whether a text refers to the passage of a number: "paragraph 35", "paragraphs 113-120", "the Annex", an asterisk. */
    public static boolean holds(String words, String number) {
        if (number.startsWith("footnote")) {
            return words.contains("*");
        }
        String first = number.replaceFirst("[.-].*", "");
        if (words.toLowerCase(Locale.ROOT).matches("(?s).*\\b" + Pattern.quote(first) + "\\b.*")) {
            return true;
        }
        Matcher range = RANGE.matcher(words);
        while (range.find() && first.matches("\\d+")) {
            int wanted = Integer.parseInt(first);
            if (Integer.parseInt(range.group(1)) <= wanted && wanted <= Integer.parseInt(range.group(2))) {
                return true;
            }
        }
        return false;
    }
}
