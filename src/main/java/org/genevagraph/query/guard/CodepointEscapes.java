package org.genevagraph.query.guard;

import java.util.regex.Pattern;

/** The codepoint escape sequences of SPARQL (section 19.2): characters written as their numbers. */
final class CodepointEscapes {
    private static final int HEXADECIMAL_DIGITS = 4;
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{4}");

    private CodepointEscapes() {}

    /** The text as the parser sees it: it reads a code point in hexadecimal digits, even that of a bracket, anywhere as the character. */
    static String unescaped(String text) {
        if (text.indexOf("\\u") < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '\\') {
                plain.append("\\\\");
                i += 2;
                continue;
            }
            int digits = i + 1;
            while (c == '\\' && digits < text.length() && text.charAt(digits) == 'u') {
                digits++;
            }
            if (digits > i + 1
                    && HEXADECIMAL.matcher(text).region(digits, text.length()).lookingAt()) {
                plain.append((char) Integer.parseInt(text.substring(digits, digits + HEXADECIMAL_DIGITS), 16));
                i = digits + HEXADECIMAL_DIGITS;
            } else {
                plain.append(c);
                i++;
            }
        }
        return plain.toString();
    }
}
