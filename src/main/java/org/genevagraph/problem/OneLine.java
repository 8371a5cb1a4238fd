package org.genevagraph.problem;

import java.util.Locale;

/** Text as it may stand in one line of a log or of a terminal, whatever it holds. */
public final class OneLine {
    private OneLine() {}

    /** The text with line breaks, control characters and marks that turn the direction of writing as escapes, such as {@code \n}. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(OneLine::isEscaped)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (!isEscaped(c)) {
                line.appendCodePoint(c);
            } else if (c == '\n') {
                line.append("\\n");
            } else if (c == '\r') {
                line.append("\\r");
            } else if (c == '\t') {
                line.append("\\t");
            } else {
                line.append(String.format(Locale.ROOT, "\\u%04X", c));
            }
        });
        return line.toString();
    }

    private static boolean isEscaped(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
