package org.genevagraph.text.read.line;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What begins on a line in Chinese or in Cyrillic letters. */
final class OtherScripts {
    private static final String NUMERALS = "一二三四五六七八九";
    private static final Pattern DIVISION = Pattern.compile("\\s*第[一二三四五六七八九十百\\d]+[章节編编部]\\s*");
    private static final Pattern NUMBERED = Pattern.compile("\\s*([一二三四五六七八九十]{1,3})[.、．]\\s*");
    private static final Pattern ITEM = Pattern.compile("\\s*[（(]([一二三四五六七八九十]{1,3})[）)]");
    private static final Pattern ARTICLE = Pattern.compile("\\s*第([一二三四五六七八九十百\\d]+)条\\s*");
    private static final Pattern ANNEX = Pattern.compile("\\s*附件([一二三四五六七八九十\\d]*)(?=$|\\s|[:：—–-])\\s*[:：—–-]*");

    /** Russian lists count without ё and й. */
    private static final String CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэ";

    private static final Pattern CYRILLIC_ITEM = Pattern.compile("\\s*\\(?([" + CYRILLIC + "])\\)(?=\\s|$)");

    private OtherScripts() {}

    /** What begins on a line that begins with another letter than a Latin one. */
    static Optional<Marker> of(String line) {
        return Stream.of(
                        at(ANNEX, line, m -> marker(Marker.Kind.ANNEX, arabic(m.group(1)), "annex", m)),
                        at(ARTICLE, line, m -> marker(Marker.Kind.ARTICLE, arabic(m.group(1)), "article", m)),
                        at(DIVISION, line, m -> marker(Marker.Kind.DIVISION, "", "", m)),
                        at(NUMBERED, line, m -> marker(Marker.Kind.DIVISION, arabic(m.group(1)), Marker.CHINESE, m)),
                        at(CYRILLIC_ITEM, line, OtherScripts::letter))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The item that begins with a number or letter in brackets. */
    static Optional<Marker> item(String line) {
        return at(ITEM, line, m -> marker(Marker.Kind.NUMBER, arabic(m.group(1)), "(一)", m))
                .or(() -> at(CYRILLIC_ITEM, line, OtherScripts::letter));
    }

    /** The letter that has the same place in the Latin alphabet, by which the other languages of a document cite the item. */
    private static Marker letter(Matcher matcher) {
        char latin = (char) ('a' + CYRILLIC.indexOf(matcher.group(1)));
        return marker(Marker.Kind.LETTER, String.valueOf(latin), "(a)", matcher);
    }

    private static Optional<Marker> at(Pattern pattern, String line, Function<Matcher, Marker> marker) {
        Matcher matcher = pattern.matcher(line);
        return matcher.lookingAt() ? Optional.of(marker.apply(matcher)) : Optional.empty();
    }

    private static Marker marker(Marker.Kind kind, String number, String style, Matcher matcher) {
        return new Marker(kind, number, style, matcher.end());
    }

    /** A Chinese number below a hundred in digits. */
    private static String arabic(String number) {
        if (number.isEmpty() || number.matches("\\d+")) {
            return number;
        }
        int ten = number.indexOf('十');
        if (ten < 0) {
            return Integer.toString(NUMERALS.indexOf(number.charAt(0)) + 1);
        }
        int tens = ten == 0 ? 1 : NUMERALS.indexOf(number.charAt(0)) + 1;
        int ones = ten == number.length() - 1 ? 0 : NUMERALS.indexOf(number.charAt(number.length() - 1)) + 1;
        return Integer.toString(tens * 10 + ones);
    }
}
