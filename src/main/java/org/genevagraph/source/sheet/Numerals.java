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

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private Numerals() {}

    /**
     * A number without what computers add to it: 2021.0 is 2021.
     *
     * @throws NumberFormatException if it is none
     */
    static String number(String value) {
        BigDecimal number = new BigDecimal(value.strip()).round(SHOWN).stripTrailingZeros();
        return number.precision() - number.scale() > 40 ? number.toString() : number.toPlainString();
    }

    /** How exact a date is that is shown in a format: y, m or d; none if the format is that of no date. */
    static String exactness(int id, String format) {
        if ((id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
            return "d";
        }
        if (id == 17) {
            return "m";
        }
        String bare = QUOTED.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        if (!bare.contains("y")) {
            return bare.contains("d") && bare.contains("m") ? "d" : "";
        }
        return bare.contains("d") ? "d" : bare.contains("m") ? "m" : "y";
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
