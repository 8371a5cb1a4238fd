package org.genevagraph.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Encodings of text that is not in UTF-8, told by whether their letters stand as letters do: an accented capital in the midst of a word is the letter of
 * another encoding. Detectors that go by how often letters occur want more text than a row of a table has.
 */
public enum Encoding {
    /** That of Windows in the West of Europe. */
    WINDOWS_1252("Windows-1252", "windows-1252", Letters.LATIN),
    /** That of old Unix systems, with the euro sign and œ. */
    ISO_8859_15("ISO-8859-15", "ISO-8859-15", Letters.LATIN),
    /** That of old Macs. */
    MAC_ROMAN("Mac OS Roman", "x-MacRoman", Letters.LATIN),
    /** That of DOS. */
    DOS("code page 850", "IBM850", Letters.LATIN),
    /** That of Windows in Russia. */
    WINDOWS_1251("Windows-1251", "windows-1251", Letters.CYRILLIC),
    /** That of old Unix systems in Russia. */
    KOI8_R("KOI8-R", "KOI8-R", Letters.CYRILLIC),
    /** That of Windows in Japan. */
    SHIFT_JIS("Shift_JIS", "windows-31j", Letters.CHINESE),
    /** That of China. */
    GB18030("GB18030", "GB18030", Letters.CHINESE);

    /** What kind of letters an encoding is for. */
    private enum Letters {
        LATIN,
        CYRILLIC,
        CHINESE
    }

    private static final double FEWEST_PLAUSIBLE = 0.9;
    private static final int ASCII_END = 0x80;
    private static final String SIGNS = "’‘“”«»–—…•€£°§©®¿¡ºª·²³½\u00A0№";
    private static final String LATIN_LETTERS = "àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßšžÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝŠŽ";

    private final String name;
    private final Charset charset;
    private final Letters letters;

    Encoding(String name, String charset, Letters letters) {
        this.name = name;
        this.charset = Charset.isSupported(charset) ? Charset.forName(charset) : StandardCharsets.US_ASCII;
        this.letters = letters;
    }

    /** What people call it. */
    public String shown() {
        return name;
    }

    /** Its bytes as text. */
    public String decoded(byte[] bytes) {
        return new String(bytes, charset);
    }

    /** The encoding that bytes which are not UTF-8 seem to be in; empty if the letters of none stand as letters do. */
    public static Optional<Encoding> of(byte[] bytes) {
        Optional<Encoding> best = Optional.empty();
        double most = FEWEST_PLAUSIBLE;
        for (Encoding encoding : values()) {
            double plausible = encoding.plausible(bytes);
            if (plausible > most || (best.isEmpty() && plausible >= most)) {
                best = Optional.of(encoding);
                most = plausible;
            }
        }
        return best;
    }

    /** Which part of what is not ASCII can stand where it does, from 0 to 1. */
    private double plausible(byte[] bytes) {
        String text;
        try {
            text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(letters == Letters.LATIN ? withoutUtf8(bytes) : bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return 0;
        }
        int all = 0;
        int right = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII_END) {
                all++;
                char before = i == 0 ? ' ' : text.charAt(i - 1);
                char next = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
                boolean fits = SIGNS.indexOf(c) >= 0 ? isSign(c, before, next) : isLetter(c, before);
                right += fits ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) right / all;
    }

    /** A sign of these is none in Chinese, and ½ stands in no word. */
    private boolean isSign(char c, char before, char next) {
        return letters != Letters.CHINESE && (c != '½' || !(Character.isLetter(before) || Character.isLetter(next)));
    }

    private boolean isLetter(char c, char before) {
        boolean capitalInWord = Character.isUpperCase(c) && Character.isLowerCase(before);
        return switch (letters) {
            case LATIN -> LATIN_LETTERS.indexOf(c) >= 0 && !capitalInWord && !isRow(c, before);
            case CYRILLIC ->
                Character.UnicodeBlock.CYRILLIC.equals(Character.UnicodeBlock.of(c))
                        && !capitalInWord
                        && !(before < ASCII_END && Character.isLetter(before));
            case CHINESE ->
                Character.isIdeographic(c)
                        || Character.UnicodeBlock.HIRAGANA.equals(Character.UnicodeBlock.of(c))
                        || Character.UnicodeBlock.KATAKANA.equals(Character.UnicodeBlock.of(c))
                        || Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(Character.UnicodeBlock.of(c))
                        || (c >= '\uFF01' && c <= '\uFF5E');
        };
    }

    /** Two accented letters in a row are rare in words of Latin letters, but for créée and ações. */
    private static boolean isRow(char c, char before) {
        return LATIN_LETTERS.indexOf(before) >= 0 && c != before && before != 'ç';
    }

    /** The bytes with a letter in place of each that is of well-formed UTF-8, of which a file can have both. */
    private static byte[] withoutUtf8(byte[] bytes) {
        byte[] kept = bytes.clone();
        for (int i = 0; i < kept.length; i++) {
            int length = sequence(kept, i);
            for (int k = 0; k < length; k++) {
                kept[i + k] = 'x';
            }
            i += Math.max(0, length - 1);
        }
        return kept;
    }

    /** How many bytes a well-formed sequence of UTF-8 of two or three has that begins here; 0 if none does. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : 0;
        if (at + length > bytes.length) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((bytes[at + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
