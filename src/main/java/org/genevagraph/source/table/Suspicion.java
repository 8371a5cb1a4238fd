package org.genevagraph.source.table;

import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern SPREADSHEET_ERROR = Pattern.compile(
            "(?i)#(?:REF!|N/A|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|ERROR!|#{2,}|VALEUR!|NOM\\?|NOMBRE!|NUL!|N/D|NV|WERT!|BEZUG!|ZAHL!|¡REF!|¡VALOR!|¿NOMBRE\\?)"
                    + "|Err:\\d{3}");
    private static final Pattern NOTHING = Pattern.compile(
            "(?i)n/?a\\.?|n\\. ?a\\.|n\\. ?d\\.|s\\. ?d\\.|tbd|tbc|todo|null|nan|none|nil|unknown|not (?:available|applicable|known)|inconnue?|sans objet|[?]+|[-–—]+|x{3,}");
    private static final Pattern FORMULA = Pattern.compile("=\\s*[A-Za-z$(+-].*", Pattern.DOTALL);
    private static final Pattern BLANK_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final Pattern BARE_BAR = Pattern.compile("^[\\s\\p{Z}]*\\||\\|[\\s\\p{Z}]*(?:\\||$)");
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
        if (SPREADSHEET_ERROR.matcher(value).matches()) {
            return Optional.of(new Suspicion(
                    "is what a spreadsheet writes where a formula fails",
                    "write what is meant, or leave the cell empty"));
        }
        if (NOTHING.matcher(stripped(value)).matches()) {
            return Optional.of(
                    new Suspicion("says only that nothing is known", "write what is known, or leave the cell empty"));
        }
        if (FORMULA.matcher(value).matches()) {
            return Optional.of(new Suspicion("is a formula", "write what it gives"));
        }
        if (BARE_BAR.matcher(value).find()) {
            return Optional.of(new Suspicion(
                    "has a bar without a value on each side", "delete the bar, or write the value that is missing"));
        }
        Optional<String> misread = misread(value);
        if (misread.isPresent()) {
            return Optional.of(
                    new Suspicion("has letters that were read in another encoding", "write '" + misread.get() + "'"));
        }
        if (!value.equals(stripped(value))) {
            return Optional.of(new Suspicion("begins or ends with a blank", "delete the blank"));
        }
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            return Optional.of(new Suspicion(
                    "has an accent as a character of its own",
                    "type the accented letters as one character each (NFC)"));
        }
        return mixedScripts(value);
    }

    /** A cell without the blanks at its ends, those that do not break a line among them. */
    static String stripped(String value) {
        return BLANK_ENDS.matcher(value).replaceAll("");
    }

    /** What a text was before its UTF-8 was read as Windows-1252; empty if it was not. */
    private static Optional<String> misread(String value) {
        if (value.chars().noneMatch(c -> (c >= 0xC2 && c <= 0xC5) || c == 0xE2)
                || value.chars().anyMatch(c -> c > 0xC5 && c < 0x100 && c != 0xE2)) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = WINDOWS.newEncoder().encode(CharBuffer.wrap(value));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The cell without what a program can put right: letters that were read in another encoding, invisible characters, blanks at its ends, accents as characters of their own. */
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
        String text = visible.toString();
        return Normalizer.normalize(stripped(misread(text).orElse(text)), Normalizer.Form.NFC);
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
