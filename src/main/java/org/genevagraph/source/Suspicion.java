package org.genevagraph.source;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What looks wrong about the characters of a cell, whatever the cell is for.
 *
 * @param what what is wrong
 * @param fix what to do about it
 */
record Suspicion(String what, String fix) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** The first thing that looks wrong; empty if nothing does. */
    static Optional<Suspicion> of(String value) {
        if (value.indexOf('\uFFFD') >= 0) {
            return Optional.of(new Suspicion("has a byte that is not UTF-8", "save the file as UTF-8"));
        }
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int c = value.codePointAt(i);
            int type = Character.getType(c);
            if (type == Character.CONTROL || type == Character.FORMAT) {
                return Optional.of(new Suspicion("has the invisible character " + name(c), "delete it"));
            }
        }
        if (!value.equals(value.strip())) {
            return Optional.of(new Suspicion("begins or ends with a blank", "delete the blank"));
        }
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            return Optional.of(new Suspicion(
                    "has an accent as a character of its own",
                    "type the accented letters as one character each (NFC)"));
        }
        return mixedScripts(value);
    }

    /** The cell without what a program can put right: invisible characters, blanks at its ends, accents as characters of their own. */
    static String corrected(String value) {
        StringBuilder visible = new StringBuilder();
        value.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (c == '\n' || c == '\t') {
                visible.append(' ');
            } else if (type != Character.CONTROL && type != Character.FORMAT) {
                visible.appendCodePoint(c);
            }
        });
        return Normalizer.normalize(visible.toString().strip(), Normalizer.Form.NFC);
    }

    /** Cyrillic and Greek letters that stand in one word with Latin letters or digits, as in С1 for C1. */
    private static Optional<Suspicion> mixedScripts(String value) {
        Matcher words = WORD.matcher(value);
        while (words.find()) {
            String word = words.group();
            boolean latinOrDigit =
                    word.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN || Character.isDigit(c));
            Optional<Integer> stranger =
                    word.codePoints().filter(Suspicion::isLookAlike).boxed().findFirst();
            if (latinOrDigit && stranger.isPresent()) {
                return Optional.of(new Suspicion(
                        "has " + name(stranger.get()) + " in the word '" + word + "'",
                        "type the Latin letter that looks like it"));
            }
        }
        return Optional.empty();
    }

    private static boolean isLookAlike(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.CYRILLIC || script == UnicodeScript.GREEK;
    }

    private static String name(int c) {
        return String.format(Locale.ROOT, "U+%04X (%s)", c, String.valueOf(Character.getName(c)));
    }
}
