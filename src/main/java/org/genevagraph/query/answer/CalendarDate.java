package org.genevagraph.query.answer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date as exact as its source, as the days that it covers.
 *
 * @param first the first day
 * @param after the day after the last
 * @param exactness what is known of it: {@code year}, {@code month} or {@code day}
 */
record CalendarDate(LocalDate first, LocalDate after, String exactness) {
    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d\\d){0,2}");
    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;

    /** Reads 2021, 2021-03 or 2021-03-15; empty if it is none of these. */
    static Optional<CalendarDate> of(String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            if (text.length() == YEAR_LENGTH) {
                LocalDate first = Year.parse(text).atDay(1);
                return Optional.of(new CalendarDate(first, first.plusYears(1), "year"));
            }
            if (text.length() == MONTH_LENGTH) {
                LocalDate first = YearMonth.parse(text).atDay(1);
                return Optional.of(new CalendarDate(first, first.plusMonths(1), "month"));
            }
            LocalDate day = LocalDate.parse(text);
            return Optional.of(new CalendarDate(day, day.plusDays(1), "day"));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day as iCalendar writes it. */
    static String written(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
