package org.genevagraph.load.row;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a number or an address in another notation should be in this one. */
final class NumberHint {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[5-9]|20)\\d{2}(?!\\d)");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}(?:([,.'’\u00A0\u202F ])\\d{3})(?:\\1\\d{3})*");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d{1,2}");
    private static final Pattern WITH_UNIT = Pattern.compile(
            "(?:[~<>≈]|(?:ca|approx)\\.|about|around|over|more than|environ|plus de)?\\s*(\\d+(?:\\.\\d+)?)\\s*([%+]|\\p{L}[\\p{L} ]*)?");
    private static final Pattern HOST = Pattern.compile("(?:[a-z0-9-]+\\.)+[a-z]{2,}(?:[/?#]\\S*)?");

    private NumberHint() {}

    /** Digits of all scripts as ours, full-width signs as plain ones, without quotes around all of it. */
    static String plain(String given) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(given, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString()
                .replaceFirst("^[\"'“”‘’«»]+\\s*", "")
                .replaceFirst("\\s*[\"'“”‘’«»]+$", "")
                .strip();
    }

    /** The year in what is given, if there is one only. */
    static Optional<String> onlyYear(String given) {
        List<String> years =
                YEAR.matcher(given).results().map(MatchResult::group).distinct().toList();
        return years.size() == 1 ? Optional.of(years.get(0)) : Optional.empty();
    }

    /** What to write instead of what is no year. */
    static String year(String given) {
        return onlyYear(plain(given)).map(year -> "write " + year).orElse("write four digits");
    }

    /** What to write instead of what is no whole number. */
    static String whole(String given) {
        String plain = plain(given);
        String digits = plain.replaceFirst("\\.0+$", "");
        if (GROUPED.matcher(digits).matches()) {
            digits = digits.replaceAll("[^0-9+-]", "");
        }
        return digits.matches("\\d{1,9}") ? "write " + Integer.parseInt(digits) : "write digits only";
    }

    /** What to write instead of what is no number. */
    static String decimal(String given) {
        String plain = plain(given);
        String number = plain;
        if (GROUPED.matcher(plain).matches()) {
            number = plain.replaceAll("[^0-9+-]", "");
        } else if (COMMA.matcher(plain).matches()) {
            number = plain.replace(',', '.');
        }
        if (!number.equals(given) && number.matches("-?\\d+(?:\\.\\d+)?")) {
            return "write " + number;
        }
        var unit = WITH_UNIT.matcher(plain.replaceFirst("(?<=\\d),(?=\\d{3}(?!\\d))", ""));
        return unit.matches()
                ? "write " + unit.group(1) + ", and what it counts as the unit"
                : "write digits with a point, for example 2.6";
    }

    /** What to write instead of what is no web address. */
    static String page(String given) {
        String host = given.strip().toLowerCase(Locale.ROOT);
        return HOST.matcher(host).matches() && !host.contains("@")
                ? "write https://" + given.strip()
                : "write it in full, for example https://example.org/";
    }
}
