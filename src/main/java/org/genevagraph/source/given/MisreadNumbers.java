package org.genevagraph.source.given;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of paragraphs in which the recognition of words in pictures took digits for letters, as in "l." before "2." and "lO." behind "9." */
final class MisreadNumbers {
    private static final Pattern NUMBER = Pattern.compile("(\\s*)([\\dlIO]{1,3})([.)])(\\s+\\S.*)");
    private static final Pattern LETTERS = Pattern.compile(".*[lIO].*");

    private MisreadNumbers() {}

    /** A text in which such a number is the one that its neighbours ask for; lines keep their length. */
    static String of(String text) {
        if (!text.lines().anyMatch(line -> isMisread(NUMBER.matcher(line)))) {
            return text;
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher number = NUMBER.matcher(lines.get(i));
            if (!number.matches()) {
                continue;
            }
            int value = value(number);
            if (!LETTERS.matcher(number.group(2)).matches()) {
                last = value;
                continue;
            }
            OptionalInt next = next(lines, i + 1);
            boolean follows = value == last + 1 && (next.isEmpty() || next.getAsInt() == value + 1);
            if (follows && (last > 0 || next.isPresent())) {
                lines.set(i, number.group(1) + value + number.group(3) + number.group(4));
                last = value;
            }
        }
        return String.join("\n", lines);
    }

    private static int value(Matcher number) {
        return Integer.parseInt(number.group(2).replaceAll("[lI]", "1").replace('O', '0'));
    }

    private static boolean isMisread(Matcher number) {
        return number.matches() && LETTERS.matcher(number.group(2)).matches();
    }

    private static OptionalInt next(List<String> lines, int from) {
        return lines.stream()
                .skip(from)
                .map(NUMBER::matcher)
                .filter(Matcher::matches)
                .mapToInt(MisreadNumbers::value)
                .findFirst();
    }
}
