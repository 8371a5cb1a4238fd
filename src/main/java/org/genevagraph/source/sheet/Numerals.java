package org.genevagraph.source.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers and dates of cells in the form that the tables have. */
final class Numerals {
    /** As many digits as spreadsheets show. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    /** What is shown as hundredths. */
    static final String PERCENT = "%";

    /** Longer numbers are in no table, and take long to be written out. */
    private static final int MOST_DIGITS = 40;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

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

    /** How exact a date is that is shown in a format: y, m or d; % if the format is that of hundredths; empty if it is of neither. */
    static String exactness(int id, String format) {
        if (id == 9 || id == 10) {
            return PERCENT;
        }
        if ((id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
            return "d";
        }
        if (id == 17) {
            return "m";
        }
        String bare = QUOTED.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        if (bare.contains(PERCENT)) {
            return PERCENT;
        }
        if (!bare.contains("y")) {
            return bare.contains("d") && bare.contains("m") ? "d" : "";
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

    static String date(LocalDate date, String exactness) {
        return date.toString().substring(0, exactness.equals("y") ? 4 : exactness.equals("m") ? 7 : 10);
    }
}
