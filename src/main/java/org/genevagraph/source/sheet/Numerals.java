package org.genevagraph.source.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers and dates of cells in the form that the tables have. */
final class Numerals {
    /** As many digits as spreadsheets show. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    /** What is shown as hundredths. */
    static final String PERCENT = "%";

    /** What is shown as a time, of a day or of none. */
    static final String TIME = ":";

    private static final Pattern NAME_OF_MONTH = Pattern.compile("\\p{L}{3,}");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Longer numbers are in no table, and take long to be written out. */
    private static final int MOST_DIGITS = 40;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    /** Hours, minutes or seconds of a format: {@code h:mm}, {@code [h]:mm}, {@code mm:ss}. */
    private static final Pattern ELAPSED = Pattern.compile("(?:\\[?[hm]+\\]?[:.][ms])|\\[[hms]+\\]");

    /** A format that shows as many decimals as it has, whether they are zero or not. */
    private static final Pattern DECIMALS = Pattern.compile("0\\.0{1,9}");

    private Numerals() {}

    /**
     * A number without what computers add to it: 2021.0 is 2021.
     *
     * @throws NumberFormatException if it is none, or has more digits than any table
     */
    static String number(String value) {
        if (value.length() > MOST_DIGITS) {
            throw new NumberFormatException("a number of more than " + MOST_DIGITS + " characters");
        }
        BigDecimal number = new BigDecimal(value.strip()).round(SHOWN).stripTrailingZeros();
        return Math.abs(number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
    }

    /**
     * A number with the decimals that its cell shows, so that 1.10 is no 1.1; one that has more of them is not rounded, and a whole one has none.
     *
     * @param format as 0.00
     */
    static String number(String value, String format) {
        BigDecimal number = new BigDecimal(number(value));
        // Below one nothing is the number of a passage or version, in which the last zero counts.
        boolean counts = number.scale() > 0 && number.abs().compareTo(BigDecimal.ONE) > 0;
        int scale = counts ? Math.max(number.scale(), format.length() - "0.".length()) : Math.max(0, number.scale());
        return number.setScale(scale).toPlainString();
    }

    /** Whether a format only says how many decimals a number has. */
    static boolean hasDecimals(String exactness) {
        return DECIMALS.matcher(exactness).matches();
    }

    /**
     * A number as a cell shows it, if what it shows is that number: 1.10 or 1,10 of 1.1.
     *
     * @throws NumberFormatException if it is none, or has more digits than any table
     */
    static String shown(String value, String shown) {
        String plain = shown.strip().replace(',', '.');
        String number = number(value);
        boolean same = plain.matches("-?\\d{1,15}\\.\\d{1,9}")
                && new BigDecimal(plain).compareTo(new BigDecimal(number)) == 0
                && !plain.matches(".*\\.0+");
        return same ? plain : number;
    }

    /** How exact a date is that is shown in a format: y, m or d; % if the format is that of hundredths, : of times, 0.00 if it shows two decimals; empty if it is of none. */
    static String exactness(int id, String format) {
        if (id == 2 || DECIMALS.matcher(format).matches()) {
            return id == 2 ? "0.00" : format;
        }
        if (id == 9 || id == 10) {
            return PERCENT;
        }
        if ((id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
            return "d";
        }
        if (id == 17) {
            return "m";
        }
        if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) {
            return TIME;
        }
        String lower = format.toLowerCase(Locale.ROOT);
        String bare = QUOTED.matcher(lower).replaceAll("");
        if (bare.contains(PERCENT)) {
            return PERCENT;
        }
        if (!bare.contains("y")) {
            return bare.contains("d") && bare.contains("m")
                    ? "d"
                    : ELAPSED.matcher(lower).find() ? TIME : "";
        }
        return bare.contains("d") ? "d" : bare.contains("m") ? "m" : "y";
    }

    /**
     * A number as hundredths: 0.45 is 45%.
     *
     * @throws NumberFormatException if it is none, or has more digits than any table
     */
    static String percent(String value) {
        number(value);
        return number(new BigDecimal(value.strip()).movePointRight(2).toString()) + PERCENT;
    }

    /**
     * A date that is counted in days.
     *
     * @throws ArithmeticException if it has a time as well, or is no date
     */
    static String date(String days, boolean since1904, String exactness) {
        long whole = new BigDecimal(days.strip()).longValueExact();
        if (whole < 1 || whole > 2_958_465) {
            throw new ArithmeticException("no date");
        }
        // The day 60 of 1900 never was, but is counted.
        LocalDate begin = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, whole < 60 ? 31 : 30);
        return date(begin.plusDays(whole), exactness);
    }

    /** How exact a date is by what a cell shows of it, in whatever order and language: y, m or d. */
    static String exactness(LocalDate date, String shown) {
        List<String> numbers = new ArrayList<>(
                DIGITS.matcher(shown).results().map(MatchResult::group).toList());
        String year = String.valueOf(date.getYear());
        boolean hasYear = numbers.remove(year) || (year.length() == 4 && removeLast(numbers, year.substring(2)));
        boolean hasMonth = NAME_OF_MONTH.matcher(shown).find()
                || numbers.remove(String.valueOf(date.getMonthValue()))
                || numbers.remove(String.format(Locale.ROOT, "%02d", date.getMonthValue()));
        // Who types a month gets its first day, and who types a year the first of January.
        if (!hasYear || !numbers.isEmpty() || date.getDayOfMonth() > 1) {
            return "d";
        }
        return hasMonth ? "m" : date.getMonthValue() == 1 ? "y" : "d";
    }

    private static boolean removeLast(List<String> numbers, String number) {
        int last = numbers.lastIndexOf(number);
        return last >= 0 && !numbers.remove(last).isEmpty();
    }

    static String date(LocalDate date, String exactness) {
        return date.toString().substring(0, exactness.equals("y") ? 4 : exactness.equals("m") ? 7 : 10);
    }
}
