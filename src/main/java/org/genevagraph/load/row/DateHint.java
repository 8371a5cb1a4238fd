package org.genevagraph.load.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a date in another notation should be in this one. */
final class DateHint {
    private static final List<String> MONTHS = List.of(
            "jan",
            "feb fev",
            "mar",
            "apr avr",
            "may mai",
            "jun juin",
            "jul juil",
            "aug aou",
            "sep",
            "oct",
            "nov",
            "dec");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/. ](\\d{1,2})(?:[-/. ](\\d{1,2}))?(?:[T ]\\d{1,2}:\\d{2}.*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})([-/. ]) ?(\\d{1,2})[-/. ] ?(\\d{4})(?: \\d{1,2}:\\d{2}.*)?");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th|er)?[ -])?(\\p{L}{3,})\\.?[ -](\\d{4})");
    private static final Pattern MONTH_DAY = Pattern.compile("(\\p{L}{3,})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern SPAN = Pattern.compile("(\\d{4}) ?[-\u2013/] ?(\\d{4})");

    /** Days from 1950 to 2060, counted as spreadsheets count them. */
    private static final Pattern SERIAL = Pattern.compile("(?:1[89]|[2-5]\\d)\\d{3}(?:[.,]\\d+)?");

    private DateHint() {}

    /** What to write instead; the general advice if nobody can tell. */
    static String of(String given) {
        String plain = NumberHint.plain(given).replaceFirst("^(\\d{4})\\.0$", "$1");
        return right(plain)
                .or(() -> plain.matches("\\d{4}(?:-\\d{2}){0,2}") && !plain.equals(given)
                        ? Optional.of(plain)
                        : Optional.empty())
                .or(() -> NumberHint.onlyYear(plain)
                        .filter(year -> plain.replaceFirst(year, "").chars().noneMatch(Character::isDigit))
                        .map(year -> year + ", if no more is known"))
                .map(right -> "write " + right)
                .orElse(RowFacts.DATE_FIX);
    }

    private static Optional<String> right(String given) {
        Matcher span = SPAN.matcher(given);
        if (span.matches()) {
            return Optional.of(span.group(1) + " as its beginning and " + span.group(2) + " as its end");
        }
        Matcher first = YEAR_FIRST.matcher(given);
        if (first.matches()) {
            return date(first.group(1), number(first.group(2)), first.group(3));
        }
        Matcher dayMonth = DAY_MONTH.matcher(given);
        if (dayMonth.matches()) {
            return date(dayMonth.group(3), month(dayMonth.group(2)), dayMonth.group(1));
        }
        Matcher monthDay = MONTH_DAY.matcher(given);
        if (monthDay.matches()) {
            return date(monthDay.group(3), month(monthDay.group(1)), monthDay.group(2));
        }
        Matcher last = YEAR_LAST.matcher(given);
        if (last.matches()) {
            Optional<String> european = date(last.group(4), number(last.group(3)), last.group(1));
            Optional<String> american = last.group(2).equals(".")
                    ? Optional.empty()
                    : date(last.group(4), number(last.group(1)), last.group(3));
            return european.isPresent() && american.isPresent() && !european.equals(american)
                    ? Optional.of(european.get() + " or " + american.get() + ", whichever is meant")
                    : european.or(() -> american);
        }
        if (SERIAL.matcher(given).matches()) {
            long days = Long.parseLong(given.split("[.,]", 2)[0]);
            return Optional.of(
                    LocalDate.of(1899, 12, 30).plusDays(days) + ", if this is a day as spreadsheets count them");
        }
        return Optional.empty();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** The number of a month by its English or French name; 0 if it is none. */
    private static int month(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('\u00E9', 'e').replace('\u00FB', 'u');
        for (int i = 0; i < MONTHS.size(); i++) {
            for (String start : MONTHS.get(i).split(" ", -1)) {
                if (plain.startsWith(start)) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    private static Optional<String> date(String year, int month, String day) {
        try {
            LocalDate date = LocalDate.of(number(year), month, day == null ? 1 : number(day));
            return Optional.of(day == null ? date.toString().substring(0, 7) : date.toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
