package org.genevagraph.text.read;

import java.util.regex.Pattern;

/** What a line that is a heading looks like, in texts that mark headings in no other way. */
final class Headings {
    private static final int MOST_CHARACTERS = 90;
    private static final Pattern FORM = Pattern.compile("[\\p{Lu}\\d‘“\"'(].*[^.;:,!?…]", Pattern.DOTALL);

    private Headings() {}

    /** Whether a normalised line is short, begins with a capital and does not end as a sentence does. */
    static boolean looksLike(String line) {
        return line.length() < MOST_CHARACTERS && FORM.matcher(line).matches();
    }
}
